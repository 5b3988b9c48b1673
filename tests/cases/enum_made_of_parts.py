# Members whose values auto() gives beside others or after what has no order, and members of types of data.
import warnings
from dataclasses import dataclass
from datetime import date
from enum import Enum, IntEnum, ReprEnum, auto


class Planet(Enum):
    MERCURY = auto(), "rock"
    VENUS = auto(), "rock"
    JUPITER = "gas", auto(), auto()
    NEXT = auto()


print([member.value for member in Planet])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")

    class Mixed(Enum):
        A = 5
        B = 1
        C = auto()
        D = "text"
        E = auto()

    class Texts(Enum):
        A = "a"
        B = auto()


print([member.value for member in Mixed], [member.value for member in Texts])
print([warning.category.__name__ for warning in caught], str(caught[0].message).split("\n")[0][:40])


class Unique(Enum):
    def __init__(self, *args):
        if any(self.value == member.value for member in type(self)):
            raise ValueError("no alias " + self.name)


class Once(Unique):
    A = 1
    B = 2


try:

    class Twice(Unique):
        A = 1
        B = 1

except ValueError as error:
    print(error)


class Day(date, Enum):
    FIRST = 2024, 1, 2


class Level(float, Enum):
    LOW = 0.5


class Plain(float, ReprEnum):
    HALF = 0.5


@dataclass
class Point:
    x: int
    y: int = 0


class Corner(Point, Enum):
    ORIGIN = 0, 0
    RIGHT = 1


class Shouting(IntEnum):
    ONE = 1

    def __str__(self):
        return self.name + "!"


for member in (Day.FIRST, Level.LOW, Plain.HALF, Corner.RIGHT, Shouting.ONE):
    print(repr(member), str(member), format(member), f"{member:>12}" if member is not Day.FIRST else "-")
print(Day.FIRST.year, Level.LOW + 1, Plain.HALF * 2, Corner.RIGHT.x, Corner.RIGHT.value, Shouting.ONE + 1)
try:
    Wrong = Enum.__class__("Wrong", (Enum, str), Enum.__class__.__prepare__("Wrong", (Enum,)))
except TypeError as error:
    print(type(error).__name__)

# expect:
# [(1, 'rock'), (2, 'rock'), ('gas', 3, 4), 5]
# [5, 1, 6, 'text', 7] ['a', 1]
# ['DeprecationWarning', 'DeprecationWarning', 'DeprecationWarning'] In 3.13 the default `auto()`/`_generate_
# no alias B
# <Day.FIRST: datetime.date(2024, 1, 2)> Day.FIRST Day.FIRST -
# <Level.LOW: 0.5> Level.LOW Level.LOW    Level.LOW
# <Plain.HALF: 0.5> 0.5 0.5          0.5
# <Corner.RIGHT: Point(x=1, y=0)> Corner.RIGHT Corner.RIGHT Corner.RIGHT
# <Shouting.ONE: 1> ONE! ONE!            1
# 2024 1.5 1.0 1 Point(x=1, y=0) 2
# TypeError
