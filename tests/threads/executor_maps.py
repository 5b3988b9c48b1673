# map: eager, in order, with several iterables, and an exception in its place.
from concurrent.futures import ThreadPoolExecutor
import operator

with ThreadPoolExecutor(3) as pool:
    print(list(pool.map(operator.mul, range(5), range(10, 20))))
    results = pool.map(lambda n: 10 // n, [5, 2, 0, 1])
    got = []
    try:
        for result in results:
            got.append(result)
    except ZeroDivisionError as error:
        print(got, error)
    print(list(results))
    print(list(pool.map(str, [])))
    print(next(pool.map(abs, (-n for n in range(3, 6)))))
    taken = []

    def numbers():
        for n in range(4):
            taken.append(n)
            yield n

    lazily = pool.map(lambda n: n, numbers())
    print(taken)
    print(sum(lazily))
    for chunksize in (1, 2, 100):
        print(sum(pool.map(abs, range(-3, 3), chunksize=chunksize)))
# expect:
# [0, 11, 24, 39, 56]
# [2, 5] integer division or modulo by zero
# []
# []
# 3
# [0, 1, 2, 3]
# 6
# 9
# 9
# 9
