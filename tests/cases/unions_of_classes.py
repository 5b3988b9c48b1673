# `|` of classes whose metaclass is the program's or the library's: what annotations are made of.
from abc import ABC
from enum import Enum
from typing import Protocol, TypedDict

class Shown(Protocol):
    def show(self): ...

class Table(TypedDict):
    x: int

class Base(ABC):
    pass

class Colour(Enum):
    RED = 1

class Meta(type):
    pass

class Made(metaclass=Meta):
    pass

for kind in (Shown, Table, Base, Colour, Made):
    print(int | kind, kind | int, kind | None, None | kind, kind | str | int, int | str | kind, list[int] | kind, kind | kind)

def paint(colour: Colour | None = None, *, over: Base | int = 1) -> Made | None:
    pass

print(paint.__annotations__)
print(isinstance(5, int | Base), isinstance(Base(), int | Base), isinstance("x", int | Base), isinstance(None, Colour | None))
print(issubclass(Base, int | Base), (Colour | None).__args__, Colour | None == None | Colour, hash(int | Base) == hash(Base | int))

class Adding(type):
    def __or__(cls, other):
        return "or"

    def __ror__(cls, other):
        return "ror"

class Added(metaclass=Adding):
    pass

print(Added | int, int | Added, Added | Made)
kinds = int
kinds |= Base
print(kinds)
try:
    Base | 5
except TypeError as problem:
    print(problem)

# expect:
# int | __main__.Shown __main__.Shown | int __main__.Shown | None None | __main__.Shown __main__.Shown | str | int int | str | __main__.Shown list[int] | __main__.Shown <class '__main__.Shown'>
# int | __main__.Table __main__.Table | int __main__.Table | None None | __main__.Table __main__.Table | str | int int | str | __main__.Table list[int] | __main__.Table <class '__main__.Table'>
# int | __main__.Base __main__.Base | int __main__.Base | None None | __main__.Base __main__.Base | str | int int | str | __main__.Base list[int] | __main__.Base <class '__main__.Base'>
# int | __main__.Colour __main__.Colour | int __main__.Colour | None None | __main__.Colour __main__.Colour | str | int int | str | __main__.Colour list[int] | __main__.Colour <enum 'Colour'>
# int | __main__.Made __main__.Made | int __main__.Made | None None | __main__.Made __main__.Made | str | int int | str | __main__.Made list[int] | __main__.Made <class '__main__.Made'>
# {'colour': __main__.Colour | None, 'over': __main__.Base | int, 'return': __main__.Made | None}
# True True False True
# True (<enum 'Colour'>, <class 'NoneType'>) True True
# or ror or
# int | __main__.Base
# unsupported operand type(s) for |: 'ABCMeta' and 'int'
