# Messages name types that are native in modules with the module, other classes by their own name alone.
import array
import collections
import contextvars
import datetime
import decimal
import fractions
import functools
import io
import operator
import re
import types


class Numbers(list):
    pass


class Table(dict):
    pass


class Text(str):
    pass


VALUES = [
    decimal.Decimal(1), decimal.getcontext(), datetime.date(2020, 1, 1), datetime.datetime(2020, 1, 1), datetime.time(1),
    datetime.timedelta(1), datetime.timezone.utc, functools.partial(len), collections.deque(), collections.Counter(),
    collections.OrderedDict(), collections.defaultdict(int), collections.ChainMap(), fractions.Fraction(1, 2),
    array.array('i'), re.compile('a'), re.match('a', 'a'), io.StringIO(), io.BytesIO(), types.SimpleNamespace(),
    contextvars.ContextVar('v'), operator.itemgetter(1), Table(),
    collections.namedtuple('Point', 'x')(1),
]


def told(function):
    try:
        function()
    except (TypeError, AttributeError) as problem:
        return str(problem)
    return 'nothing'


for value in VALUES:
    print(told(lambda: object() - value))
    print(told(lambda: value.missing))
    print(told(lambda: value < object()))
    print(told(lambda: ''.join([value])))
print(told(lambda: decimal.Decimal(1) + 1.0), told(lambda: datetime.date.missing), told(lambda: fractions.Fraction.missing))
print(told(lambda: [1] + Numbers), told(lambda: Numbers() - [1]), told(lambda: Numbers() < 1))
print(told(lambda: Text() - 1), told(lambda: 1 + Text()), told(lambda: -Table()), told(lambda: Numbers([1]) < Numbers(['a'])))

# expect:
# unsupported operand type(s) for -: 'object' and 'decimal.Decimal'
# 'decimal.Decimal' object has no attribute 'missing'
# '<' not supported between instances of 'decimal.Decimal' and 'object'
# sequence item 0: expected str instance, decimal.Decimal found
# unsupported operand type(s) for -: 'object' and 'decimal.Context'
# 'decimal.Context' object has no attribute 'missing'
# '<' not supported between instances of 'decimal.Context' and 'object'
# sequence item 0: expected str instance, decimal.Context found
# unsupported operand type(s) for -: 'object' and 'datetime.date'
# 'datetime.date' object has no attribute 'missing'
# '<' not supported between instances of 'datetime.date' and 'object'
# sequence item 0: expected str instance, datetime.date found
# unsupported operand type(s) for -: 'object' and 'datetime.datetime'
# 'datetime.datetime' object has no attribute 'missing'
# '<' not supported between instances of 'datetime.datetime' and 'object'
# sequence item 0: expected str instance, datetime.datetime found
# unsupported operand type(s) for -: 'object' and 'datetime.time'
# 'datetime.time' object has no attribute 'missing'
# '<' not supported between instances of 'datetime.time' and 'object'
# sequence item 0: expected str instance, datetime.time found
# unsupported operand type(s) for -: 'object' and 'datetime.timedelta'
# 'datetime.timedelta' object has no attribute 'missing'
# '<' not supported between instances of 'datetime.timedelta' and 'object'
# sequence item 0: expected str instance, datetime.timedelta found
# unsupported operand type(s) for -: 'object' and 'datetime.timezone'
# 'datetime.timezone' object has no attribute 'missing'
# '<' not supported between instances of 'datetime.timezone' and 'object'
# sequence item 0: expected str instance, datetime.timezone found
# unsupported operand type(s) for -: 'object' and 'functools.partial'
# 'functools.partial' object has no attribute 'missing'
# '<' not supported between instances of 'functools.partial' and 'object'
# sequence item 0: expected str instance, functools.partial found
# unsupported operand type(s) for -: 'object' and 'collections.deque'
# 'collections.deque' object has no attribute 'missing'
# '<' not supported between instances of 'collections.deque' and 'object'
# sequence item 0: expected str instance, collections.deque found
# unsupported operand type(s) for -: 'object' and 'Counter'
# 'Counter' object has no attribute 'missing'
# '<' not supported between instances of 'Counter' and 'object'
# sequence item 0: expected str instance, Counter found
# unsupported operand type(s) for -: 'object' and 'collections.OrderedDict'
# 'collections.OrderedDict' object has no attribute 'missing'
# '<' not supported between instances of 'collections.OrderedDict' and 'object'
# sequence item 0: expected str instance, collections.OrderedDict found
# unsupported operand type(s) for -: 'object' and 'collections.defaultdict'
# 'collections.defaultdict' object has no attribute 'missing'
# '<' not supported between instances of 'collections.defaultdict' and 'object'
# sequence item 0: expected str instance, collections.defaultdict found
# unsupported operand type(s) for -: 'object' and 'ChainMap'
# 'ChainMap' object has no attribute 'missing'
# '<' not supported between instances of 'ChainMap' and 'object'
# sequence item 0: expected str instance, ChainMap found
# unsupported operand type(s) for -: 'object' and 'Fraction'
# 'Fraction' object has no attribute 'missing'
# '<' not supported between instances of 'Fraction' and 'object'
# sequence item 0: expected str instance, Fraction found
# unsupported operand type(s) for -: 'object' and 'array.array'
# 'array.array' object has no attribute 'missing'
# '<' not supported between instances of 'array.array' and 'object'
# sequence item 0: expected str instance, array.array found
# unsupported operand type(s) for -: 'object' and 're.Pattern'
# 're.Pattern' object has no attribute 'missing'
# '<' not supported between instances of 're.Pattern' and 'object'
# sequence item 0: expected str instance, re.Pattern found
# unsupported operand type(s) for -: 'object' and 're.Match'
# 're.Match' object has no attribute 'missing'
# '<' not supported between instances of 're.Match' and 'object'
# sequence item 0: expected str instance, re.Match found
# unsupported operand type(s) for -: 'object' and '_io.StringIO'
# '_io.StringIO' object has no attribute 'missing'
# '<' not supported between instances of '_io.StringIO' and 'object'
# sequence item 0: expected str instance, _io.StringIO found
# unsupported operand type(s) for -: 'object' and '_io.BytesIO'
# '_io.BytesIO' object has no attribute 'missing'
# '<' not supported between instances of '_io.BytesIO' and 'object'
# sequence item 0: expected str instance, _io.BytesIO found
# unsupported operand type(s) for -: 'object' and 'types.SimpleNamespace'
# 'types.SimpleNamespace' object has no attribute 'missing'
# '<' not supported between instances of 'types.SimpleNamespace' and 'object'
# sequence item 0: expected str instance, types.SimpleNamespace found
# unsupported operand type(s) for -: 'object' and '_contextvars.ContextVar'
# '_contextvars.ContextVar' object has no attribute 'missing'
# '<' not supported between instances of '_contextvars.ContextVar' and 'object'
# sequence item 0: expected str instance, _contextvars.ContextVar found
# unsupported operand type(s) for -: 'object' and 'operator.itemgetter'
# 'operator.itemgetter' object has no attribute 'missing'
# '<' not supported between instances of 'operator.itemgetter' and 'object'
# sequence item 0: expected str instance, operator.itemgetter found
# unsupported operand type(s) for -: 'object' and 'Table'
# 'Table' object has no attribute 'missing'
# '<' not supported between instances of 'Table' and 'object'
# sequence item 0: expected str instance, Table found
# unsupported operand type(s) for -: 'object' and 'Point'
# 'Point' object has no attribute 'missing'
# '<' not supported between instances of 'Point' and 'object'
# sequence item 0: expected str instance, Point found
# unsupported operand type(s) for +: 'decimal.Decimal' and 'float' type object 'datetime.date' has no attribute 'missing' type object 'Fraction' has no attribute 'missing'
# can only concatenate list (not "type") to list unsupported operand type(s) for -: 'Numbers' and 'list' '<' not supported between instances of 'Numbers' and 'int'
# unsupported operand type(s) for -: 'Text' and 'int' unsupported operand type(s) for +: 'int' and 'Text' bad operand type for unary -: 'Table' '<' not supported between instances of 'int' and 'str'
