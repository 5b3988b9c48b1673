print(list(range(5)), list(range(2, 5)), list(range(10, 0, -3)), list(range(0)), list(range(5, 2)))
r = range(1, 20, 4)
print(r, len(r), r[0], r[-1], r[2], 9 in r, 10 in r, r[1:3], r[::-1])
print(range(3) == range(0, 3, 1), range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2))
print(range(5)[1:4], range(10)[::3], sum(range(101)), max(range(5)), min(range(3, 9)))
print(list(range(9223372036854775805, 9223372036854775807)))
print(bool(range(0)), bool(range(1)))
for i in range(-3, 4, 3):
    print(i)
# expect:
# [0, 1, 2, 3, 4] [2, 3, 4] [10, 7, 4, 1] [] []
# range(1, 20, 4) 5 1 17 9 True False range(5, 13, 4) range(17, -3, -4)
# True True True
# range(1, 4) range(0, 10, 3) 5050 4 3
# [9223372036854775805, 9223372036854775806]
# False True
# -3
# 0
# 3
