# What is told of the class of a value where it does not go: keys, iterators, repeated sequences, places of a deque.
from collections import Counter, OrderedDict, deque
from datetime import date, datetime
from io import BytesIO, StringIO


class Iterable:
    def __init__(self, what):
        self.what = what

    def __iter__(self):
        return self.what


class Number:
    def __mul__(self, other):
        return NotImplemented


def changed(one, other):
    one *= other


def loop(over):
    for _ in over:
        pass


def unpacked(value):
    one, *others = value


def passed_on(value):
    yield from value


long = 10 ** 30
CALLS = [
    lambda: hash(Counter()), lambda: {OrderedDict(): 1}, lambda: {Counter()}, lambda: hash((1, Counter())),
    lambda: iter(Iterable(None)), lambda: list(Iterable(5)), lambda: [*Iterable([])], lambda: loop(Iterable(None)),
    lambda: unpacked(Iterable(2.5)), lambda: list(passed_on(Iterable('x'))), lambda: max(Iterable(None)), lambda: dict(Iterable(None)),
    lambda: Number() * 'x', lambda: [1] * Number(), lambda: deque() * Number(), lambda: changed((1,), Number()),
    lambda: changed(Number(), [1]), lambda: Number() * 2, lambda: deque([1])[long], lambda: deque([1])[-long], lambda: deque([1]) * long,
    lambda: deque().rotate(long), lambda: deque().insert(long, 1), lambda: deque([], long), lambda: deque([1])['a'], lambda: range(3)[long],
    lambda: StringIO(5), lambda: StringIO(b''), lambda: BytesIO('a'), lambda: BytesIO(3), lambda: date.fromisoformat('2020-01-01', 1),
    lambda: datetime.fromisoformat(), lambda: date.today(1), lambda: datetime.utcnow(1), lambda: date.fromtimestamp(),
    lambda: date('2020'), lambda: date(2020, '1'), lambda: date(2020, 1), lambda: date(None), lambda: datetime('2020', 1),
    lambda: datetime(2020), lambda: datetime(2020, 1.5), lambda: datetime(2020, 1, '1'),
]
for call in CALLS:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)

# expect:
# TypeError unhashable type: 'Counter'
# TypeError unhashable type: 'collections.OrderedDict'
# TypeError unhashable type: 'Counter'
# TypeError unhashable type: 'Counter'
# TypeError iter() returned non-iterator of type 'NoneType'
# TypeError iter() returned non-iterator of type 'int'
# TypeError iter() returned non-iterator of type 'list'
# TypeError iter() returned non-iterator of type 'NoneType'
# TypeError iter() returned non-iterator of type 'float'
# TypeError iter() returned non-iterator of type 'str'
# TypeError iter() returned non-iterator of type 'NoneType'
# TypeError iter() returned non-iterator of type 'NoneType'
# TypeError can't multiply sequence by non-int of type 'Number'
# TypeError can't multiply sequence by non-int of type 'Number'
# TypeError can't multiply sequence by non-int of type 'Number'
# TypeError can't multiply sequence by non-int of type 'Number'
# TypeError unsupported operand type(s) for *=: 'Number' and 'list'
# TypeError unsupported operand type(s) for *: 'Number' and 'int'
# IndexError cannot fit 'int' into an index-sized integer
# IndexError cannot fit 'int' into an index-sized integer
# OverflowError cannot fit 'int' into an index-sized integer
# OverflowError Python int too large to convert to C ssize_t
# OverflowError Python int too large to convert to C ssize_t
# OverflowError Python int too large to convert to C ssize_t
# TypeError sequence index must be integer, not 'str'
# IndexError range object index out of range
# TypeError initial_value must be str or None, not int
# TypeError initial_value must be str or None, not bytes
# TypeError a bytes-like object is required, not 'str'
# TypeError a bytes-like object is required, not 'int'
# TypeError date.fromisoformat() takes exactly one argument (2 given)
# TypeError datetime.fromisoformat() takes exactly one argument (0 given)
# TypeError date.today() takes no arguments (1 given)
# TypeError datetime.utcnow() takes no arguments (1 given)
# TypeError date.fromtimestamp() takes exactly one argument (0 given)
# TypeError 'str' object cannot be interpreted as an integer
# TypeError 'str' object cannot be interpreted as an integer
# TypeError function missing required argument 'day' (pos 3)
# TypeError 'NoneType' object cannot be interpreted as an integer
# TypeError 'str' object cannot be interpreted as an integer
# TypeError function missing required argument 'month' (pos 2)
# TypeError 'float' object cannot be interpreted as an integer
# TypeError 'str' object cannot be interpreted as an integer
