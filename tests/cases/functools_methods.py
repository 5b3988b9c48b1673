# Functions that choose by class, methods with arguments given, and attributes that are computed once.
import collections
import functools
import typing
from collections import abc


@functools.singledispatch
def kind(value):
    return 'base'


for known in (abc.Sized, abc.MutableMapping, abc.Set):
    kind.register(known, lambda value, name=known.__name__: name)
print(kind({}), kind(set()), kind(collections.ChainMap()), kind([]), kind('x'), kind(3))
kind.register(list, lambda value: 'list')
print(kind([]), kind.dispatch(list)([]), list in kind.registry)


class Both:
    def __len__(self):
        return 0

    def __iter__(self):
        return iter(())


@functools.singledispatch
def ambiguous(value):
    return 'base'


ambiguous.register(abc.Iterable, lambda value: 'iterable')
ambiguous.register(abc.Sized, lambda value: 'sized')
try:
    ambiguous(Both())
except RuntimeError as exc:
    print(str(exc).split(':')[0])


@kind.register
def _(value: typing.Union[int, float]):
    return 'number'


@kind.register
def _(value: 'bytes | None'):
    return 'bytes or none'


print(kind(1), kind(True), kind(2.5), kind(None), kind(b''))
for wrong in (lambda: kind.register(list[int], print), lambda: kind.register(42, print), lambda: kind()):
    try:
        wrong()
    except TypeError as exc:
        print(exc)
try:
    @kind.register
    def _(value: list[int]):
        pass
except TypeError as exc:
    print(exc)


class Cell:
    def __init__(self):
        self.alive = False

    def set_state(self, state, *more, **named):
        self.alive = state
        return state, more, named

    set_alive = functools.partialmethod(set_state, True)
    set_named = functools.partialmethod(set_alive, 1, by='name')

    @classmethod
    def made(cls, *given):
        return cls.__name__, given

    @staticmethod
    def plain(*given):
        return given

    made_one = functools.partialmethod(made, 1)
    plain_one = functools.partialmethod(plain, 1)
    printed = functools.partialmethod(functools.partial(lambda mark, self, *given: (mark, given), 'mark'), 5)

    @functools.singledispatchmethod
    @classmethod
    def of(cls, value):
        """By class."""
        return cls.__name__, 'other'

    @of.register
    @classmethod
    def _(cls, value: int):
        return cls.__name__, 'int'


cell = Cell()
print(cell.set_alive(), cell.set_alive(2), cell.set_named(), Cell.set_alive(cell, 3))
print(cell.made_one(2), Cell.made_one(), cell.plain_one(2), Cell.plain_one(), cell.printed(6))
print(Cell.of(1), cell.of('x'), Cell.of.__name__, Cell.of.__doc__)
print(repr(functools.partialmethod(len, 1, key=2)))
try:
    functools.partialmethod(None)
except TypeError as exc:
    print(exc)


class Slotted:
    __slots__ = ('name',)

    @functools.cached_property
    def cost(self):
        """What it costs."""
        return 1


class Guarded:
    def __setattr__(self, name, value):
        raise TypeError('frozen')

    @functools.cached_property
    def cost(self):
        print('computed')
        return 2


print(Guarded.cost.__doc__, Slotted.cost.__doc__)
guarded = Guarded()
print(guarded.cost, guarded.cost, guarded.__dict__)
try:
    Slotted().cost
except TypeError as exc:
    print(exc)


class Late:
    pass


Late.cost = functools.cached_property(lambda self: 1)
try:
    Late().cost
except TypeError as exc:
    print(exc)


@functools.total_ordering
class Number(int):
    def __lt__(self, other):
        return int(self) > int(other)


@functools.total_ordering
class Version:
    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        return self.number == other.number

    def __ge__(self, other):
        return self.number >= other.number


print(Number(1) < Number(2), Number(1) >= Number(2))
print(Version(1) < Version(2), Version(2) <= Version(2), Version.__lt__.__name__)


class Part(functools.partial):
    pass


part = functools.partial(print)
part.__setstate__((part, (1,), {}, {}))
print(repr(part), repr(Part(len)).startswith('Part('))
part.__setstate__((print, (), None, None))
for state in ((None, (), {}, None), (print, [], {}, None), (print, (), [], None)):
    try:
        part.__setstate__(state)
    except TypeError as exc:
        print(exc)


@functools.lru_cache
def doubled(x):
    return 2 * x


doubled(1)
info = doubled.cache_info()
print(isinstance(info, tuple), info._asdict(), info)


def original():
    pass


original.mark = 1
print(hasattr(functools.update_wrapper(lambda: 0, original, updated=()), 'mark'))

# expect:
# MutableMapping Set MutableMapping Sized Sized base
# list list True
# Ambiguous dispatch
# number number number bytes or none bytes or none
# Invalid first argument to `register()`. list[int] is not a class or union type.
# Invalid first argument to `register()`. 42 is not a class or union type.
# kind requires at least 1 positional argument
# Invalid annotation for 'value'. list[int] is not a class.
# (True, (), {}) (True, (2,), {}) (True, (1,), {'by': 'name'}) (True, (3,), {})
# ('Cell', (1, 2)) ('Cell', (1,)) (1, 2) (1,) ('mark', (5, 6))
# ('Cell', 'int') ('Cell', 'other') of By class.
# functools.partialmethod(<built-in function len>, 1, key=2)
# None is not callable or a descriptor
# None What it costs.
# computed
# 2 2 {'cost': 2}
# No '__dict__' attribute on 'Slotted' instance to cache 'cost' property.
# Cannot use cached_property instance without calling __set_name__ on it.
# False False
# True True __lt__
# functools.partial(..., 1) True
# invalid partial state
# invalid partial state
# invalid partial state
# True {'hits': 0, 'misses': 1, 'maxsize': 128, 'currsize': 1} CacheInfo(hits=0, misses=1, maxsize=128, currsize=1)
# False
