from __future__ import annotations

import typing
from typing import Any, Callable, Dict, Iterable, List, NewType, Optional, Protocol, Tuple, TypeVar, Union, cast, final, overload

T = TypeVar("T")
Vector = List[float]
UserId = NewType("UserId", int)
Handler = Callable[[int, str], Optional[bool]]


def scale(by: float, vector: Vector) -> Vector:
    return [by * x for x in vector]


def first(items: Iterable[T], default: Union[T, None] = None) -> T | None:
    for item in items:
        return item
    return default


class Closer(Protocol):
    def close(self) -> None: ...


@final
class Leaf:
    def name(self) -> str:
        return "leaf"


@overload
def kind(x: int) -> str: ...


def kind(x: Any) -> str:
    return type(x).__name__


print(scale(2.0, [1.0, 2.5]), first([]), first("ab"), UserId(5) + 1, cast(str, 3), Leaf().name(), kind(1.5))
print(T, Any, typing.TYPE_CHECKING, Dict[str, int], Tuple[int, str], Dict)
if typing.TYPE_CHECKING:
    import nothing_like_this
# expect:
# [2.0, 5.0] None a 6 3 leaf float
# ~T typing.Any False typing.Dict[str, int] typing.Tuple[int, str] typing.Dict
