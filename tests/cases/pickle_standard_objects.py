# Objects of the standard library in pickles.
import copy
import itertools
import operator
import pickle
from dataclasses import FrozenInstanceError, dataclass, field


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: list = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Solid(Point):
    z: float = 0.5


class Failure(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


def again(value, protocol=4):
    return pickle.loads(pickle.dumps(value, protocol))


for protocol in range(2, 6):
    print(again(Point(1, [2]), protocol), again(Solid(3), protocol), again(3 - 4j, protocol))
made = copy.copy(Point(5))
print(made, made == Point(5), copy.deepcopy(Solid(1, [[2]], 3.0)), Point(1).__getstate__())
try:
    made.x = 3
except FrozenInstanceError as error:
    print(error)
print(again(complex(0, -0.0)), again(1j), again([1j, 2 + 1j]))

rows = [{"a": 2, "b": 1}, {"a": 1, "b": 5}]
first = again(operator.itemgetter("a"))
both = again(operator.itemgetter("b", "a"))
print(sorted(rows, key=first), both(rows[0]), first, both)
real = again(operator.attrgetter("real"))
parts = again(operator.attrgetter("imag", "real.real"))
print(real(3 + 1j), parts(3 + 1j), real, parts)
split = again(operator.methodcaller("split", ",", 1))
named = again(operator.methodcaller("split", sep=","))
print(split("a,b,c"), named("a,b,c"), split, named)
print(list(map(operator.itemgetter(1), ["ab", "cd"])), isinstance(first, operator.itemgetter))
for wrong in (lambda: operator.attrgetter(1), lambda: operator.methodcaller(1)):
    try:
        wrong()
    except TypeError as error:
        print(error)

group = again(ExceptionGroup("several", [ValueError(1), Failure(2), ExceptionGroup("inner", [KeyError("k")])]))
print(repr(group), group.message, group.exceptions[1].code, len(group.exceptions[2].exceptions))
print(repr(again(BaseExceptionGroup("b", [KeyboardInterrupt()]))))
error = again(pickle.PicklingError("no"))
print(repr(error), type(error) is pickle.PicklingError, type(again(pickle.UnpicklingError("x"))))
numbers = itertools.count(3)
next(numbers)
print(next(again(numbers)), list(itertools.islice(again(itertools.count(10, -2)), 3)), next(again(itertools.count(0.5, 0.25))))
print(next(numbers), again(numbers))

# expect:
# Point(x=1, y=[2]) Solid(x=3, y=[], z=0.5) (3-4j)
# Point(x=1, y=[2]) Solid(x=3, y=[], z=0.5) (3-4j)
# Point(x=1, y=[2]) Solid(x=3, y=[], z=0.5) (3-4j)
# Point(x=1, y=[2]) Solid(x=3, y=[], z=0.5) (3-4j)
# Point(x=5, y=[]) True Solid(x=1, y=[[2]], z=3.0) [1, []]
# cannot assign to field 'x'
# -0j 1j [1j, (2+1j)]
# [{'a': 1, 'b': 5}, {'a': 2, 'b': 1}] (1, 2) operator.itemgetter('a') operator.itemgetter('b', 'a')
# 3.0 (1.0, 3.0) operator.attrgetter('real') operator.attrgetter('imag', 'real.real')
# ['a', 'b,c'] ['a', 'b', 'c'] operator.methodcaller('split', ',', 1) operator.methodcaller('split', sep=',')
# ['b', 'd'] True
# attribute name must be a string
# method name must be a string
# ExceptionGroup('several', [ValueError(1), Failure(2), ExceptionGroup('inner', [KeyError('k')])]) several 2 1
# BaseExceptionGroup('b', [KeyboardInterrupt()])
# PicklingError('no') True <class '_pickle.UnpicklingError'>
# 4 [10, 8, 6] 0.5
# 4 count(5)
