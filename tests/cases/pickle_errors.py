import math
import os
import pickle
import queue
import threading


def outer():
    def inner():
        pass

    class Local:
        pass

    return [inner, Local, Local(), lambda: 1]


def counted():
    yield 1


f = lambda: 1


def g():
    pass


first = g


def g():
    pass


class Holder:
    def __init__(self, what):
        self.what = what


class Unwilling:
    def __reduce__(self):
        raise ValueError('not me')


with open('pickle_errors.txt', 'w') as file:
    things = [f, first, counted(), threading.Lock(), threading.RLock(), threading.Event(), queue.Queue(),
              queue.SimpleQueue(), math, {}.keys(), file, Holder(threading.Lock()), [1, {2: Holder(f)}], Unwilling()]
    for thing in things + outer():
        try:
            pickle.dumps(thing)
            print('it can')
        except Exception as error:
            print(type(error).__name__, str(error).replace("at 0x7f0000000000", 'at').split(' at')[0])
os.remove('pickle_errors.txt')
# What fails leaves nothing behind: the next pickle is whole.
print(pickle.loads(pickle.dumps([1, 2])))
deep = []
for _ in range(2000):
    deep = [deep]
try:
    pickle.dumps(deep)
except RecursionError as error:
    print(str(error)[:32])

# expect:
# PicklingError Can't pickle <function <lambda>
# PicklingError Can't pickle <function g
# TypeError cannot pickle 'generator' object
# TypeError cannot pickle '_thread.lock' object
# TypeError cannot pickle '_thread.RLock' object
# TypeError cannot pickle '_thread.lock' object
# TypeError cannot pickle '_thread.lock' object
# TypeError cannot pickle '_queue.SimpleQueue' object
# TypeError cannot pickle 'module' object
# TypeError cannot pickle 'dict_keys' object
# TypeError cannot pickle '_io.TextIOWrapper' object
# TypeError cannot pickle '_thread.lock' object
# PicklingError Can't pickle <function <lambda>
# ValueError not me
# AttributeError Can't pickle local object 'outer.<locals>.inner'
# AttributeError Can't pickle local object 'outer.<locals>.Local'
# AttributeError Can't pickle local object 'outer.<locals>.Local'
# AttributeError Can't pickle local object 'outer.<locals>.<lambda>'
# [1, 2]
# maximum recursion depth exceeded
