# What types of fields and of keys tell.
from typing import NewType, TypedDict, Required, NotRequired, Optional, List, Annotated
from dataclasses import dataclass, field
U=NewType('U',int); print(U(3), U.__supertype__, U.__name__)
class D(TypedDict, total=False):
    a: int
    b: Required[str]
class E(D):
    c: int
    d: NotRequired[int]
print(sorted(D.__required_keys__), sorted(D.__optional_keys__), sorted(E.__required_keys__), sorted(E.__optional_keys__), E(c=1,b='x'))
@dataclass
class P:
    v: int
    w: Optional[int] = None
    k: list = field(default_factory=list)
    z: 'str' = 'q'
    l: List[int] = field(default_factory=list, kw_only=True)
print(P.__doc__)
@dataclass
class Q:
    "own"
    p: P
print(Q.__doc__)

# expect:
# 3 <class 'int'> U
# ['b'] ['a'] ['b', 'c'] ['a', 'd'] {'c': 1, 'b': 'x'}
# P(v: int, w: Optional[int] = None, k: list = <factory>, z: 'str' = 'q', *, l: List[int] = <factory>)
# own
