__all__ = ['Fraction']

import math as _math

def _of_text(text):
    # '3/4', '-1.25', '2e-3': numerator and denominator.
    whole = text.strip()
    head, slash, tail = whole.partition('/')
    if slash:
        if not _is_digits(head.strip('+-') if head[:1] in ('+', '-') else head) or not _is_digits(tail):
            raise ValueError(f'Invalid literal for Fraction: {text!r}')
        return int(head), int(tail)
    mantissa, _, exponent = whole.lower().partition('e')
    sign = -1 if mantissa[:1] == '-' else 1
    digits, _, decimals = mantissa[mantissa[:1] in ('+', '-'):].partition('.')
    is_right = (digits or decimals) and _is_digits(digits + decimals)
    if not is_right or 'e' in whole.lower() and not _is_digits(exponent[exponent[:1] in ('+', '-'):]):
        raise ValueError(f'Invalid literal for Fraction: {text!r}')
    power = int(exponent or 0) - len(decimals.replace('_', ''))
    number = sign * int(digits + decimals)
    return (number * 10 ** power, 1) if power >= 0 else (number, 10 ** -power)

def _is_digits(text):
    return text.replace('_', '').isdigit()

def _parts(value):
    # The exact ratio of a rational number or a float; None for anything else.
    if isinstance(value, Fraction):
        return value._numerator, value._denominator
    if isinstance(value, int):
        return int(value), 1
    return None

class Fraction:
    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None, *, _normalize=True):
        if denominator is None:
            top, bottom = _one(numerator)
        else:
            left, right = _parts(numerator), _parts(denominator)
            if left is None or right is None:
                raise TypeError('both arguments should be Rational instances')
            top, bottom = left[0] * right[1], left[1] * right[0]
        if bottom == 0:
            raise ZeroDivisionError(f'Fraction({top}, 0)')
        return cls._made(top, bottom)

    @classmethod
    def _made(cls, top, bottom):
        common = _math.gcd(top, bottom)
        if bottom < 0:
            common = -common
        made = object.__new__(cls)
        made._numerator = top // common
        made._denominator = bottom // common
        return made

    @classmethod
    def from_float(cls, f):
        if not isinstance(f, (int, float)):
            raise TypeError(f'{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})')
        return cls(f)

    @classmethod
    def from_decimal(cls, dec):
        return cls(*dec.as_integer_ratio())

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError('max_denominator should be at least 1')
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        top, bottom = self._numerator, self._denominator
        while True:
            part = top // bottom
            q2 = q0 + part * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + part * p1, q2
            top, bottom = bottom, top - part * bottom
        steps = (max_denominator - q0) // q1
        far, near = Fraction(p0 + steps * p1, q0 + steps * q1), Fraction(p1, q1)
        return near if abs(near - self) <= abs(far - self) else far

    def __repr__(self):
        return f'{type(self).__name__}({self._numerator}, {self._denominator})'

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return f'{self._numerator}/{self._denominator}'

    def _with(self, other, exact, inexact):
        parts = _parts(other)
        if parts is not None:
            return exact(self._numerator, self._denominator, *parts)
        if isinstance(other, float):
            return inexact(self.__float__(), other)
        return NotImplemented

    def _before(self, other, exact, inexact):
        parts = _parts(other)
        if parts is not None:
            return exact(*parts, self._numerator, self._denominator)
        if isinstance(other, float):
            return inexact(other, self.__float__())
        return NotImplemented

    def __add__(self, other):
        return self._with(other, _add, lambda a, b: a + b)

    def __radd__(self, other):
        return self._before(other, _add, lambda a, b: a + b)

    def __sub__(self, other):
        return self._with(other, _subtract, lambda a, b: a - b)

    def __rsub__(self, other):
        return self._before(other, _subtract, lambda a, b: a - b)

    def __mul__(self, other):
        return self._with(other, _multiply, lambda a, b: a * b)

    def __rmul__(self, other):
        return self._before(other, _multiply, lambda a, b: a * b)

    def __truediv__(self, other):
        return self._with(other, _divide, lambda a, b: a / b)

    def __rtruediv__(self, other):
        return self._before(other, _divide, lambda a, b: a / b)

    def __floordiv__(self, other):
        return self._with(other, _floor, lambda a, b: a // b)

    def __rfloordiv__(self, other):
        return self._before(other, _floor, lambda a, b: a // b)

    def __mod__(self, other):
        return self._with(other, _rest, lambda a, b: a % b)

    def __rmod__(self, other):
        return self._before(other, _rest, lambda a, b: a % b)

    def __divmod__(self, other):
        return self._with(other, lambda *parts: (_floor(*parts), _rest(*parts)), divmod)

    def __rdivmod__(self, other):
        return self._before(other, lambda *parts: (_floor(*parts), _rest(*parts)), divmod)

    def __pow__(self, other):
        parts = _parts(other)
        if parts is None or parts[1] != 1:
            return self.__float__() ** float(other)
        power = parts[0]
        if power >= 0:
            return Fraction(self._numerator ** power, self._denominator ** power)
        if self._numerator == 0:
            raise ZeroDivisionError(f'Fraction({self._denominator ** -power}, 0)')
        return Fraction(self._denominator ** -power, self._numerator ** -power)

    def __rpow__(self, other):
        if self._denominator == 1 and self._numerator >= 0:
            return other ** self._numerator
        return other ** self.__float__()

    def __pos__(self):
        return Fraction(self)

    def __neg__(self):
        return Fraction(-self._numerator, self._denominator)

    def __abs__(self):
        return Fraction(abs(self._numerator), self._denominator)

    def __int__(self):
        return self.__trunc__()

    def __float__(self):
        return self._numerator / self._denominator

    def __bool__(self):
        return self._numerator != 0

    def __trunc__(self):
        if self._numerator < 0:
            return -(-self._numerator // self._denominator)
        return self._numerator // self._denominator

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is not None:
            shift = 10 ** abs(ndigits)
            return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)
        whole, rest = divmod(self._numerator, self._denominator)
        if rest * 2 < self._denominator or rest * 2 == self._denominator and whole % 2 == 0:
            return whole
        return whole + 1

    def __hash__(self):
        if self._denominator == 1:
            return hash(self._numerator)
        modulus = (1 << 61) - 1
        if self._denominator % modulus == 0:
            made = 314159
        else:
            made = abs(self._numerator) % modulus * pow(self._denominator, modulus - 2, modulus) % modulus
        made = made if self._numerator >= 0 else -made
        return -2 if made == -1 else made

    def _compared(self, other):
        # A number below, equal to or above zero; None where they cannot be compared.
        parts = _parts(other)
        if parts is not None:
            return self._numerator * parts[1] - parts[0] * self._denominator
        if isinstance(other, float):
            if other != other or other in (float('inf'), float('-inf')):
                return 0.0 - other
            top, bottom = other.as_integer_ratio()
            return self._numerator * bottom - top * self._denominator
        return None

    def __eq__(self, other):
        found = self._compared(other)
        return NotImplemented if found is None else found == 0

    def __lt__(self, other):
        found = self._compared(other)
        return NotImplemented if found is None else found < 0

    def __le__(self, other):
        found = self._compared(other)
        return NotImplemented if found is None else found <= 0

    def __gt__(self, other):
        found = self._compared(other)
        return NotImplemented if found is None else found > 0

    def __ge__(self, other):
        found = self._compared(other)
        return NotImplemented if found is None else found >= 0

    def __reduce__(self):
        return type(self), (self._numerator, self._denominator)

    def __copy__(self):
        return self if type(self) is Fraction else type(self)(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()

def _one(value):
    parts = _parts(value)
    if parts is not None:
        return parts
    if isinstance(value, str):
        return _of_text(value)
    if hasattr(value, 'as_integer_ratio'):
        return value.as_integer_ratio()
    raise TypeError('argument should be a string or a Rational instance')

def _add(a, b, c, d):
    return Fraction._made(a * d + c * b, b * d)

def _subtract(a, b, c, d):
    return Fraction._made(a * d - c * b, b * d)

def _multiply(a, b, c, d):
    return Fraction._made(a * c, b * d)

def _divide(a, b, c, d):
    if c == 0:
        sign = (a > 0) - (a < 0)
        raise ZeroDivisionError(f'Fraction({sign * d // _math.gcd(d, b)}, 0)')
    return Fraction._made(a * d, b * c)

def _floor(a, b, c, d):
    return a * d // (b * c)

def _rest(a, b, c, d):
    return Fraction._made(a * d % (c * b), b * d)
