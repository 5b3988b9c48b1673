# The methods that a dataclass is given are functions like any other.
from dataclasses import FrozenInstanceError, InitVar, KW_ONLY, dataclass, field, fields
import inspect, sys, traceback

@dataclass
class Point:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)

print(Point(1), Point(1, 2) == Point(1, 2), inspect.signature(Point), Point.__init__.__qualname__, Point.__init__.__annotations__)
for wrong in (lambda: Point(), lambda: Point(1, 2, 3, 4), lambda: Point(1, z=2), lambda: Point(1, x=2)):
    try:
        wrong()
    except TypeError as error:
        print(error)

@dataclass(order=True, frozen=True)
class Frozen:
    a: int
    b: str = 'q'

    def __post_init__(self):
        object.__setattr__(self, 'b', self.b.upper())

class Looser(Frozen):
    pass

loose = Looser(1)
loose.more = 2
print(sorted([Frozen(2), Frozen(1, 'z'), Frozen(1, 'a')]), {Frozen(1): 2}[Frozen(1)], loose.more)
for what in (lambda: setattr(loose, 'a', 3), lambda: delattr(Frozen(1), 'a'), lambda: Frozen(1) < 3):
    try:
        what()
    except (FrozenInstanceError, TypeError) as error:
        print(type(error).__name__, error)

@dataclass
class Odd:
    self: int
    init: InitVar[int]
    _: KW_ONLY
    k: int = 3
    h: int = field(init=False, default=9, repr=False)
    l: list = field(init=False, default_factory=lambda: [1])

    def __post_init__(self, init):
        self.got = init

odd = Odd(1, 5, k=4)
print(odd, odd.got, odd.h, 'h' in odd.__dict__)

@dataclass
class Tree:
    kids: list = field(default_factory=list)

tree = Tree()
tree.kids.append(tree)
print(tree)

@dataclass(slots=True)
class Slotted:
    a: int = 1
    b: int = field(default=2, init=False)

print(Slotted(), Slotted.__slots__, Slotted(5).b)
print(repr(fields(Point)[1])[:30], fields(Point)[1].metadata)

def within():
    @dataclass
    class Local:
        v: int
    try:
        Local()
    except TypeError as error:
        print(error)

within()

@dataclass
class Failing:
    a: int

    def __post_init__(self):
        raise ValueError('no')

try:
    Failing(1)
except ValueError:
    told = traceback.format_exc().splitlines()
    print(told[0], [line.strip() for line in told if '<string>' in line], told[-1])

# expect:
# Point(x=1, y=0, tags=[]) True (x: int, y: int = 0, tags: list = <factory>) -> None Point.__init__ {'x': <class 'int'>, 'y': <class 'int'>, 'tags': <class 'list'>, 'return': None}
# Point.__init__() missing 1 required positional argument: 'x'
# Point.__init__() takes from 2 to 4 positional arguments but 5 were given
# Point.__init__() got an unexpected keyword argument 'z'
# Point.__init__() got multiple values for argument 'x'
# [Frozen(a=1, b='A'), Frozen(a=1, b='Z'), Frozen(a=2, b='Q')] 2 2
# FrozenInstanceError cannot assign to field 'a'
# FrozenInstanceError cannot delete field 'a'
# TypeError '<' not supported between instances of 'Frozen' and 'int'
# Odd(self=1, k=4, l=[1]) 5 9 False
# Tree(kids=[...])
# Slotted(a=1, b=2) ('a', 'b') 2
# Field(name='y',type=<class 'in {}
# within.<locals>.Local.__init__() missing 1 required positional argument: 'v'
# Traceback (most recent call last): ['File "<string>", line 4, in __init__'] ValueError: no
