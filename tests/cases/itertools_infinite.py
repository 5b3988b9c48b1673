from itertools import count, cycle, islice, repeat, takewhile

print(list(islice(count(), 5)), list(islice(count(10, -3), 4)), list(islice(count(0.5, 0.25), 3)))
print(list(islice(cycle("ab"), 5)), list(cycle([]))[:3])
print(list(repeat(7, 3)), list(islice(repeat("x"), 2)), list(repeat(1, times=0)))
print(list(takewhile(lambda n: n < 20, count(15))))
ids = count(1)
print(next(ids), next(ids), next(ids))
for bad in (lambda: islice([1], -1), lambda: islice([1], 0, 5, 0), lambda: islice([1]), lambda: islice([1], 1, 2, 3, 4)):
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
it = iter(range(10))
print(list(islice(it, 2, 8, 3)), list(it))
it = iter(range(10))
print(list(islice(it, 3)), list(islice(it, 2, None)), list(it))
# expect:
# [0, 1, 2, 3, 4] [10, 7, 4, 1] [0.5, 0.75, 1.0]
# ['a', 'b', 'a', 'b', 'a'] []
# [7, 7, 7] ['x', 'x'] []
# [15, 16, 17, 18, 19]
# 1 2 3
# ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# ValueError Step for islice() must be a positive integer or None.
# TypeError islice expected at least 2 arguments, got 1
# TypeError islice expected at most 4 arguments, got 5
# [2, 5] [8, 9]
# [0, 1, 2] [5, 6, 7, 8, 9] []
