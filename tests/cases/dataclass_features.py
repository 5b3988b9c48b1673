from dataclasses import dataclass, field, asdict, astuple, replace, fields, FrozenInstanceError, KW_ONLY, InitVar, is_dataclass, make_dataclass
from typing import ClassVar
@dataclass(order=True)
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, compare=False, repr=False)
    count: ClassVar[int] = 5
print(P(1), P(1, 2) < P(2, 0), P(1) == P(1), asdict(P(3, 4, ['a'])), astuple(P(5)), replace(P(1, 2), y=9), [f.name for f in fields(P)])
@dataclass(frozen=True)
class F:
    a: int; b: str = 'q'
f = F(1)
try: f.a = 2
except FrozenInstanceError as e: print(type(e).__name__, e)
print(hash(F(1)) == hash(F(1)), {F(1): 'x'}[F(1)])
@dataclass(slots=True, kw_only=True)
class S:
    a: int; b: int = 2
print(S(a=1), S.__slots__)
try: S(1)
except TypeError as e: print(e)
try: S(a=1).zz = 1
except AttributeError as e: print(e)
@dataclass
class I:
    a: int
    scale: InitVar[int] = 2
    total: int = field(init=False)
    def __post_init__(self, scale): self.total = self.a * scale
print(I(3), I(3, 5), I(4, scale=3))
@dataclass
class B: x: int = 1
@dataclass
class C(B): 
    y: int = 2
    _: KW_ONLY
    z: int = 3
print(C(5, z=9), C.__match_args__, is_dataclass(C), is_dataclass(C()), C.__init__.__qualname__)
try:
    @dataclass
    class Bad: a: int = 1; b: int
except TypeError as e: print(e)
try:
    @dataclass
    class Bad2: a: list = []
except ValueError as e: print(e)
M = make_dataclass('M', [('x', int), ('y', int, 5)]); print(M(1))
@dataclass(eq=False)
class E: x: int
print(E(1) == E(1), repr(E(1)))
@dataclass(unsafe_hash=True)
class U: x: int
print(hash(U(1)) == hash(U(1)))
match P(1, 2):
    case P(x, y): print('match', x, y)

# expect:
# P(x=1, y=0) True True {'x': 3, 'y': 4, 'tags': ['a']} (5, 0, []) P(x=1, y=9) ['x', 'y', 'tags']
# FrozenInstanceError cannot assign to field 'a'
# True x
# S(a=1, b=2) ('a', 'b')
# S.__init__() takes 1 positional argument but 2 were given
# 'S' object has no attribute 'zz'
# I(a=3, total=6) I(a=3, total=15) I(a=4, total=12)
# C(x=5, y=2, z=9) ('x', 'y') True True C.__init__
# non-default argument 'b' follows default argument
# mutable default <class 'list'> for field a is not allowed: use default_factory
# M(x=1, y=5)
# False E(x=1)
# True
# match 1 2
