# What is said of a method where its class derives from, and annotations that are texts.
from __future__ import annotations
import functools
import inspect
from dataclasses import dataclass
from unittest import mock


class Store:
    """Where things are kept."""

    def get(self, key: str) -> int:
        """What is kept.

            By its key.
        """

    @property
    def size(self) -> int:
        """How much there is."""


class Memory(Store):
    def get(self, key):
        return 1

    @property
    def size(self):
        return 0

    def other(self):
        return 2


print(repr(inspect.getdoc(Memory.get)), repr(inspect.getdoc(Memory().get)), inspect.getdoc(Memory.size))
print(inspect.getdoc(Memory), inspect.getdoc(Memory.other), inspect.getdoc(lambda: 1))


@dataclass
class Point:
    x: int
    near: list[Point] | None = None


def decorated(function):
    @functools.wraps(function)
    def inner(*args):
        return function(*args)
    return inner


@decorated
def move(point: Point, by: float = 1.0, *rest: str) -> Point:
    return point


print(inspect.get_annotations(Point))
print(inspect.get_annotations(Point, eval_str=True), inspect.get_annotations(Memory))
print(inspect.get_annotations(move, eval_str=True))
print(inspect.signature(move))
print(inspect.signature(move, eval_str=True))
print(inspect.signature(Store().get, eval_str=True), inspect.signature(functools.partial(move, by=2), eval_str=True))
print(inspect.get_annotations(functools.partial(move, 1)))
print(inspect.signature(Point, eval_str=True, globals={"Point": int, "int": float}).parameters["x"].annotation)
for wrong in (3, "text"):
    try:
        inspect.get_annotations(wrong)
    except TypeError as error:
        print(error)


settings = {"level": 1}


@mock.patch.dict("__main__.settings", {"level": 2}, more=3)
class Tests:
    def test_sync(self):
        return dict(settings)

    async def test_async(self):
        return dict(settings)


print(Tests().test_sync(), settings)
try:
    Tests().test_async().send(None)
except StopIteration as end:
    print(end.value, settings)

# expect:
# 'What is kept.\n\nBy its key.' 'What is kept.\n\nBy its key.' How much there is.
# Where things are kept. None None
# {'x': 'int', 'near': 'list[Point] | None'}
# {'x': <class 'int'>, 'near': list[__main__.Point] | None} {}
# {'point': <class '__main__.Point'>, 'by': <class 'float'>, 'rest': <class 'str'>, 'return': <class '__main__.Point'>}
# (point: 'Point', by: 'float' = 1.0, *rest: 'str') -> 'Point'
# (point: __main__.Point, by: float = 1.0, *rest: str) -> __main__.Point
# (key: str) -> int (point: __main__.Point, *, by: float = 2) -> __main__.Point
# {}
# <class 'float'>
# 3 is not a module, class, or callable.
# 'text' is not a module, class, or callable.
# {'level': 2, 'more': 3} {'level': 1}
# {'level': 2, 'more': 3} {'level': 1}
