# What typing's forms are equal to and refuse, type variables, dicts made by a call, and members of an enumeration as variables.
import enum
import types
from typing import *
print(type(int|str) is types.UnionType, Union[int,str]==(int|str), (int|str)==Union[int,str], Union[int,str]==Union[str,int], hash(int|str)==hash(Union[int,str]))
T=TypeVar('T'); N=TypeVar('N', int, str); B=TypeVar('B', bound=int)
class Box(Generic[T]): pass
K=TypeVar('K')
class Two(Generic[T,K]): pass
for f in (lambda: List[int,int], lambda: Box[int,str], lambda: Two[int], lambda: Dict[int], lambda: Box[int][str], lambda: Optional[int,str], lambda: isinstance([], list[int]), lambda: issubclass(list, list[int]), lambda: isinstance([], List[int]), lambda: isinstance(1, Union[int,list[int]]), lambda: list[int]|None, lambda: isinstance([], Box[int]), lambda: Set[int,int], lambda: Iterable[int,int], lambda: Two[int,int,int], lambda: TypeVar('X', int), lambda:isinstance(1, T)):
    try: print('ok', f())
    except Exception as e: print(type(e).__name__, e)
print(N.__constraints__, N.__bound__, B.__constraints__, B.__bound__, T.__name__, T.__covariant__, T.__contravariant__, repr(T), TypeVar('C',covariant=True))
D=TypedDict('D', {'a': int, 'b': str}); print(D(a=1), D.__annotations__, D.__total__, D.__name__, sorted(D.__required_keys__), D.__optional_keys__)
D2=TypedDict('D2', {'a': int}, total=False); print(D2.__total__, D2.__optional_keys__)
print(get_args(int|str), get_origin(int|str) is types.UnionType, isinstance(int|str, types.UnionType), isinstance(Union[int,str], types.UnionType))
@enum.global_enum
class Color(enum.Enum):
    RED=1
    GREEN=2
print(RED, repr(RED), Color.RED, [Color.GREEN])
print(isinstance([], List), isinstance({}, Mapping), isinstance(1, Iterable), isinstance('a', Union[int,str]), isinstance(1, Optional[str]), issubclass(dict, Mapping), isinstance(len, Callable), isinstance(3,(str,List)))
print(get_origin(Iterable[int]), get_origin(Deque[int]), get_origin(Mapping[str,int]), get_origin(Callable[[int],str]), get_args(Callable[[int],str]), get_origin(Union[int,str]) is Union, get_origin(Optional[int]))
print(Union[int|str, None], Optional[int|str], {int|str: 1}[Union[str,int]], T|None)
class P(Protocol[T]):
    def m(self): ...
class Sub(Box[int]): pass
try: Sub[int]
except TypeError as e: print(e)
print(P[int], Box[T][int], Dict[str, List[T]], Dict[str, T], Tuple[int,str,int], Tuple[int,...], Generator[int,None,None], Box[None])

# expect:
# True True True True True
# TypeError Too many arguments for typing.List; actual 2, expected 1
# TypeError Too many arguments for <class '__main__.Box'>; actual 2, expected 1
# TypeError Too few arguments for <class '__main__.Two'>; actual 1, expected 2
# TypeError Too few arguments for typing.Dict; actual 1, expected 2
# TypeError __main__.Box[int] is not a generic class
# TypeError typing.Optional requires a single type. Got (<class 'int'>, <class 'str'>).
# TypeError isinstance() argument 2 cannot be a parameterized generic
# TypeError issubclass() argument 2 cannot be a parameterized generic
# TypeError Subscripted generics cannot be used with class and instance checks
# ok True
# ok list[int] | None
# TypeError Subscripted generics cannot be used with class and instance checks
# TypeError Too many arguments for typing.Set; actual 2, expected 1
# TypeError Too many arguments for typing.Iterable; actual 2, expected 1
# TypeError Too many arguments for <class '__main__.Two'>; actual 3, expected 2
# TypeError A single constraint is not allowed
# TypeError isinstance() arg 2 must be a type, a tuple of types, or a union
# (<class 'int'>, <class 'str'>) None () <class 'int'> T False False ~T +C
# {'a': 1} {'a': <class 'int'>, 'b': <class 'str'>} True D ['a', 'b'] frozenset()
# False frozenset({'a'})
# (<class 'int'>, <class 'str'>) True True False
# RED __main__.RED RED [__main__.GREEN]
# True True False True False True True False
# <class 'collections.abc.Iterable'> <class 'collections.deque'> <class 'collections.abc.Mapping'> <class 'collections.abc.Callable'> ([<class 'int'>], <class 'str'>) True typing.Union
# typing.Union[int, str, NoneType] typing.Union[int, str, NoneType] 1 typing.Optional[~T]
# <class '__main__.Sub'> is not a generic class
# __main__.P[int] __main__.Box[int] typing.Dict[str, typing.List[~T]] typing.Dict[str, ~T] typing.Tuple[int, str, int] typing.Tuple[int, ...] typing.Generator[int, NoneType, NoneType] __main__.Box[NoneType]
