# What the fields of dataclasses are made of: class variables, defaults of bases, descriptors, texts for annotations.
import typing
import typing as t
from abc import ABC, abstractmethod
from collections import OrderedDict, namedtuple
from dataclasses import KW_ONLY, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, make_dataclass, replace
from typing import ClassVar, ClassVar as Shared


def refused(make):
    try:
        make()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


@dataclass
class Counted:
    x: int
    count: ClassVar[int] = field(default=10)
    shared: "Shared[int]" = 1
    other: "t.ClassVar" = 2
    named_so: "ClassVariable" = 3
    scale: "InitVar[int]" = 4


print(Counted(1), Counted.count, [f.name for f in fields(Counted)], list(Counted.__dataclass_fields__))
print(InitVar[int], InitVar[t.List[int]], field(default=1).default)


class Plain:
    x = 5


@dataclass
class Derived(Plain):
    x: int
    y: int = 6


print(Derived())


class Doubled:
    def __init__(self, default=None):
        self.default = default

    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner):
        return self.default if instance is None else getattr(instance, self.name)

    def __set__(self, instance, value):
        setattr(instance, self.name, value * 2)


@dataclass
class Described:
    x: int = Doubled(3)
    y: Doubled = field(default=Doubled())


print(Described(4, 5), Described.x)

Pair = namedtuple("Pair", "a b")


@dataclass
class Holding:
    pair: Pair
    ordered: OrderedDict


holding = Holding(Pair(1, Pair(2, 3)), OrderedDict(z=1, a=2))
print(asdict(holding), astuple(holding), type(asdict(holding)["ordered"]).__name__)


class Answering:
    def __getattr__(self, name):
        return 1


print(is_dataclass(Answering()), is_dataclass(Holding), is_dataclass(holding))


@dataclass
class WithInit:
    x: int
    y: InitVar[int]

    def __post_init__(self, y):
        self.x *= y


refused(lambda: replace(WithInit(1, 2), x=3))
print(replace(WithInit(1, 2), x=3, y=5))


@dataclass(frozen=True)
class Frozen:
    x: int = 1


@dataclass
class Loose:
    x: int = 1


class Shape(ABC):
    @property
    @abstractmethod
    def size(self):
        pass


@dataclass
class Sized(Shape):
    size: int = 3


print(Sized())


def declared(kind, value, **options):
    return lambda: dataclass(**options)(type("Made", (), {"__annotations__": {"x": kind}, "x": value}))


refused(declared(ClassVar[int], field(default_factory=int)))
refused(declared(InitVar[int], field(default_factory=int)))
refused(declared(ClassVar[int], field(kw_only=True)))
refused(declared(int, []))
refused(lambda: dataclass(type("Made", (), {"x": field()})))
refused(lambda: dataclass(type("Made", (), {"__annotations__": {"a": KW_ONLY, "b": KW_ONLY}})))
refused(lambda: dataclass(type("Made", (Frozen,), {})))
refused(lambda: dataclass(frozen=True)(type("Made", (Loose,), {})))
refused(lambda: dataclass(unsafe_hash=True)(type("Made", (), {"__hash__": lambda self: 1})))
refused(lambda: dataclass(weakref_slot=True)(type("Made", (), {})))
refused(lambda: field(metadata=[]))
for names in (["a", "a"], ["for"], ["a-b"], [("a", int, 1, 2)], [5]):
    refused(lambda: make_dataclass("Made", names))
T = typing.TypeVar("T")
Child = make_dataclass("Child", [("y", T), ("z", int, None)], bases=(typing.Generic[T],))
print(Child[int](1), Child.__orig_bases__)


@dataclass(unsafe_hash=True)
class Hashed:
    x: int

    def __eq__(self, other):
        return NotImplemented


print(hash(Hashed(1)) == hash((1,)), Loose.__hash__, Frozen.__dataclass_params__)

# expect:
# Counted(x=1, named_so=3) 10 ['x', 'named_so'] ['x', 'count', 'shared', 'other', 'named_so', 'scale']
# dataclasses.InitVar[int] dataclasses.InitVar[typing.List[int]] 1
# Derived(x=5, y=6)
# Described(x=8, y=10) 3
# {'pair': Pair(a=1, b=Pair(a=2, b=3)), 'ordered': OrderedDict([('z', 1), ('a', 2)])} (Pair(a=1, b=Pair(a=2, b=3)), OrderedDict([('z', 1), ('a', 2)])) OrderedDict
# False True True
# ValueError InitVar 'y' must be specified with replace()
# WithInit(x=15)
# Sized(size=3)
# TypeError field x cannot have a default factory
# TypeError field x cannot have a default factory
# TypeError field x is a ClassVar but specifies kw_only
# ValueError mutable default <class 'list'> for field x is not allowed: use default_factory
# TypeError 'x' is a field but has no type annotation
# TypeError 'b' is KW_ONLY, but KW_ONLY has already been specified
# TypeError cannot inherit non-frozen dataclass from a frozen one
# TypeError cannot inherit frozen dataclass from a non-frozen one
# TypeError Cannot overwrite attribute __hash__ in class Made
# TypeError weakref_slot is True but slots is False
# TypeError mappingproxy() argument must be a mapping, not list
# TypeError Field name duplicated: 'a'
# TypeError Field names must not be keywords: 'for'
# TypeError Field names must be valid identifiers: 'a-b'
# TypeError Invalid field: ('a', <class 'int'>, 1, 2)
# TypeError object of type 'int' has no len()
# Child(y=1, z=None) (typing.Generic[~T],)
# True None _DataclassParams(init=True,repr=True,eq=True,order=False,unsafe_hash=False,frozen=True)
