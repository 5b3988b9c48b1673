# The classic: a pool maps a function over numbers; the same results as map, in the same order, from other processes.
import os
from multiprocessing import Pool


def square(n):
    return n * n


def square_and_where(n):
    return n * n, os.getpid()


if __name__ == '__main__':
    with Pool(processes=2) as pool:
        print(pool.map(square, range(10)))
        pairs = pool.map(square_and_where, range(20))
        print([value for value, _ in pairs] == [n * n for n in range(20)])
        print('elsewhere:', os.getpid() not in {place for _, place in pairs}, len({place for _, place in pairs}) <= 2)
        print(pool.map(square, []), pool.map(len, ['a', 'bb']), pool.map(str, {3: 'x'}))

# expect:
# [0, 1, 4, 9, 16, 25, 36, 49, 64, 81]
# True
# elsewhere: True True
# [] [1, 2] ['3']
