# What cannot be pickled cannot be sent: lambdas, locks, generators; a bound method and a partial of a function can.
import functools
import multiprocessing
import threading


class Scale:
    def __init__(self, factor):
        self.factor = factor

    def times(self, n):
        return n * self.factor


def power(base, n):
    return base ** n


def inner():
    def local(n):
        return n

    return local


if __name__ == '__main__':
    with multiprocessing.Pool(2) as pool:
        print(pool.map(Scale(3).times, [1, 2, 3]), pool.map(functools.partial(power, 2), [1, 2, 3]))
        print(pool.map(str.upper, ['a', 'b']), pool.map(' '.join, [['c', 'd']]))
        for wrong in (lambda n: n, inner()):
            try:
                pool.map(wrong, [1])
            except Exception as error:
                print(type(error).__name__, str(error).split(' 0x')[0].split(' at')[0])
        for payload in (threading.Lock(), (n for n in 'ab')):
            try:
                pool.apply(repr, (payload,))
            except TypeError as error:
                print(error)
        print('the pool still works:', pool.apply(pow, (2, 5)))

# expect:
# [3, 6, 9] [2, 4, 8]
# ['A', 'B'] ['c d']
# PicklingError Can't pickle <function <lambda>
# AttributeError Can't pickle local object 'inner.<locals>.local'
# cannot pickle '_thread.lock' object
# cannot pickle 'generator' object
# the pool still works: 32
