from dataclasses import FrozenInstanceError, asdict, astuple, dataclass, field, fields, is_dataclass, replace
from typing import ClassVar, List


@dataclass
class Item:
    name: str
    price: float = 1.5
    tags: List[str] = field(default_factory=list)
    count: ClassVar[int] = 0

    def total(self, n: int) -> float:
        return self.price * n


a, b = Item("pen"), Item("pen", 1.5, [])
print(a, a == b, a.total(4), a != Item("ink"), a.tags is b.tags, Item.count, [f.name for f in fields(a)], is_dataclass(Item))
a.tags.append("x")
print(asdict(a), astuple(a), replace(a, price=3.0), a == b)


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0
    note: str = field(default="", compare=False, repr=False)


print(sorted([Version(2), Version(1, 5), Version(1, 2)]), Version(1) < Version(1, 1), hash(Version(1)) == hash(Version(1, note="x")), {Version(1): "one"}[Version(1)])
try:
    Version(1).major = 5
except FrozenInstanceError as error:
    print(type(error).__name__, error)


@dataclass
class Base:
    x: int
    y: int = field(default=0, kw_only=True)


@dataclass
class Child(Base):
    z: int = 3
    total: int = field(init=False)

    def __post_init__(self):
        self.total = self.x + self.y + self.z


print(Child(1), Child(1, 2, y=5), Child.__match_args__)
for bad in (lambda: Item(), lambda: Item("a", 1, [], 5), lambda: Item("a", nothing=1), lambda: Item("a", name="b"), lambda: Version(1) < 5, lambda: hash(a), lambda: asdict(5)):
    try:
        print(bad())
    except TypeError as error:
        print(error)
try:
    @dataclass
    class Wrong:
        items: list = []
except ValueError as error:
    print(error)
match Version(3, 1):
    case Version(major, minor):
        print(major, minor)
# expect:
# Item(name='pen', price=1.5, tags=[]) True 6.0 True False 0 ['name', 'price', 'tags'] True
# {'name': 'pen', 'price': 1.5, 'tags': ['x']} ('pen', 1.5, ['x']) Item(name='pen', price=3.0, tags=['x']) False
# [Version(major=1, minor=2), Version(major=1, minor=5), Version(major=2, minor=0)] True True one
# FrozenInstanceError cannot assign to field 'major'
# Child(x=1, y=0, z=3, total=4) Child(x=1, y=5, z=2, total=8) ('x', 'z')
# Item.__init__() missing 1 required positional argument: 'name'
# Item.__init__() takes from 2 to 4 positional arguments but 5 were given
# Item.__init__() got an unexpected keyword argument 'nothing'
# Item.__init__() got multiple values for argument 'name'
# '<' not supported between instances of 'Version' and 'int'
# unhashable type: 'Item'
# asdict() should be called on dataclass instances
# mutable default <class 'list'> for field items is not allowed: use default_factory
# 3 1
