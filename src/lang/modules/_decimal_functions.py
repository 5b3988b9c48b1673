# What decimal numbers do: reading and writing, rounding, arithmetic, roots and logarithms. `Decimal` is set by `decimal`.

import re as _re
from _decimal_contexts import *
from _decimal_contexts import _raise

Decimal = None

_NUMBER = _re.compile(r'([-+])?(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:[eE]([-+]?\d+))?$')
_SPECIAL = _re.compile(r'([-+])?(inf|infinity|(s)?nan(\d*))$', _re.IGNORECASE)

def made(cls, sign, size, exp):
    value = object.__new__(cls)
    value._sign, value._int, value._exp = sign, size, exp
    return value

def read(cls, text):
    plain = text.strip().replace('_', '')
    found = _NUMBER.match(plain)
    if found:
        sign, whole, fraction, only, exponent = found.groups()
        fraction = only if only is not None else fraction or ''
        return made(cls, int(sign == '-'), int((whole or '') + fraction), int(exponent or 0) - len(fraction))
    found = _SPECIAL.match(plain)
    if found is None:
        _raise(getcontext(), ConversionSyntax)
        return made(cls, 0, 0, 'n')
    sign, word, signals, digits = found.groups()
    if word[0] in 'iI':
        return made(cls, int(sign == '-'), 0, 'F')
    return made(cls, int(sign == '-'), int(digits or 0), 'N' if signals else 'n')

def of_tuple(cls, value):
    if len(value) != 3:
        raise ValueError('argument must be a sequence of length 3')
    sign, digits, exponent = value
    if sign not in (0, 1):
        raise ValueError('sign must be an integer with the value 0 or 1')
    for digit in digits:
        if not isinstance(digit, int) or not 0 <= digit <= 9:
            raise ValueError('coefficient must be a tuple of digits')
    size = int(''.join([str(digit) for digit in digits]) or '0')
    return made(cls, sign, 0 if exponent == 'F' else size, exponent)

def text(value, capitals, engineering=False):
    sign = '-' if value._sign else ''
    if value._exp == 'F':
        return sign + 'Infinity'
    if value.is_nan():
        return sign + ('sNaN' if value._exp == 'N' else 'NaN') + (str(value._int) if value._int else '')
    digits = str(value._int)
    left = value._exp + len(digits)
    if value._exp <= 0 and left > -6:
        point = left
    elif not engineering:
        point = 1
    elif digits == '0':
        point = (left + 1) % 3 - 1
    else:
        point = (left - 1) % 3 + 1
    if point <= 0:
        whole, fraction = '0', '.' + '0' * -point + digits
    elif point >= len(digits):
        whole, fraction = digits + '0' * (point - len(digits)), ''
    else:
        whole, fraction = digits[:point], '.' + digits[point:]
    exponent = '' if left == point else ('E' if capitals else 'e') + f'{left - point:+d}'
    return sign + whole + fraction + exponent

# The coefficient without its last digits, rounded.
def _cut(sign, size, drop, rounding):
    kept, rest = divmod(size, 10 ** drop)
    if rest == 0:
        return kept
    double, whole = 2 * rest, 10 ** drop
    if rounding == ROUND_HALF_EVEN:
        up = double > whole or double == whole and kept & 1
    elif rounding == ROUND_HALF_UP:
        up = double >= whole
    elif rounding == ROUND_HALF_DOWN:
        up = double > whole
    elif rounding == ROUND_CEILING:
        up = not sign
    elif rounding == ROUND_FLOOR:
        up = sign
    elif rounding == ROUND_UP:
        up = True
    else:
        up = rounding == ROUND_05UP and kept % 5 == 0
    return kept + 1 if up else kept

# The number as the context has it: not too many digits, not too large, not too small.
def fixed(value, context):
    if not isinstance(value._exp, int):
        return value
    sign, size, exp = value._sign, value._int, value._exp
    if size == 0:
        least, most = context.Etiny(), context.Etop() if context.clamp else context.Emax
        if not least <= exp <= most:
            _raise(context, Clamped)
            exp = min(max(exp, least), most)
        return made(Decimal, sign, 0, exp)
    length = len(str(size))
    least = max(exp, exp + length - context.prec, context.Etiny())
    if least > exp:
        _raise(context, Rounded)
        kept = _cut(sign, size, least - exp, context.rounding)
        inexact = kept * 10 ** (least - exp) != size
        if len(str(kept)) > context.prec:
            kept, least = kept // 10, least + 1
        is_small = exp + length - 1 < context.Emin
        size, exp = kept, least
        if inexact and is_small:
            _raise(context, Underflow)
        if inexact:
            _raise(context, Inexact)
    if size and exp + len(str(size)) - 1 > context.Emax:
        return _overflow(sign, context)
    if context.clamp and exp > context.Etop():
        _raise(context, Clamped)
        size, exp = size * 10 ** (exp - context.Etop()), context.Etop()
    return made(Decimal, sign, size, exp)

def _overflow(sign, context):
    _raise(context, Overflow)
    _raise(context, Inexact)
    _raise(context, Rounded)
    away = {ROUND_CEILING: not sign, ROUND_FLOOR: bool(sign), ROUND_DOWN: False, ROUND_05UP: False}
    if away.get(context.rounding, True):
        return made(Decimal, sign, 0, 'F')
    return made(Decimal, sign, 10 ** context.prec - 1, context.Emax - context.prec + 1)

def _nan(context, condition):
    _raise(context, condition)
    return made(Decimal, 0, 0, 'n')

# What follows from operands that are NaN; None where none is.
def _of_nans(context, *operands):
    for value in operands:
        if value._exp == 'N':
            _raise(context, InvalidOperation)
            return made(Decimal, value._sign, value._int, 'n')
    for value in operands:
        if value._exp == 'n':
            return value
    return None

def positive(value, context):
    found = _of_nans(context, value)
    if found is not None:
        return found
    if value._exp != 'F' and value._int == 0 and context.rounding != ROUND_FLOOR:
        return fixed(made(Decimal, 0, 0, value._exp), context)
    return fixed(made(Decimal, value._sign, value._int, value._exp), context)

def negated(value, context):
    found = _of_nans(context, value)
    if found is not None:
        return found
    return positive(made(Decimal, 1 - value._sign, value._int, value._exp), context)

def add(left, right, context):
    found = _of_nans(context, left, right)
    if found is not None:
        return found
    if left._exp == 'F' or right._exp == 'F':
        if left._exp == right._exp and left._sign != right._sign:
            return _nan(context, InvalidOperation)
        return made(Decimal, (left if left._exp == 'F' else right)._sign, 0, 'F')
    exp = min(left._exp, right._exp)
    if left._int == 0 or right._int == 0:
        return _add_zero(left, right, exp, context)
    # Digits far below the last that counts only say that there is something.
    large, small = (left, right) if left._exp >= right._exp else (right, left)
    limit = large._exp + min(-1, len(str(large._int)) - context.prec - 2)
    if len(str(small._int)) + small._exp - 1 < limit:
        small = made(Decimal, small._sign, 1, limit)
    exp = min(large._exp, small._exp)
    total = _signed(large, exp) + _signed(small, exp)
    if total == 0:
        sign = 1 if context.rounding == ROUND_FLOOR and left._sign != right._sign else left._sign & right._sign
        return fixed(made(Decimal, sign, 0, min(left._exp, right._exp)), context)
    return fixed(made(Decimal, int(total < 0), abs(total), exp), context)

def _signed(value, exp):
    size = value._int * 10 ** (value._exp - exp)
    return -size if value._sign else size

def _add_zero(left, right, exp, context):
    if left._int == 0 and right._int == 0:
        sign = left._sign & right._sign
        if left._sign != right._sign and context.rounding == ROUND_FLOOR:
            sign = 1
        return fixed(made(Decimal, sign, 0, exp), context)
    zero, other = (left, right) if left._int == 0 else (right, left)
    exp = max(exp, other._exp - context.prec - 1)
    if exp < other._exp:
        other = made(Decimal, other._sign, other._int * 10 ** (other._exp - exp), exp)
    return fixed(other, context)

def multiply(left, right, context):
    found = _of_nans(context, left, right)
    if found is not None:
        return found
    sign = left._sign ^ right._sign
    if left._exp == 'F' or right._exp == 'F':
        if left.is_zero() or right.is_zero():
            return _nan(context, InvalidOperation)
        return made(Decimal, sign, 0, 'F')
    return fixed(made(Decimal, sign, left._int * right._int, left._exp + right._exp), context)

def divide(left, right, context):
    found = _of_nans(context, left, right)
    if found is not None:
        return found
    sign = left._sign ^ right._sign
    if left._exp == 'F':
        return _nan(context, InvalidOperation) if right._exp == 'F' else made(Decimal, sign, 0, 'F')
    if right._exp == 'F':
        _raise(context, Clamped)
        return made(Decimal, sign, 0, context.Etiny())
    if right._int == 0:
        if left._int == 0:
            return _nan(context, DivisionUndefined)
        _raise(context, DivisionByZero)
        return made(Decimal, sign, 0, 'F')
    exp = left._exp - right._exp
    if left._int == 0:
        return fixed(made(Decimal, sign, 0, exp), context)
    shift = len(str(right._int)) - len(str(left._int)) + context.prec + 1
    exp -= shift
    if shift >= 0:
        size, rest = divmod(left._int * 10 ** shift, right._int)
    else:
        size, rest = divmod(left._int, right._int * 10 ** -shift)
    if rest:
        # Something remains: the last digit must not look like an end or a half.
        if size % 5 == 0:
            size += 1
    else:
        ideal = left._exp - right._exp
        while exp < ideal and size % 10 == 0:
            size, exp = size // 10, exp + 1
    return fixed(made(Decimal, sign, size, exp), context)

def _divided(left, right, context):
    sign = left._sign ^ right._sign
    ideal = left._exp if right._exp == 'F' else min(left._exp, right._exp)
    if left._int == 0 or right._exp == 'F':
        return made(Decimal, sign, 0, 0), fixed(made(Decimal, left._sign, left._int, ideal if left._int == 0 else left._exp), context)
    exp = min(left._exp, right._exp)
    if left.adjusted() - right.adjusted() <= context.prec:
        whole, rest = divmod(left._int * 10 ** (left._exp - exp), right._int * 10 ** (right._exp - exp))
        if whole < 10 ** context.prec:
            return made(Decimal, sign, whole, 0), fixed(made(Decimal, left._sign, rest, ideal), context)
    wrong = _nan(context, DivisionImpossible)
    return wrong, wrong

def divided_whole(left, right, context, with_rest=False):
    found = _of_nans(context, left, right)
    if found is not None:
        return found, found
    if left._exp == 'F':
        whole = _nan(context, InvalidOperation) if right._exp == 'F' else made(Decimal, left._sign ^ right._sign, 0, 'F')
        return whole, whole if whole.is_nan() else _nan(context, InvalidOperation)
    if right.is_zero():
        if left._int == 0:
            wrong = _nan(context, DivisionUndefined)
            return wrong, wrong
        if with_rest and context.traps[InvalidOperation]:
            _raise(context, InvalidOperation, DivisionByZero)
        _raise(context, DivisionByZero)
        return made(Decimal, left._sign ^ right._sign, 0, 'F'), _nan(context, InvalidOperation)
    return _divided(left, right, context)

def remainder(left, right, context):
    found = _of_nans(context, left, right)
    if found is not None:
        return found
    if left._exp == 'F':
        return _nan(context, InvalidOperation)
    if right.is_zero():
        return _nan(context, DivisionUndefined if left._int == 0 else InvalidOperation)
    return _divided(left, right, context)[1]

def remainder_near(left, right, context):
    rest = remainder(left, right, context)
    if rest.is_nan() or right._exp == 'F':
        return rest
    exp = min(left._exp, right._exp)
    one, other = abs(_signed(left, exp)), abs(_signed(right, exp))
    whole, size = divmod(one, other)
    if 2 * size + (whole & 1) > other:
        size, whole = size - other, whole + 1
    if whole >= 10 ** context.prec:
        return _nan(context, DivisionImpossible)
    sign = left._sign ^ (size < 0)
    return fixed(made(Decimal, sign, abs(size), exp), context)

# -1, 0 or 1; None where a NaN is among them.
def order(left, right, is_equality=False):
    if isinstance(right, float):
        right = Decimal.from_float(right)
    elif isinstance(right, int):
        right = Decimal(right)
    elif isinstance(right, complex) and is_equality and right.imag == 0:
        right = Decimal.from_float(right.real)
    elif not isinstance(right, Decimal):
        if not hasattr(right, 'numerator') or not hasattr(right, 'denominator'):
            return NotImplemented
        top, bottom = ratio(left) if left.is_finite() else (0, 1)
        one, other = top * right.denominator, right.numerator * bottom
        return (one > other) - (one < other)
    if left.is_nan() or right.is_nan():
        if not is_equality or left._exp == 'N' or right._exp == 'N':
            _raise(getcontext(), InvalidOperation)
        return None
    if left._exp == 'F' or right._exp == 'F':
        one, other = [0 if value._exp != 'F' else -1 if value._sign else 1 for value in (left, right)]
    else:
        exp = min(left._exp, right._exp)
        if left._int and right._int and left._sign == right._sign and left.adjusted() != right.adjusted():
            one, other = left.adjusted(), right.adjusted()
            if left._sign:
                one, other = other, one
        else:
            one = _signed(left, exp) if left._int else 0
            other = _signed(right, exp) if right._int else 0
    return (one > other) - (one < other)

def ratio(value):
    if value._exp >= 0:
        top, bottom = value._int * 10 ** value._exp, 1
    else:
        from math import gcd
        top, bottom = value._int, 10 ** -value._exp
        shared = gcd(top, bottom)
        top, bottom = top // shared, bottom // shared
    return (-top if value._sign else top), bottom

def hashed(value):
    modulus = 2 ** 61 - 1
    power = pow(10, value._exp, modulus) if value._exp >= 0 else pow(pow(10, modulus - 2, modulus), -value._exp, modulus)
    number = value._int * power % modulus
    number = -number if value._sign else number
    return -2 if number == -1 else number

def rescaled(value, exp, rounding):
    if value._int == 0:
        return made(Decimal, value._sign, 0, exp)
    if value._exp >= exp:
        return made(Decimal, value._sign, value._int * 10 ** (value._exp - exp), exp)
    return made(Decimal, value._sign, _cut(value._sign, value._int, exp - value._exp, rounding), exp)

def whole(value, rounding):
    if value.is_nan():
        raise ValueError('cannot convert NaN to integer')
    if value._exp == 'F':
        raise OverflowError('cannot convert Infinity to integer')
    return int(rescaled(value, 0, rounding)) if value._exp < 0 else int(value)

def quantize(value, pattern, rounding, context):
    if rounding not in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP):
        context.copy().rounding = rounding
    found = _of_nans(context, value, pattern)
    if found is not None:
        return found
    if value._exp == 'F' or pattern._exp == 'F':
        return value if value._exp == pattern._exp else _nan(context, InvalidOperation)
    if not context.Etiny() <= pattern._exp <= context.Emax:
        return _nan(context, InvalidOperation)
    result = rescaled(value, pattern._exp, rounding)
    if result._int and (result.adjusted() > context.Emax or len(str(result._int)) > context.prec):
        return _nan(context, InvalidOperation)
    if pattern._exp > value._exp and value._int:
        _raise(context, Rounded)
        if result._int * 10 ** (pattern._exp - value._exp) != value._int:
            _raise(context, Inexact)
    return fixed(result, context)

def normalized(value, context):
    found = _of_nans(context, value)
    if found is not None:
        return found
    value = fixed(value, context)
    if value._exp == 'F':
        return value
    size, exp = value._int, value._exp
    if size == 0:
        return made(Decimal, value._sign, 0, 0)
    while size % 10 == 0:
        size, exp = size // 10, exp + 1
    return made(Decimal, value._sign, size, exp)

def square_root(value, context):
    found = _of_nans(context, value)
    if found is not None:
        return found
    if value._exp == 'F' and not value._sign:
        return value
    if value.is_zero():
        return fixed(made(Decimal, value._sign, 0, value._exp // 2), context)
    if value._sign:
        return _nan(context, InvalidOperation)
    from math import isqrt
    digits = context.prec + 1
    exp, ideal = value._exp, value._exp >> 1
    size = value._int
    length = len(str(size))
    if exp & 1:
        size, exp, length = size * 10, exp - 1, (length >> 1) + 1
    else:
        length = length + 1 >> 1
    half, shift = exp >> 1, digits - length
    is_exact = True
    if shift >= 0:
        size *= 100 ** shift
    else:
        size, rest = divmod(size, 100 ** -shift)
        is_exact = not rest
    half -= shift
    root = isqrt(size)
    if is_exact and root * root == size:
        while half < ideal and root % 10 == 0:
            root, half = root // 10, half + 1
        if half > ideal:
            root, half = root * 10 ** (half - ideal), ideal
    elif root % 5 == 0:
        root += 1
    narrow = context.copy()
    narrow.rounding, narrow.flags = ROUND_HALF_EVEN, context.flags
    return fixed(made(Decimal, 0, root, half), narrow)

def power(base, exponent, context):
    found = _of_nans(context, base, exponent)
    if found is not None:
        return found
    if exponent.is_zero():
        return _nan(context, InvalidOperation) if base.is_zero() else made(Decimal, 0, 1, 0)
    is_whole = exponent.is_finite() and exponent == exponent.to_integral_value()
    sign = 1 if base._sign and is_whole and int(exponent) & 1 else 0
    if base._sign and not is_whole and not base.is_zero():
        return _nan(context, InvalidOperation)
    if base.is_zero() or base._exp == 'F':
        vanishes = base.is_zero() != bool(exponent._sign)
        return made(Decimal, sign, 0, 0 if vanishes else 'F')
    size = base.copy_abs()
    if exponent._exp == 'F':
        if size == 1:
            return fixed(made(Decimal, 0, 10 ** (context.prec - 1), 1 - context.prec), context)
        return made(Decimal, 0, 0, 'F' if (size > 1) != bool(exponent._sign) else 0)
    result = _whole_power(size, int(exponent), context) if is_whole and abs(int(exponent)) < 100_000 else None
    if result is None and exponent.copy_abs() == Decimal('0.5') and not exponent._sign:
        root = square_root(size, context)
        if multiply(root, root, _wide(context)) == size:
            result = root
    if result is None:
        wide = _wide(context, 20 + len(str(abs(int(exponent)))))
        raised = multiply(exponent, natural_log(size, wide), wide)
        result = _marked(_exp_of(raised, context.prec + 5), context)
    return fixed(made(Decimal, sign, result._int, result._exp), context)

# Exact where that needs not too many digits; otherwise with enough of them for one rounding.
def _whole_power(base, count, context):
    if len(str(base._int)) * abs(count) <= 3 * context.prec + 200 and count > 0:
        return made(Decimal, 0, base._int ** count, base._exp * count)
    wide = _wide(context, 30 + len(str(abs(count))))
    result, square, left = made(Decimal, 0, 1, 0), base, abs(count)
    while left:
        if left & 1:
            result = multiply(result, square, wide)
        square, left = multiply(square, square, wide), left >> 1
    if count < 0:
        result = divide(made(Decimal, 0, 1, 0), result, wide)
    return result

def _wide(context, more=20):
    wide = context.copy()
    wide.prec, wide.Emax, wide.Emin, wide.rounding = context.prec + more, MAX_EMAX, MIN_EMIN, ROUND_HALF_EVEN
    wide.clear_traps()
    return wide

# An irrational result is not exact whatever its last digits are.
def _marked(value, context):
    return made(Decimal, value._sign, value._int * 10 + 1 if value._int % 10 in (0, 5) else value._int, value._exp - (value._int % 10 in (0, 5)))

# e to a power, with so many digits that are right.
def _exp_of(value, digits):
    top, bottom = ratio(value)
    guard = digits + 10 + max(value.adjusted(), 0)
    scale = 10 ** guard
    number = top * scale // bottom
    log10 = _ln_of(10, 1, guard)
    shift, rest = divmod(number, log10)
    halvings = 8
    rest_scaled = rest >> halvings
    term = total = scale
    at = 0
    while term:
        at += 1
        term = term * rest_scaled // (scale * at)
        total += term
    for _ in range(halvings):
        total = total * total // scale
    return made(Decimal, 0, total, shift - guard)

# The logarithm of a positive fraction, as an integer of so many decimals.
def _ln_of(top, bottom, guard):
    scale = 10 ** (guard + 10)
    twos = top.bit_length() - bottom.bit_length()
    if twos >= 0:
        bottom <<= twos
    else:
        top <<= -twos
    result = _series(top - bottom, top + bottom, scale)
    if twos:
        result += twos * _series(1, 3, scale)
    return result // 10 ** 10

# Twice the area tangent.
def _series(top, bottom, scale):
    if top < 0:
        return -_series(-top, bottom, scale)
    term = top * scale // bottom
    square = term * term // scale
    total, at = 0, 1
    while term:
        total += term // at
        term = term * square // scale
        at += 2
    return 2 * total

def exponential(value, context):
    found = _of_nans(context, value)
    if found is not None:
        return found
    if value._exp == 'F':
        return made(Decimal, 0, 0, 0) if value._sign else value
    if value.is_zero():
        return made(Decimal, 0, 1, 0)
    if value.adjusted() > 7:
        return _overflow(0, context) if not value._sign else fixed(made(Decimal, 0, 1, MIN_ETINY), context)
    return _rounded_even(_marked(_exp_of(value, context.prec + 5), context), context)

def _rounded_even(value, context):
    narrow = context.copy()
    narrow.rounding, narrow.flags = ROUND_HALF_EVEN, context.flags
    return fixed(value, narrow)

def _logarithm(value, context):
    found = _of_nans(context, value)
    if found is not None:
        return found
    if value.is_zero():
        return made(Decimal, 1, 0, 'F')
    if value._sign:
        return _nan(context, InvalidOperation)
    return value if value._exp == 'F' else None

def natural_log(value, context):
    found = _logarithm(value, context)
    if found is not None:
        return found
    if value == 1:
        return made(Decimal, 0, 0, 0)
    guard = context.prec + 12
    if value.adjusted() in (-1, 0):
        guard += len(str(value._int))
    number = _ln_of(*ratio(value), guard)
    return _rounded_even(_marked(made(Decimal, int(number < 0), abs(number), -guard), context), context)

def decimal_log(value, context):
    found = _logarithm(value, context)
    if found is not None:
        return found
    if str(value._int).rstrip('0') == '1':
        return fixed(Decimal(value.adjusted()), context)
    guard = context.prec + 12 + len(str(value._int))
    number = _ln_of(*ratio(value), guard) * 10 ** guard // _ln_of(10, 1, guard)
    return _rounded_even(_marked(made(Decimal, int(number < 0), abs(number), -guard), context), context)

_SPEC = _re.compile(r'(?:(.)?([<>=^]))?([-+ ])?(z)?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([eEfFgGn%])?$', _re.DOTALL)

def formatted(value, specifier, context):
    found = _SPEC.match(specifier)
    if found is None or found.group(5) or found.group(8) == '_':
        raise ValueError('invalid format string')
    fill, align, sign, zeros, alternate, zero, width, comma, precision, kind = found.groups()
    width, precision = int(width or 0), None if precision is None else int(precision)
    if zero and not align:
        fill, align = '0', '='
    if not isinstance(value._exp, int):
        body = text(value.copy_abs(), 1)
        fill = ' ' if fill == '0' and zero else fill
        return _filled(_sign_of(value, sign), body, fill or ' ', align or '>', width)
    if kind == '%':
        value = made(Decimal, value._sign, value._int, value._exp + 2)
    if value._int == 0 and value._exp > 0 and kind is not None and kind in 'fF%':
        value = made(Decimal, value._sign, 0, 0)
    if precision is not None:
        value = _with_precision(value, precision, kind, context)
    whole, fraction, exponent = _digits(value, precision, kind)
    body_sign = _sign_of(value, sign)
    if zeros and value._int == 0 and body_sign == '-':
        body_sign = _sign_of(value.copy_abs(), sign)
    tail = ('.' + fraction if fraction else '') + exponent + ('%' if kind == '%' else '')
    if comma:
        room = width - len(body_sign) - len(tail) if align == '=' and fill == '0' else 0
        whole = _grouped(whole, room)
    return _filled(body_sign, whole + tail, fill or ' ', align or '>', width)

def _sign_of(value, wanted):
    return '-' if value._sign else wanted if wanted in ('+', ' ') else ''

def _with_precision(value, precision, kind, context):
    if kind is None or kind in 'gGn':
        wanted = max(precision, 1)
        return _to_digits(value, wanted, context) if len(str(value._int)) > wanted else value
    if kind in 'eE':
        return _to_digits(value, precision + 1, context)
    return rescaled(value, -precision, context.rounding)

def _to_digits(value, count, context):
    if value._int == 0:
        return made(Decimal, value._sign, 0, value.adjusted() + 1 - count)
    result = rescaled(value, value.adjusted() + 1 - count, context.rounding)
    if len(str(result._int)) > count:
        result = rescaled(result, result.adjusted() + 1 - count, context.rounding)
    return result

def _digits(value, precision, kind):
    digits = str(value._int)
    left = value._exp + len(digits)
    if kind is not None and kind in 'eE':
        point = 1 - precision if value._int == 0 and precision is not None else 1
    elif kind is not None and kind in 'fF%':
        point = left
    elif value._exp <= 0 and left > -6:
        point = left
    else:
        point = 1
    if point < 0:
        whole, fraction = '0', '0' * -point + digits
    elif point > len(digits):
        whole, fraction = digits + '0' * (point - len(digits)), ''
    else:
        whole, fraction = digits[:point] or '0', digits[point:]
    exponent = left - point
    shows = exponent != 0 or kind is not None and kind in 'eE'
    letter = 'E' if kind in (None, 'E', 'G') else 'e'
    return whole, fraction, f'{letter}{exponent:+d}' if shows else ''

def _grouped(digits, room):
    while True:
        groups = []
        rest = digits
        while rest:
            groups.append(rest[-3:])
            rest = rest[:-3]
        result = ','.join(groups[::-1])
        if len(result) >= room:
            return result
        digits = '0' + digits

def _filled(sign, body, fill, align, width):
    missing = fill * (width - len(sign) - len(body))
    if align == '<':
        return sign + body + missing
    if align == '>':
        return missing + sign + body
    if align == '=':
        return sign + missing + body
    half = len(missing) // 2
    return missing[:half] + sign + body + missing[half:]
