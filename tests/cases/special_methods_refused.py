# Special methods that are None, and those that give what they may not.
import collections.abc

def told(wanted):
    try:
        print(wanted())
    except Exception as error:
        print(type(error).__name__, error)

class Closed:
    __iter__ = None
    __hash__ = None
    __contains__ = None

closed = Closed()
for wanted in (lambda: iter(closed), lambda: hash(closed), lambda: 1 in closed, lambda: {closed: 1}, lambda: list(closed)):
    told(wanted)
print(isinstance(closed, collections.abc.Hashable), isinstance(closed, collections.abc.Iterable))

class Items:
    def __getitem__(self, index):
        return [1, 2][index]

    __contains__ = None

class NotIterated(Items):
    __iter__ = None

class NotReversed(Items):
    __reversed__ = None

    def __len__(self):
        return 2

told(lambda: 1 in Items())
told(lambda: list(Items()))
told(lambda: list(NotIterated()))
told(lambda: reversed(NotReversed()))

def loop():
    for _ in NotIterated():
        pass

told(loop)
print(list.__hash__, dict.__hash__, set.__hash__, bytearray.__hash__, [].__hash__, {}.__hash__, collections.deque.__hash__)
print(type('Derived', (list,), {}).__hash__, type('Equal', (), {'__eq__': lambda self, other: True}).__hash__)

class Given:
    def __init__(self, value):
        self.value = value

    def give(self, *_):
        return self.value

    __hash__ = __format__ = __iter__ = __len__ = __bool__ = __index__ = __str__ = __repr__ = give

for value in (1.5, 'abc', None, -5):
    given = Given(value)
    for wanted in (lambda: hash(given), lambda: format(given), lambda: f'{given}', lambda: '{}'.format(given), lambda: iter(given),
                   lambda: len(given), lambda: bool(given), lambda: [1][given], lambda: str(given), lambda: {given}):
        told(wanted)

class Long:
    def __init__(self, length):
        self.length = length

    def __len__(self):
        return self.length

    def __hash__(self):
        return self.length

print(len(Long(True)), hash(Long(True)), hash(Long(10 ** 30)) == hash(10 ** 30), hash(Long(-1)))

class Slotted(collections.abc.Sized):
    __slots__ = ('x',)

    def __len__(self):
        return 0

def extend():
    Slotted().y = 1

told(extend)
told(lambda: type('Wrong', (), {'__slots__': ('x',), 'x': 1}))
told(lambda: type('Wrong', (), {'__slots__': ('x y',)}))
told(lambda: type('Wrong', (), {'__slots__': (1,)}))

# expect:
# TypeError 'Closed' object is not iterable
# TypeError unhashable type: 'Closed'
# TypeError 'Closed' object is not a container
# TypeError unhashable type: 'Closed'
# TypeError 'Closed' object is not iterable
# False False
# TypeError 'Items' object is not a container
# [1, 2]
# TypeError 'NotIterated' object is not iterable
# TypeError 'NotReversed' object is not reversible
# TypeError 'NotIterated' object is not iterable
# None None None None None None None
# None None
# TypeError __hash__ method should return an integer
# TypeError __format__ must return a str, not float
# TypeError __format__ must return a str, not float
# TypeError __format__ must return a str, not float
# TypeError iter() returned non-iterator of type 'float'
# TypeError 'float' object cannot be interpreted as an integer
# TypeError __bool__ should return bool, returned float
# TypeError __index__ returned non-int (type float)
# TypeError __str__ returned non-string (type float)
# TypeError __hash__ method should return an integer
# TypeError __hash__ method should return an integer
# abc
# abc
# abc
# TypeError iter() returned non-iterator of type 'str'
# TypeError 'str' object cannot be interpreted as an integer
# TypeError __bool__ should return bool, returned str
# TypeError __index__ returned non-int (type str)
# abc
# TypeError __hash__ method should return an integer
# TypeError __hash__ method should return an integer
# TypeError __format__ must return a str, not NoneType
# TypeError __format__ must return a str, not NoneType
# TypeError __format__ must return a str, not NoneType
# TypeError iter() returned non-iterator of type 'NoneType'
# TypeError 'NoneType' object cannot be interpreted as an integer
# TypeError __bool__ should return bool, returned NoneType
# TypeError __index__ returned non-int (type NoneType)
# TypeError __str__ returned non-string (type NoneType)
# TypeError __hash__ method should return an integer
# -5
# TypeError __format__ must return a str, not int
# TypeError __format__ must return a str, not int
# TypeError __format__ must return a str, not int
# TypeError iter() returned non-iterator of type 'int'
# ValueError __len__() should return >= 0
# TypeError __bool__ should return bool, returned int
# IndexError list index out of range
# TypeError __str__ returned non-string (type int)
# TypeError __repr__ returned non-string (type int)
# 1 1 True -2
# AttributeError 'Slotted' object has no attribute 'y'
# ValueError 'x' in __slots__ conflicts with class variable
# TypeError __slots__ must be identifiers
# TypeError __slots__ items must be strings, not 'int'
