# Which abstract classes values are instances of, and which special methods they have.
import collections.abc as kinds
import contextlib
import threading
from array import array
from collections import ChainMap, OrderedDict, UserDict, defaultdict, deque


def generator():
    yield


class Plain:
    def method(self):
        pass


class Called:
    __hash__ = None

    def __call__(self):
        return 'called'


NAMES = ['Callable', 'Hashable', 'Sized', 'Container', 'Iterable', 'Iterator', 'Collection', 'Reversible', 'Sequence',
         'MutableSequence', 'Mapping', 'MutableMapping', 'Set', 'MutableSet', 'KeysView', 'ValuesView', 'ItemsView']
VALUES = {
    'list': [], 'dict': {}, 'str': 'a', 'int': 1, 'None': None, 'bytes': b'', 'bytearray': bytearray(), 'slice': slice(1),
    'deque': deque(), 'chain map': ChainMap(), 'ordered': OrderedDict(), 'default': defaultdict(int), 'own': UserDict(),
    'array': array('i'), 'memoryview': memoryview(b''), 'keys': {}.keys(), 'values': {}.values(), 'items': {}.items(),
    'generator': generator(), 'function': generator, 'lambda': lambda: 0, 'class': Plain, 'type': int, 'object': Plain(),
    'bound': Plain().method, 'built-in': len, 'bound built-in': [].append, 'descriptor': str.upper, 'called': Called(),
    'static': staticmethod(len),
}
for name, value in VALUES.items():
    print(name, *[kind for kind in NAMES if isinstance(value, getattr(kinds, kind))])

called = [generator, len, [].append, str.upper, Plain().method, lambda: 0, Called(), 1, [], 'a']
print([hasattr(value, '__call__') for value in called])
for value in (deque(), bytearray(), {}.keys(), {}.values(), {}.items()):
    print([hasattr(value, name) for name in ('__len__', '__iter__', '__contains__', '__getitem__', '__reversed__')])

# They do what the operators do.
print(len.__call__('abc'), [].append.__call__(1), Called().__call__(), (lambda a, b=1: a + b).__call__(1, b=5))
items = deque([1, 2, 3])
print(items.__len__(), items.__getitem__(1), items.__contains__(4), list(items.__reversed__()), items.__add__(deque([4])))
items.__setitem__(0, 9)
items.__delitem__(1)
print(items, items.__eq__(deque([9, 3])), items.__lt__(deque([10])))
data = bytearray(b'abc')
print(data.__len__(), data.__getitem__(0), data.__contains__(98), data.__add__(b'd'), data.__eq__(b'abc'))
print({1: 2}.keys().__len__(), {1: 2}.items().__contains__((1, 2)), {1: 2}.keys().__and__({1, 3}), b'ab'.__eq__(b'ab'))
print({1}.__eq__(3), {1}.__lt__({1, 2}), b'a'.__eq__(3), b'a'.__lt__(b'b'), {1: 2}.keys().__eq__({1}))

print(isinstance(threading.Lock(), contextlib.AbstractContextManager), isinstance(1, contextlib.AbstractContextManager))
try:
    class Half(contextlib.AbstractContextManager):
        pass
    Half()
except TypeError as problem:
    print(problem)

# A chain of mappings is a mapping.
chain = ChainMap({'a': 1}, {'a': 2, 'b': 3})
print(chain == {'a': 1, 'b': 3}, len(chain), list(chain.items()), chain.keys() & {'a'}, bool(ChainMap()))
print(chain.pop('a'), chain['a'], chain.setdefault('c', 4), chain.maps, chain.copy(), chain | {'d': 5})
try:
    chain.pop('b')
except KeyError as problem:
    print(problem)

# expect:
# list Sized Container Iterable Collection Reversible Sequence MutableSequence
# dict Sized Container Iterable Collection Reversible Mapping MutableMapping
# str Hashable Sized Container Iterable Collection Reversible Sequence
# int Hashable
# None Hashable
# bytes Hashable Sized Container Iterable Collection Reversible Sequence
# bytearray Sized Container Iterable Collection Reversible Sequence MutableSequence
# slice
# deque Sized Container Iterable Collection Reversible Sequence MutableSequence
# chain map Sized Container Iterable Collection Mapping MutableMapping
# ordered Sized Container Iterable Collection Reversible Mapping MutableMapping
# default Sized Container Iterable Collection Reversible Mapping MutableMapping
# own Sized Container Iterable Collection Mapping MutableMapping
# array Sized Container Iterable Collection Reversible Sequence MutableSequence
# memoryview Hashable Sized Container Iterable Collection Reversible Sequence
# keys Sized Container Iterable Collection Reversible Set KeysView
# values Hashable Sized Container Iterable Collection Reversible ValuesView
# items Sized Container Iterable Collection Reversible Set ItemsView
# generator Hashable Iterable Iterator
# function Callable Hashable
# lambda Callable Hashable
# class Callable Hashable
# type Callable Hashable
# object Hashable
# bound Callable Hashable
# built-in Callable Hashable
# bound built-in Callable Hashable
# descriptor Callable Hashable
# called Callable
# static Callable Hashable
# [True, True, True, True, True, True, True, False, False, False]
# [True, True, True, True, True]
# [True, True, True, True, False]
# [True, True, True, False, True]
# [True, True, False, False, True]
# [True, True, True, False, True]
# 3 None called 6
# 3 2 False [3, 2, 1] deque([1, 2, 3, 4])
# deque([9, 3]) True True
# 3 97 True bytearray(b'abcd') True
# 1 True {1} True
# NotImplemented True NotImplemented True True
# True False
# Can't instantiate abstract class Half with abstract method __exit__
# True 2 [('a', 1), ('b', 3)] {'a'} False
# 1 2 4 [{'c': 4}, {'a': 2, 'b': 3}] ChainMap({'c': 4}, {'a': 2, 'b': 3}) ChainMap({'c': 4, 'd': 5}, {'a': 2, 'b': 3})
# "Key not found in the first mapping: 'b'"
