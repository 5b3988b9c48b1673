# What `statistics` says of data that are not only integers and floats: sums of fractions, and the type of the result.

from decimal import Decimal as _Decimal, getcontext as _getcontext
from fractions import Fraction as _Fraction

def _ratio(value):
    try:
        return value.as_integer_ratio()
    except AttributeError:
        pass
    except (OverflowError, ValueError):
        return value, None
    try:
        return value.numerator, value.denominator
    except AttributeError:
        raise TypeError(f"can't convert type '{type(value).__name__}' to numerator/denominator") from None

# The type of what comes of values of both.
def _common(kind, other):
    if kind is other or other is int or other is bool:
        return kind
    if kind is int or issubclass(other, kind) or issubclass(kind, int) and not issubclass(other, int):
        return other
    if issubclass(kind, other) or issubclass(other, int):
        return kind
    if issubclass(kind, _Fraction) and issubclass(other, float):
        return other
    if issubclass(kind, float) and issubclass(other, _Fraction):
        return kind
    raise TypeError(f"don't know how to coerce {kind.__name__} and {other.__name__}")

# The common type, and each value as a fraction; the values themselves where one is no number or has no end.
def _fractions(data):
    kind, found, is_finite = int, [], True
    for value in data:
        kind = _common(kind, type(value))
        top, bottom = _ratio(value)
        is_finite = is_finite and bottom is not None
        found.append(top if bottom is None else _Fraction(top, bottom))
    return kind, found, is_finite

def _converted(value, kind):
    if type(value) is kind:
        return value
    if issubclass(kind, int) and value.denominator != 1:
        kind = float
    try:
        return kind(value)
    except TypeError:
        if issubclass(kind, _Decimal):
            return kind(value.numerator) / value.denominator
        raise

def _total(values, is_finite):
    if is_finite:
        return sum(values, _Fraction(0))
    total = 0
    for value in values:
        if not isinstance(value, _Fraction):
            total += value
    return total

def mean(data):
    kind, values, is_finite = _fractions(data)
    return _converted(_total(values, is_finite) / len(values), kind)

# The type and the mean of the squared distances; None for a type where the result has no end.
def _spread(data, center, count):
    if center is not None:
        data = [value - center for value in data]
        kind, values, is_finite = _fractions([distance * distance for distance in data])
        total = _total(values, is_finite)
    else:
        kind, values, is_finite = _fractions(data)
        if is_finite:
            middle = _total(values, True) / len(values)
            total = _total([(value - middle) * (value - middle) for value in values], True)
        else:
            total = _total(values, False)
    return kind, total / count

def variance(data, center, count):
    kind, found = _spread(data, center, count)
    return _converted(found, kind)

def deviation(data, center, count, root):
    kind, found = _spread(data, center, count)
    if not isinstance(found, _Fraction):
        return _converted(found, kind)
    if issubclass(kind, _Decimal):
        return _decimal_root(found)
    return root(found.numerator, found.denominator)

# The root, rounded once: it or a neighbour, whichever the fraction is nearest to the square of.
def _decimal_root(fraction):
    if not fraction:
        return _Decimal('0.0')
    root = (_Decimal(fraction.numerator) / _Decimal(fraction.denominator)).sqrt()
    step = _Decimal((0, (1,), root.adjusted() - _getcontext().prec + 1))
    exact, above, below = _Fraction(root), _Fraction(root + step), _Fraction(root - step)
    if 4 * fraction > (exact + above) ** 2:
        return root + step
    if 4 * fraction < (exact + below) ** 2:
        return root - step
    return root

def harmonic_mean(data, weights):
    kind, values, _ = _fractions([weight / value for weight, value in zip(weights, data)])
    total = _total(values, True)
    if total <= 0:
        raise ArithmeticError
    return _converted(_total(_fractions(weights)[1], True) / total, kind)
