# Overloads are remembered, and callables whose arguments are a variable.
import typing
from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar, clear_overloads, get_overloads, overload

P = ParamSpec("P")
T = TypeVar("T")


@overload
def load(source: str) -> str: ...
@overload
def load(source: bytes) -> bytes: ...
def load(source):
    return source


class Reader:
    @overload
    def read(self) -> str: ...
    @overload
    def read(self, count: int) -> bytes: ...
    def read(self, count=None):
        return count


print([each.__annotations__ for each in get_overloads(load)], load("a"))
print([each.__annotations__ for each in get_overloads(Reader.read)], get_overloads(Reader().read) == get_overloads(Reader.read))
print(get_overloads(print if False else lambda: 1))


@overload
def alone(n: int) -> int: ...


try:
    alone(1)
except NotImplementedError as error:
    print(str(error)[:51])
clear_overloads()
print(get_overloads(load))
for kind in (Callable[P, T], Callable[Concatenate[int, P], T], Callable[..., int], Callable[[], int], Callable[[T], int]):
    print(kind, kind.__args__)
print(typing.Callable[P, T], typing.Callable[Concatenate[int, P], T], typing.Callable[[int], T])


def decorate(function: Callable[P, T]) -> Callable[P, list[T]]:
    return function


print(decorate.__annotations__)

# expect:
# [{'source': <class 'str'>, 'return': <class 'str'>}, {'source': <class 'bytes'>, 'return': <class 'bytes'>}] a
# [{'return': <class 'str'>}, {'count': <class 'int'>, 'return': <class 'bytes'>}] True
# []
# You should not call an overloaded function. A serie
# []
# collections.abc.Callable[~P, ~T] (~P, ~T)
# collections.abc.Callable[typing.Concatenate[int, ~P], ~T] (typing.Concatenate[int, ~P], ~T)
# collections.abc.Callable[..., int] (Ellipsis, <class 'int'>)
# collections.abc.Callable[[], int] (<class 'int'>,)
# collections.abc.Callable[[~T], int] (~T, <class 'int'>)
# typing.Callable[~P, ~T] typing.Callable[typing.Concatenate[int, ~P], ~T] typing.Callable[[int], ~T]
# {'function': collections.abc.Callable[~P, ~T], 'return': collections.abc.Callable[~P, list[~T]]}
