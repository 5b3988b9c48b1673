# The class time.

from _calendar_text import Fields, formatted
from _datetime_delta import timedelta
from _datetime_text import time_parts, told_class
from _datetime_zone import checked_offset, checked_zone, offset_text, timezone

def checked_time(hour, minute, second, microsecond, fold):
    for value in (hour, minute, second, microsecond, fold):
        if not isinstance(value, int):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    limits = ((hour, 23, 'hour'), (minute, 59, 'minute'), (second, 59, 'second'), (microsecond, 999999, 'microsecond'))
    for value, most, name in limits:
        if not 0 <= value <= most:
            raise ValueError(f'{name} must be in 0..{most}')
    if fold not in (0, 1):
        raise ValueError('fold must be either 0 or 1')

_FORMS = {
    'hours': '%02d', 'minutes': '%02d:%02d', 'seconds': '%02d:%02d:%02d', 'milliseconds': '%02d:%02d:%02d.%03d',
    'microseconds': '%02d:%02d:%02d.%06d',
}

def clock_text(hour, minute, second, micros, timespec):
    if timespec == 'auto':
        timespec = 'microseconds' if micros else 'seconds'
    if timespec not in _FORMS:
        raise ValueError('Unknown timespec value')
    form = _FORMS[timespec]
    if timespec == 'milliseconds':
        micros //= 1000
    return form % (hour, minute, second, micros)[:form.count('%')]

def zone_of(offset):
    if offset is None:
        return None
    return timezone(timedelta(microseconds=offset)) if offset else timezone.utc

class time:
    __module__ = 'datetime'

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        checked_time(hour, minute, second, microsecond, fold)
        made = object.__new__(cls)
        made._hour, made._minute, made._second, made._microsecond = hour, minute, second, microsecond
        made._tzinfo = checked_zone(tzinfo)
        made._fold = fold
        return made

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def fromisoformat(cls, time_string):
        if not isinstance(time_string, str):
            raise TypeError('fromisoformat: argument must be str')
        text = time_string[1:] if time_string[:1] == 'T' else time_string
        *clock, offset = time_parts(text, f'Invalid isoformat string: {time_string!r}')
        return cls(*clock, zone_of(offset))

    def utcoffset(self):
        return None if self._tzinfo is None else checked_offset('utcoffset', self._tzinfo.utcoffset(None))

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def dst(self):
        return None if self._tzinfo is None else checked_offset('dst', self._tzinfo.dst(None))

    def isoformat(self, timespec='auto'):
        text = clock_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        offset = self.utcoffset()
        return text if offset is None else text + offset_text(offset, ':')

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        parts = [str(self._hour), str(self._minute)]
        if self._second or self._microsecond:
            parts.append(str(self._second))
        if self._microsecond:
            parts.append(str(self._microsecond))
        if self._tzinfo is not None:
            parts.append(f'tzinfo={self._tzinfo!r}')
        if self._fold:
            parts.append('fold=1')
        return f'{told_class(self)}({", ".join(parts)})'

    def strftime(self, format):
        offset = self.utcoffset()
        return formatted(format, Fields(
            1900, 1, 1, self._hour, self._minute, self._second, 0, 1, self._microsecond,
            '' if offset is None else offset_text(offset, ''), self.tzname() or ''))

    def __format__(self, fmt):
        return self.strftime(fmt) if fmt else str(self)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        given = ((hour, self._hour), (minute, self._minute), (second, self._second), (microsecond, self._microsecond))
        parts = [own if value is None else value for value, own in given]
        zone = self._tzinfo if tzinfo is True else tzinfo
        return type(self)(*parts, zone, fold=self._fold if fold is None else fold)

    def _micros(self):
        micros = ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond
        offset = self.utcoffset()
        return micros if offset is None else micros - offset._micros()

    def _order(self, other, is_equality):
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            if is_equality:
                return 2
            raise TypeError("can't compare offset-naive and offset-aware times")
        mine, its = self._micros(), other._micros()
        return (mine > its) - (mine < its)

    def __eq__(self, other):
        return self._order(other, True) == 0 if isinstance(other, time) else NotImplemented

    def __lt__(self, other):
        return self._order(other, False) < 0 if isinstance(other, time) else NotImplemented

    def __le__(self, other):
        return self._order(other, False) <= 0 if isinstance(other, time) else NotImplemented

    def __gt__(self, other):
        return self._order(other, False) > 0 if isinstance(other, time) else NotImplemented

    def __ge__(self, other):
        return self._order(other, False) >= 0 if isinstance(other, time) else NotImplemented

    def __hash__(self):
        return hash(self._micros())

time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
