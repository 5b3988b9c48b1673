# The class timedelta.

from _datetime_text import told_class
from _moments import micros as _native_micros, span as _span

_DAY = 86400 * 1000000

def _micros_of(value, unit):
    # Exact for integers; a float is rounded to the nearest microsecond, half to even, by the caller.
    if isinstance(value, int):
        return value * unit, 0.0
    if isinstance(value, float):
        whole = int(value)
        return whole * unit, (value - whole) * unit
    raise TypeError(f'unsupported type for timedelta {_names[unit]} component: {type(value).__name__}')

_names = {
    _DAY: 'days', 1000000: 'seconds', 1: 'microseconds', 1000: 'milliseconds', 60000000: 'minutes',
    3600000000: 'hours', 7 * _DAY: 'weeks',
}

def _divided(number, by):
    # Rounded half to even.
    quotient, rest = divmod(number, by)
    if by < 0:
        rest, by = -rest, -by
    twice = 2 * rest
    return quotient + (1 if twice > by or twice == by and quotient % 2 else 0)

def _refuse_zero(number):
    if number == 0:
        raise ZeroDivisionError('integer division or modulo by zero')

class timedelta:
    __module__ = 'datetime'
    __slots__ = ('_days', '_seconds', '_microseconds')

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total, part = 0, 0.0
        for value, unit in ((days, _DAY), (seconds, 1000000), (microseconds, 1), (milliseconds, 1000),
                            (minutes, 60000000), (hours, 3600000000), (weeks, 7 * _DAY)):
            if value:
                whole, rest = _micros_of(value, unit)
                # Days may have parts of seconds, which are whole microseconds most often.
                total += whole
                part += rest
            elif not isinstance(value, (int, float)):
                _micros_of(value, unit)
        return cls._of(total + round(part))

    @classmethod
    def _of(cls, micros):
        days, rest = divmod(micros, _DAY)
        if not -999999999 <= days <= 999999999:
            raise OverflowError(f'days={days}; must have magnitude <= 999999999')
        if cls is timedelta:
            made = _span(cls, micros)
            if made is not None:
                return made
        made = object.__new__(cls)
        made._days = days
        made._seconds, made._microseconds = divmod(rest, 1000000)
        return made

    days = property(lambda self: self._days)
    seconds = property(lambda self: self._seconds)
    microseconds = property(lambda self: self._microseconds)

    def _micros(self):
        micros = _native_micros(self)
        return micros if micros is not None else (self._days * 86400 + self._seconds) * 1000000 + self._microseconds

    def total_seconds(self):
        return self._micros() / 10**6

    def __repr__(self):
        parts = [f'{name}={value}' for name, value in (('days', self._days), ('seconds', self._seconds),
                                                       ('microseconds', self._microseconds)) if value]
        return f'{told_class(self)}({", ".join(parts) or 0})'

    def __str__(self):
        minutes, second = divmod(self._seconds, 60)
        hour, minute = divmod(minutes, 60)
        text = '%d:%02d:%02d' % (hour, minute, second)
        if self._days:
            plural = '' if abs(self._days) == 1 else 's'
            text = f'{self._days} day{plural}, {text}'
        return text + '.%06d' % self._microseconds if self._microseconds else text

    def __add__(self, other):
        return timedelta._of(self._micros() + other._micros()) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return timedelta._of(self._micros() - other._micros()) if isinstance(other, timedelta) else NotImplemented

    def __rsub__(self, other):
        return timedelta._of(other._micros() - self._micros()) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return timedelta._of(-self._micros())

    def __pos__(self):
        return timedelta._of(self._micros())

    def __abs__(self):
        return timedelta._of(abs(self._micros()))

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._micros() * other)
        if isinstance(other, float):
            _refuse_zero(other)
            top, bottom = other.as_integer_ratio()
            return timedelta._of(_divided(self._micros() * top, bottom))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._micros() // other._micros()
        if isinstance(other, int):
            _refuse_zero(other)
            return timedelta._of(self._micros() // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._micros() / other._micros()
        if isinstance(other, int):
            _refuse_zero(other)
            return timedelta._of(_divided(self._micros(), other))
        if isinstance(other, float):
            top, bottom = other.as_integer_ratio()
            return timedelta._of(_divided(self._micros() * bottom, top))
        return NotImplemented

    def __mod__(self, other):
        return timedelta._of(self._micros() % other._micros()) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        whole, rest = divmod(self._micros(), other._micros())
        return whole, timedelta._of(rest)

    def __eq__(self, other):
        return self._micros() == other._micros() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._micros() < other._micros() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._micros() <= other._micros() if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._micros() > other._micros() if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._micros() >= other._micros() if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return self._micros() != 0

    def __reduce__(self):
        return type(self), (self._days, self._seconds, self._microseconds)

timedelta.min = timedelta._of(-999999999 * _DAY)
timedelta.max = timedelta._of(1000000000 * _DAY - 1)
timedelta.resolution = timedelta._of(1)
