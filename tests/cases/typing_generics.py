from typing import *
import typing
T = TypeVar('T'); K = TypeVar('K')
class Stack(Generic[T]):
    def __init__(self) -> None: self.items: list[T] = []
    def push(self, x: T) -> None: self.items.append(x)
    def pop(self) -> T: return self.items.pop()
s = Stack[int](); s.push(1); print(s.pop(), Stack[int], Optional[int], Union[int, str], List[int], Dict[str, int], Callable[[int], str], Tuple[int, ...], Any, list[int] | None)
@runtime_checkable
class Shape(Protocol):
    def area(self) -> float: ...
class Sq:
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2
print(isinstance(Sq(2), Shape), isinstance(3, Shape), issubclass(Sq, Shape))
class Pt(NamedTuple):
    x: int
    y: int = 0
    def norm(self): return (self.x ** 2 + self.y ** 2) ** .5
print(Pt(3, 4).norm(), Pt(1), Pt(1)._asdict(), Pt._fields, Pt(1)._replace(y=5), Pt.__annotations__, Pt._field_defaults)
class TD(TypedDict, total=False): name: str; n: int
print(TD(name='a'), TD.__annotations__, TD.__total__)
def f(a: int, b: 'str' = 'x', *args: float, **kw: Any) -> Literal['q', 1]: ...
print(get_type_hints(f) if False else f.__annotations__, get_origin(List[int]), get_args(Dict[str, int]), cast(int, 'x'), NewType('U', int)(5))
x: Final = 5
y: ClassVar[int] = 3 
@overload
def g(a: int) -> int: ...
@overload
def g(a: str) -> str: ...
def g(a): return a
print(g(1), TYPE_CHECKING, T, Iterable[T], Type[int], Sequence[int], Optional[List[int]])
@final
class Z: pass
class AB(Generic[K, T]): pass
print(AB[int, str], AB.__parameters__, AB[int, T], Annotated[int, 'm'])
print(x, Pt(1, 2) == (1, 2), Pt(1, 2) + (3,), typing.get_type_hints(Pt))

# expect:
# 1 __main__.Stack[int] typing.Optional[int] typing.Union[int, str] typing.List[int] typing.Dict[str, int] typing.Callable[[int], str] typing.Tuple[int, ...] typing.Any list[int] | None
# True False True
# 5.0 Pt(x=1, y=0) {'x': 1, 'y': 0} ('x', 'y') Pt(x=1, y=5) {'x': <class 'int'>, 'y': <class 'int'>} {'y': 0}
# {'name': 'a'} {'name': <class 'str'>, 'n': <class 'int'>} False
# {'a': <class 'int'>, 'b': 'str', 'args': <class 'float'>, 'kw': typing.Any, 'return': typing.Literal['q', 1]} <class 'list'> (<class 'str'>, <class 'int'>) x 5
# 1 False ~T typing.Iterable[~T] typing.Type[int] typing.Sequence[int] typing.Optional[typing.List[int]]
# __main__.AB[int, str] (~K, ~T) __main__.AB[int, ~T] typing.Annotated[int, 'm']
# 5 True (1, 2, 3) {'x': <class 'int'>, 'y': <class 'int'>}
