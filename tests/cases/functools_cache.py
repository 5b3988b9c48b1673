from functools import cache, lru_cache

calls = []


@lru_cache(maxsize=2)
def square(n):
    calls.append(n)
    return n * n


print([square(n) for n in (1, 2, 1, 3, 2, 1)], calls)
info = square.cache_info()
print(info, info.hits, info.misses, info.maxsize, info.currsize)
square.cache_clear()
print(square.cache_info(), square.__name__, square.cache_parameters())


@lru_cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())


@cache
def pair(a, b=2, *, c=3):
    calls.append((a, b, c))
    return a + b + c


calls.clear()
print(pair(1), pair(1, 2), pair(1, b=2), pair(1, c=3), pair(1), calls, pair.cache_info())


@lru_cache(maxsize=None, typed=True)
def kind(x):
    return type(x).__name__


print(kind(1), kind(1.0), kind(True), kind(1), kind.cache_info())


@lru_cache(maxsize=0)
def never(x):
    return x


print(never(1), never(1), never.cache_info())


class Counter:
    def __init__(self):
        self.n = 0

    @lru_cache(maxsize=None)
    def step(self, by):
        self.n += by
        return self.n


counter = Counter()
print(counter.step(2), counter.step(2), counter.step(3), counter.n)
try:
    square([1])
except TypeError as error:
    print(error)
# expect:
# [1, 4, 1, 9, 4, 1] [1, 2, 3, 2, 1]
# CacheInfo(hits=1, misses=5, maxsize=2, currsize=2) 1 5 2 2
# CacheInfo(hits=0, misses=0, maxsize=2, currsize=0) square {'maxsize': 2, 'typed': False}
# 23416728348467685 CacheInfo(hits=78, misses=81, maxsize=128, currsize=81)
# 6 6 6 6 6 [(1, 2, 3), (1, 2, 3), (1, 2, 3), (1, 2, 3)] CacheInfo(hits=1, misses=4, maxsize=None, currsize=4)
# int float bool int CacheInfo(hits=1, misses=3, maxsize=None, currsize=3)
# 1 1 CacheInfo(hits=0, misses=2, maxsize=0, currsize=0)
# 2 2 5 5
# unhashable type: 'list'
