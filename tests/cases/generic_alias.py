# list[int], int | None and their kin.
from __future__ import annotations


print(list[int], dict[str, int], tuple[int, ...], set[str], type[int], list[list[int]])
print(int | str, int | None, None | int, list[int] | None, int | int, int | str | int)
print(list[int] == list[int], list[int] == list[str], (int | str) == (str | int), hash(list[int]) == hash(list[int]))
print(list[int].__origin__, dict[str, int].__args__, (int | None).__args__)
print(list[int]([1, 2]), dict[str, int](a=1), type(list[int]()).__name__)
print(isinstance(5, int | str), isinstance("x", int | str), isinstance(None, int | None), issubclass(bool, int | str))
print(isinstance([], (int | str, list)))


class Box:
    def __class_getitem__(cls, item):
        return cls.__name__, item


print(Box[int], Box[1, 2])


class Plain:
    pass


for wrong in (lambda: int[3], lambda: Plain[int], lambda: 5 | None, lambda: None | None, lambda: int | 5):
    try:
        print(wrong())
    except TypeError as problem:
        print(problem)
print(Plain | None, Plain | int)


def late(a: undefined) -> list[Undefined | None]:
    pass


print(late.__annotations__)
Vector = list[float]


def scale(v: Vector) -> Vector:
    return [x * 2 for x in v]


print(scale([1.5]), Vector)

# expect:
# list[int] dict[str, int] tuple[int, ...] set[str] type[int] list[list[int]]
# int | str int | None None | int list[int] | None <class 'int'> int | str
# True False True True
# <class 'list'> (<class 'str'>, <class 'int'>) (<class 'int'>, <class 'NoneType'>)
# [1, 2] {'a': 1} list
# True True True True
# True
# ('Box', <class 'int'>) ('Box', (1, 2))
# type 'int' is not subscriptable
# type 'Plain' is not subscriptable
# unsupported operand type(s) for |: 'int' and 'NoneType'
# unsupported operand type(s) for |: 'NoneType' and 'NoneType'
# unsupported operand type(s) for |: 'type' and 'int'
# __main__.Plain | None __main__.Plain | int
# {'a': 'undefined', 'return': 'list[Undefined | None]'}
# [3.0] list[float]
