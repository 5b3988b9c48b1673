"""Variables of a dataclass that are for `__init__` alone, in its signature."""
import inspect
import typing
from dataclasses import InitVar, dataclass
@dataclass
class Made:
    a: int
    b: InitVar[int] = 3
print(inspect.signature(Made), Made.__init__.__annotations__, Made.__doc__)


@dataclass
class More(Made):
    c: InitVar[typing.Optional[str]] = None
    d: InitVar['Made'] = None


print(inspect.signature(More), More(1).b, More.__doc__)


class Own:
    pass


def shown(a: Own, b: typing.List[Own], c: list[Own], d: typing.Callable[[int], Own], e: typing.Optional[list[int]], f: list[typing.Any], g: 'Own', h: int | None, i: typing.Any) -> Own:
    pass


print(inspect.signature(shown))


@dataclass
class Many:
    a: typing.List[int]
    b: list[typing.Optional[int]]
    c: 'Own'
    d: Own
    e: int | str
    f: typing.Union[int, None]


print(Many.__doc__, inspect.signature(Many))
# expect:
# (a: int, b: dataclasses.InitVar[int] = 3) -> None {'a': <class 'int'>, 'b': dataclasses.InitVar[int], 'return': None} Made(a: int, b: dataclasses.InitVar[int] = 3)
# (a: int, b: dataclasses.InitVar[int] = 3, c: dataclasses.InitVar[typing.Optional[str]] = None, d: dataclasses.InitVar['Made'] = None) -> None 3 More(a: int, b: dataclasses.InitVar[int] = 3, c: dataclasses.InitVar[typing.Optional[str]] = None, d: dataclasses.InitVar['Made'] = None)
# (a: __main__.Own, b: List[__main__.Own], c: list[__main__.Own], d: Callable[[int], __main__.Own], e: Optional[list[int]], f: list[typing.Any], g: 'Own', h: int | None, i: Any) -> __main__.Own
# Many(a: List[int], b: list[typing.Optional[int]], c: 'Own', d: __main__.Own, e: int | str, f: Optional[int]) (a: List[int], b: list[typing.Optional[int]], c: 'Own', d: __main__.Own, e: int | str, f: Optional[int]) -> None
