# Decimal numbers: the arithmetic of the General Decimal Arithmetic Specification upon integers of any size. A finite number
# is sign, coefficient and exponent.

import _decimal as _native
import _decimal_functions as _functions

__all__ = [
    'BasicContext', 'Clamped', 'Context', 'ConversionSyntax', 'Decimal', 'DecimalException', 'DecimalTuple', 'DefaultContext',
    'DivisionByZero', 'DivisionImpossible', 'DivisionUndefined', 'ExtendedContext', 'FloatOperation', 'Inexact',
    'InvalidContext', 'InvalidOperation', 'MAX_EMAX', 'MAX_PREC', 'MIN_EMIN', 'MIN_ETINY', 'Overflow', 'ROUND_05UP',
    'ROUND_CEILING', 'ROUND_DOWN', 'ROUND_FLOOR', 'ROUND_HALF_DOWN', 'ROUND_HALF_EVEN', 'ROUND_HALF_UP', 'ROUND_UP', 'Rounded',
    'Subnormal', 'Underflow', 'getcontext', 'localcontext', 'setcontext',
]

from collections import namedtuple as _namedtuple
from _decimal_contexts import *
from _decimal_contexts import _raise

DecimalTuple = _namedtuple('DecimalTuple', 'sign digits exponent', module='decimal')

_FORM = ('finite', 'F', 'n', 'N')

class Decimal:
    __module__ = 'decimal'
    # `_exp` of what is not finite: 'F' infinite, 'n' NaN, 'N' signalling NaN.
    __slots__ = ('_sign', '_int', '_exp')

    def __new__(cls, value='0', context=None):
        if type(value) is cls:
            return value
        if isinstance(value, str):
            made = _native.read(cls, value)
            return _functions.read(cls, value) if made is None else made
        if isinstance(value, int):
            return _functions.made(cls, int(value < 0), abs(int(value)), 0)
        if isinstance(value, Decimal):
            return _functions.made(cls, value._sign, value._int, value._exp)
        if isinstance(value, float):
            return cls.from_float(value)
        if isinstance(value, (list, tuple)):
            return _functions.of_tuple(cls, value)
        raise TypeError(f'conversion from {type(value).__name__} to Decimal is not supported')

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError('argument must be int or float')
        if f != f or f in (float('inf'), float('-inf')):
            return cls(repr(f))
        top, bottom = abs(f).as_integer_ratio()
        places = bottom.bit_length() - 1
        sign = 1 if str(f).startswith('-') else 0
        return _functions.made(cls, sign, top * 5 ** places, -places)

    def __reduce__(self):
        return self.__class__, (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def is_nan(self):
        return self._exp in ('n', 'N')

    def is_qnan(self):
        return self._exp == 'n'

    def is_snan(self):
        return self._exp == 'N'

    def is_infinite(self):
        return self._exp == 'F'

    def is_finite(self):
        return isinstance(self._exp, int)

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return isinstance(self._exp, int) and self._int == 0

    def is_normal(self, context=None):
        context = context or getcontext()
        return self.is_finite() and self._int != 0 and context.Emin <= self.adjusted()

    def is_subnormal(self, context=None):
        context = context or getcontext()
        return self.is_finite() and self._int != 0 and self.adjusted() < context.Emin

    def is_canonical(self):
        return True

    def canonical(self):
        return self

    def __bool__(self):
        return not isinstance(self._exp, int) or self._int != 0

    def as_tuple(self):
        if self._exp == 'F':
            return DecimalTuple(self._sign, (0,), 'F')
        digits = tuple([int(digit) for digit in str(self._int)])
        return DecimalTuple(self._sign, () if self.is_nan() and not self._int else digits, self._exp)

    def as_integer_ratio(self):
        if self.is_nan():
            raise ValueError('cannot convert NaN to integer ratio')
        if self._exp == 'F':
            raise OverflowError('cannot convert Infinity to integer ratio')
        return _functions.ratio(self)

    def adjusted(self):
        return self._exp + len(str(self._int)) - 1 if isinstance(self._exp, int) else 0

    def __repr__(self):
        return f"Decimal('{self}')"

    def __str__(self):
        capitals = getcontext().capitals
        text = _native.text(self, capitals)
        return _functions.text(self, capitals) if text is None else text

    def to_eng_string(self, context=None):
        return _functions.text(self, (context or getcontext()).capitals, True)

    def __format__(self, specifier, context=None):
        context = context or getcontext()
        text = _native.formatted(self, specifier, context)
        return _functions.formatted(self, specifier, context) if text is None else text

    def __hash__(self):
        hashed = _native.hashed(self)
        if hashed is not None:
            return hashed
        if self._exp == 'N':
            raise TypeError('Cannot hash a signaling NaN value.')
        if self._exp == 'n':
            return object.__hash__(self)
        if self._exp == 'F':
            return hash(float('-inf') if self._sign else float('inf'))
        return _functions.hashed(self)

    def __neg__(self, context=None):
        return _functions.negated(self, context or getcontext())

    def __pos__(self, context=None):
        return _functions.positive(self, context or getcontext())

    def __abs__(self, round=True, context=None):
        return _functions.negated(self, context or getcontext()) if self._sign else _functions.positive(self, context or getcontext())

    def copy_abs(self):
        return _functions.made(Decimal, 0, self._int, self._exp)

    def copy_negate(self):
        return _functions.made(Decimal, 1 - self._sign, self._int, self._exp)

    def copy_sign(self, other, context=None):
        return _functions.made(Decimal, Decimal(other)._sign, self._int, self._exp)

    def __add__(self, other, context=None):
        context = context or getcontext()
        made = _native.add(self, other, context, _KNOWN)
        if made is not None:
            return made
        other = _operand(other)
        return other if other is NotImplemented else _functions.add(self, other, context)

    __radd__ = __add__

    def __sub__(self, other, context=None):
        context = context or getcontext()
        made = _native.subtract(self, other, context, _KNOWN)
        if made is not None:
            return made
        other = _operand(other)
        return other if other is NotImplemented else _functions.add(self, other.copy_negate(), context)

    def __rsub__(self, other, context=None):
        other = _operand(other)
        return other if other is NotImplemented else other.__sub__(self, context)

    def __mul__(self, other, context=None):
        context = context or getcontext()
        made = _native.multiply(self, other, context, _KNOWN)
        if made is not None:
            return made
        other = _operand(other)
        return other if other is NotImplemented else _functions.multiply(self, other, context)

    __rmul__ = __mul__

    def __truediv__(self, other, context=None):
        context = context or getcontext()
        made = _native.divide(self, other, context, _KNOWN)
        if made is not None:
            return made
        other = _operand(other)
        return other if other is NotImplemented else _functions.divide(self, other, context)

    def __rtruediv__(self, other, context=None):
        other = _operand(other)
        return other if other is NotImplemented else other.__truediv__(self, context)

    def __floordiv__(self, other, context=None):
        other = _operand(other)
        return other if other is NotImplemented else _functions.divided_whole(self, other, context or getcontext())[0]

    def __rfloordiv__(self, other, context=None):
        other = _operand(other)
        return other if other is NotImplemented else other.__floordiv__(self, context)

    def __mod__(self, other, context=None):
        other = _operand(other)
        return other if other is NotImplemented else _functions.remainder(self, other, context or getcontext())

    def __rmod__(self, other, context=None):
        other = _operand(other)
        return other if other is NotImplemented else other.__mod__(self, context)

    def __divmod__(self, other, context=None):
        other = _operand(other)
        return other if other is NotImplemented else _functions.divided_whole(self, other, context or getcontext(), True)

    def __rdivmod__(self, other, context=None):
        other = _operand(other)
        return other if other is NotImplemented else other.__divmod__(self, context)

    def __pow__(self, other, modulo=None, context=None):
        other = _operand(other)
        if other is NotImplemented:
            return other
        if modulo is not None:
            raise TypeError('gilsim does not support pow() of three decimals')
        return _functions.power(self, other, context or getcontext())

    def __rpow__(self, other, context=None):
        other = _operand(other)
        return other if other is NotImplemented else other.__pow__(self, None, context)

    def remainder_near(self, other, context=None):
        return _functions.remainder_near(self, Decimal(other), context or getcontext())

    def fma(self, other, third, context=None):
        context = context or getcontext()
        wide = context.copy()
        wide.prec = len(str(self._int)) + len(str(Decimal(other)._int)) + 10
        return _functions.add(_functions.multiply(self, Decimal(other), wide), Decimal(third), context)

    def __eq__(self, other):
        order = _native.order(self, other, Decimal)
        if order is None:
            order = _functions.order(self, other, True)
        return order if order is NotImplemented else order == 0

    def __lt__(self, other):
        order = _native.order(self, other, Decimal)
        if order is None:
            order = _functions.order(self, other)
        return order if order is NotImplemented else order == -1

    def __le__(self, other):
        order = _native.order(self, other, Decimal)
        if order is None:
            order = _functions.order(self, other)
        return order if order is NotImplemented else order in (-1, 0)

    def __gt__(self, other):
        order = _native.order(self, other, Decimal)
        if order is None:
            order = _functions.order(self, other)
        return order if order is NotImplemented else order == 1

    def __ge__(self, other):
        order = _native.order(self, other, Decimal)
        if order is None:
            order = _functions.order(self, other)
        return order if order is NotImplemented else order in (0, 1)

    def compare(self, other, context=None):
        other = Decimal(other)
        if self.is_nan() or other.is_nan():
            return self if self.is_nan() else other
        return Decimal(_functions.order(self, other))

    def max(self, other, context=None):
        other = Decimal(other)
        return _functions.positive(self if other.is_nan() or not self.is_nan() and self >= other else other, context or getcontext())

    def min(self, other, context=None):
        other = Decimal(other)
        return _functions.positive(self if other.is_nan() or not self.is_nan() and self <= other else other, context or getcontext())

    def __int__(self):
        if self.is_nan():
            raise ValueError('cannot convert NaN to integer')
        if self._exp == 'F':
            raise OverflowError('cannot convert Infinity to integer')
        size = self._int * 10 ** self._exp if self._exp >= 0 else self._int // 10 ** -self._exp
        return -size if self._sign else size

    __trunc__ = __int__

    def __float__(self):
        if self._exp == 'N':
            raise ValueError('cannot convert signaling NaN to float')
        return float('nan') if self._exp == 'n' else float(str(self))

    def __complex__(self):
        return complex(float(self))

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return Decimal(0)

    def conjugate(self):
        return self

    def __round__(self, n=None):
        if n is not None:
            return self.quantize(_functions.made(Decimal, 0, 1, -n))
        return _functions.whole(self, ROUND_HALF_EVEN)

    def __floor__(self):
        return _functions.whole(self, ROUND_FLOOR)

    def __ceil__(self):
        return _functions.whole(self, ROUND_CEILING)

    def quantize(self, exp, rounding=None, context=None):
        context = context or getcontext()
        made = _native.quantize(self, exp, rounding, context, _KNOWN)
        if made is not None:
            return made
        return _functions.quantize(self, Decimal(exp), rounding or context.rounding, context)

    def same_quantum(self, other, context=None):
        other = Decimal(other)
        return self._exp == other._exp or self.is_nan() and other.is_nan()

    def to_integral_value(self, rounding=None, context=None):
        if not isinstance(self._exp, int) or self._exp >= 0:
            return self
        return _functions.rescaled(self, 0, rounding or (context or getcontext()).rounding)

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        return self.to_integral_value(rounding, context)

    def normalize(self, context=None):
        return _functions.normalized(self, context or getcontext())

    def scaleb(self, other, context=None):
        return _functions.made(Decimal, self._sign, self._int, self._exp + int(other))

    def logb(self, context=None):
        return Decimal(self.adjusted())

    def sqrt(self, context=None):
        return _functions.square_root(self, context or getcontext())

    def exp(self, context=None):
        return _functions.exponential(self, context or getcontext())

    def ln(self, context=None):
        return _functions.natural_log(self, context or getcontext())

    def log10(self, context=None):
        return _functions.decimal_log(self, context or getcontext())

    def number_class(self, context=None):
        if self.is_nan():
            return 'NaN' if self._exp == 'n' else 'sNaN'
        sign = '-' if self._sign else '+'
        if self._exp == 'F':
            return sign + 'Infinity'
        if not self._int:
            return sign + 'Zero'
        return sign + ('Subnormal' if self.is_subnormal(context) else 'Normal')

def _operand(value):
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return _functions.made(Decimal, int(value < 0), abs(int(value)), 0)
    return NotImplemented

_functions.Decimal = Decimal
_KNOWN = (Decimal, Rounded, Inexact)
