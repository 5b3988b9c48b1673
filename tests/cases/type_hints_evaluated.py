"""`get_type_hints` evaluates texts wherever they stand, and takes what is noted beside types away."""
from typing import (Annotated, Callable, ClassVar, Dict, ForwardRef, Generic, List, Literal, NotRequired, Optional, Tuple,
                    TypedDict, TypeVar, Union, get_type_hints)

T = TypeVar('T')

class Later:
    inside: 'Later'
    many: list['Later']
    deep: dict[str, List['Optional[Later]']]
    kept: ClassVar['int'] = 1

class Box(Generic[T]):
    pass

def api(x: Annotated[int, 'positive'], y: List[Annotated[str, 1, 2]], z: 'Annotated[Later, 3]' = None, *,
        m: Literal['Later', 'b'] = 'b', u: Union[int, 'Later', None] = None, c: Callable[['Later'], 'int'] = None,
        b: 'Box[Later]' = None, t: Tuple['int', ...] = (), n: None = None, o: Optional['Later'] = None) -> 'None': ...

class Config(TypedDict):
    host: Annotated[str, 'name']
    port: NotRequired['int']

for name, hint in get_type_hints(api).items():
    print(name, hint)
print(get_type_hints(api, include_extras=True)['x'], get_type_hints(api, include_extras=True)['z'])
print(get_type_hints(Later))
print(get_type_hints(Config), get_type_hints(Later)['inside'] is Later)
print(get_type_hints(api)['y'] == List[str], get_type_hints(api)['m'] == Literal['Later', 'b'])
def wrong(a: 'Nowhere'): pass
try: get_type_hints(wrong)
except NameError as e: print(e)
print(get_type_hints(wrong, {'Nowhere': int}), get_type_hints(wrong, None, {'Nowhere': str}))
# expect:
# x <class 'int'>
# y typing.List[str]
# z <class '__main__.Later'>
# m typing.Literal['Later', 'b']
# u typing.Union[int, __main__.Later, NoneType]
# c typing.Callable[[__main__.Later], int]
# b __main__.Box[__main__.Later]
# t typing.Tuple[int, ...]
# n <class 'NoneType'>
# o typing.Optional[__main__.Later]
# return <class 'NoneType'>
# typing.Annotated[int, 'positive'] typing.Annotated[__main__.Later, 3]
# {'inside': <class '__main__.Later'>, 'many': list[__main__.Later], 'deep': dict[str, typing.List[typing.Optional[__main__.Later]]], 'kept': typing.ClassVar[int]}
# {'host': <class 'str'>, 'port': <class 'int'>} True
# True True
# name 'Nowhere' is not defined
# {'a': <class 'int'>} {'a': <class 'str'>}
