# `register` takes the class from an annotation; names of types as `typing` shows them.
import functools
from typing import IO, Any, Callable, Dict, List, Optional, Tuple, Union, get_args, get_origin
@functools.singledispatch
def show(x):
    return f"obj {x}"
@show.register
def _(x: int) -> str:
    return f"int {x}"
@show.register(list)
def _(x):
    return f"list {len(x)}"
print(show(1), show([1]), show("s"))
print(Optional[Tuple[int, ...]], List[int], Dict[str, Any], Union[int, None], Callable[[int], str], Optional[str], IO[str])
print(Union[int, str, int], Union[int], Optional[Union[int, str]], Dict[str, None], List["X"] == List["X"])
print(get_origin(List[int]), get_args(Dict[str, int]), get_args(Callable[[int], str]), get_origin(int), get_args(int))

# expect:
# int 1 list 1 obj s
# typing.Optional[typing.Tuple[int, ...]] typing.List[int] typing.Dict[str, typing.Any] typing.Optional[int] typing.Callable[[int], str] typing.Optional[str] typing.IO[str]
# typing.Union[int, str] <class 'int'> typing.Union[int, str, NoneType] typing.Dict[str, NoneType] True
# <class 'list'> (<class 'str'>, <class 'int'>) ([<class 'int'>], <class 'str'>) None ()
