"""Annotations that are texts in NamedTuple, TypedDict and dataclasses."""
from __future__ import annotations
import inspect, typing
from dataclasses import InitVar, dataclass
class Point(typing.NamedTuple):
    x: int
    y: list[Point] = ()
class Options(typing.TypedDict, total=False):
    name: str
print(Point.__annotations__, Options.__annotations__, typing.get_type_hints(Point), typing.get_type_hints(Options))
print(typing.NamedTuple('N', [('a', 'int'), ('b', None)]).__annotations__)
for given in ((1,), (1, 2)):
    try:
        object(*given)
    except TypeError as error:
        print(error)
# expect:
# {'x': ForwardRef('int'), 'y': ForwardRef('list[Point]')} {'name': ForwardRef('str', module='__main__')} {'x': <class 'int'>, 'y': list[__main__.Point]} {'name': <class 'str'>}
# {'a': ForwardRef('int'), 'b': <class 'NoneType'>}
# object() takes no arguments
# object() takes no arguments
