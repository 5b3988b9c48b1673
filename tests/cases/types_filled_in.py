# Aliases and forms with variables of types, filled in.
import typing

T = typing.TypeVar('T')
K = typing.TypeVar('K')
print(list[T], dict[K, T] | None, list[T].__parameters__, dict[str, list[T]].__parameters__, (list[K] | T).__parameters__)
print(list[T][int], dict[K, T][str, int], dict[str, T][int], tuple[T, ...][int], list[list[T]][int], (list[T] | None)[int])
print(typing.List[T][int], typing.Dict[K, T][str, int], typing.Optional[T][int], typing.Callable[[T], K][int, str])
print(typing.List[T].__parameters__, typing.List[int].__parameters__)
for wrong in (lambda: list[int][str], lambda: dict[K, T][int], lambda: typing.List[int][str]):
    try:
        wrong()
    except TypeError as error:
        print(error)
told = typing.Annotated[int, 'meta', 3]
print(told, told.__metadata__, told.__origin__, told == typing.Annotated[int, 'meta', 3])
print(typing.Annotated[T, 'x'][int], typing.Annotated[told, 'more'], typing.get_args(told), typing.get_origin(told) is typing.Annotated)
print(hasattr(typing.List[int], '__metadata__'), hasattr(typing.Annotated, '__metadata__'))

# expect:
# list[~T] dict[~K, ~T] | None (~T,) (~T,) (~K, ~T)
# list[int] dict[str, int] dict[str, int] tuple[int, ...] list[list[int]] list[int] | None
# typing.List[int] typing.Dict[str, int] typing.Optional[int] typing.Callable[[int], str]
# (~T,) ()
# list[int] is not a generic class
# Too few arguments for dict[~K, ~T]; actual 1, expected 2
# typing.List[int] is not a generic class
# typing.Annotated[int, 'meta', 3] ('meta', 3) <class 'int'> True
# typing.Annotated[int, 'x'] typing.Annotated[int, 'meta', 3, 'more'] (<class 'int'>, 'meta', 3) True
# False False
