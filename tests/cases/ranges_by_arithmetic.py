# Where a number stands in a range is found without a search, however long the range is.
long = range(0, 10**18, 2)
print(5 in range(10**18), 10**17 + 1 in long, 10**17 in long, -2 in long, 10**18 in long)
print(14.0 in range(0, 100, 7), 14.5 in range(0, 100, 7), True in range(2), "x" in range(3), None in range(3))
print(float("inf") in range(3), float("nan") in range(3), 1e300 in range(3), 2**70 in range(3))
print(long.index(10**17), range(10, 0, -3).index(4), range(0, 100, 7).index(14.0), range(5).count(True), long.count(3))
print(range(10, 0, -3).count(1), 1 in range(10, 0, -3), 0 in range(10, 0, -3), 10 in range(10, 0, -3), 0 in range(0))
for wanted in (15, "x", 2**70):
    try:
        range(0, 100, 7).index(wanted)
    except ValueError as problem:
        print(problem)
most = range(-(2**63) + 1, 2**63 - 1)
print(most[-1], most[0], 2**63 - 2 in most, 2**63 - 1 in most)

class Two:
    def __eq__(self, other):
        return other == 2

print(Two() in range(5), Two() in range(2), range(5).index(Two()), range(5).count(Two()))

# expect:
# True False True False False
# True False True False False
# False False False False
# 50000000000000000 2 2 1 0
# 1 True False True False
# 15 is not in range
# sequence.index(x): x not in sequence
# 1180591620717411303424 is not in range
# 9223372036854775806 -9223372036854775807 True False
# True False 2 1
