__all__ = ['MAXYEAR', 'MINYEAR', 'UTC', 'date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo']

import time as _time
from _calendar_text import EPOCH_DAY as _EPOCH_DAY, Fields as _Fields, formatted as _formatted
from _datetime_date import MAXYEAR, MINYEAR, checked_date as _checked_date, date, missing_part as _missing_part
from _datetime_date import number_in_range as _number_in_range
from _datetime_delta import timedelta
from _datetime_text import date_length as _date_length, date_parts as _date_parts, time_parts as _time_parts
from _datetime_text import told_class as _told_class
from _datetime_time import checked_time as _checked_time, clock_text as _clock_text, time, zone_of as _zone_of
from _datetime_zone import checked_offset as _checked_offset, checked_zone as _checked_zone, offset_text as _offset_text
from _datetime_zone import timezone, tzinfo
from _moments import between as _between, date_of as _date_of, make as _make, of_parts as _of_parts
from _moments import parts_of_text as _parts_of_text, wall as _wall

UTC = timezone.utc
_MICROS = 1000000
_DAY = 86400 * _MICROS

def _local_offset(seconds):
    parts = _time.localtime(seconds)
    return timezone(timedelta(seconds=parts.tm_gmtoff), parts.tm_zone)

class datetime(date):
    __module__ = 'datetime'

    def __new__(cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if month is None or day is None:
            raise _missing_part(year, month)
        _checked_zone(tzinfo)
        made = _of_parts(cls, year, month, day, hour, minute, second, microsecond, tzinfo, fold)
        if made is not None:
            return made
        _checked_date(year, month, day)
        _checked_time(hour, minute, second, microsecond, fold)
        made = object.__new__(cls)
        made._year, made._month, made._day = year, month, day
        made._hour, made._minute, made._second, made._microsecond = hour, minute, second, microsecond
        made._tzinfo = tzinfo
        made._fold = fold
        return made

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def _of_micros(cls, micros, zone, fold=0):
        # Microseconds since the beginning of the year 1, of wall time.
        if cls is datetime:
            made = _make(cls, micros, zone, fold)
            if made is not None:
                return made
        days, rest = divmod(micros, _DAY)
        seconds, micros = divmod(rest, _MICROS)
        minutes, second = divmod(seconds, 60)
        hour, minute = divmod(minutes, 60)
        return cls(*_date_of(_number_in_range(days + 1)), hour, minute, second, micros, zone, fold=fold)

    def _wall(self):
        return _wall(self)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _checked_zone(tz)
        micros = round(timestamp * _MICROS) if isinstance(timestamp, float) else timestamp * _MICROS
        base = (_EPOCH_DAY - 1) * _DAY + micros
        if tz is not None:
            return tz.fromutc(cls._in_year(base, tz))
        return cls._in_year(base + _time.localtime(micros // _MICROS).tm_gmtoff * _MICROS, None)

    @classmethod
    def _in_year(cls, micros, zone):
        try:
            return cls._of_micros(micros, zone)
        except OverflowError:
            year = 1970 + (micros // _DAY - _EPOCH_DAY) * 400 // 146097
            raise ValueError(f'year {year} is out of range') from None

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        micros = round(timestamp * _MICROS) if isinstance(timestamp, float) else timestamp * _MICROS
        return cls._in_year((_EPOCH_DAY - 1) * _DAY + micros, None)

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def utcnow(cls):
        return cls.utcfromtimestamp(_time.time())

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        zone = time.tzinfo if tzinfo is True else tzinfo
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond, zone,
                   fold=time.fold)

    @classmethod
    def fromordinal(cls, n):
        return cls(*date.fromordinal(n)._key())

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        parts = _parts_of_text(date_string)
        if parts is not None:
            return cls(*parts)
        whole = f'Invalid isoformat string: {date_string!r}'
        if len(date_string) < 7:
            raise ValueError(whole)
        end = _date_length(date_string)
        parts = _date_parts(date_string[:end], whole)
        if len(date_string) == end:
            return cls(*parts)
        *clock, offset = _time_parts(date_string[end + 1:], whole)
        return cls(*parts, *clock, _zone_of(offset))

    @classmethod
    def fromisocalendar(cls, year, week, day):
        return cls(*date.fromisocalendar(year, week, day)._key())

    @classmethod
    def strptime(cls, date_string, format):
        from _strptime import parsed
        found = parsed(date_string, format)
        clock = [found.get(name, 0) for name in ('hour', 'minute', 'second', 'micros')]
        zone = None
        if 'offset' in found:
            offset = timedelta(seconds=found['offset'])
            zone = timezone(offset, found['zone']) if found.get('zone') else timezone(offset)
            zone = timezone.utc if zone == timezone.utc and not found.get('zone') else zone
        return cls(found['year'], found['month'], found['day'], *clock, zone)

    def utcoffset(self):
        return None if self._tzinfo is None else _checked_offset('utcoffset', self._tzinfo.utcoffset(self))

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def dst(self):
        return None if self._tzinfo is None else _checked_offset('dst', self._tzinfo.dst(self))

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def timetuple(self):
        summer = self.dst()
        return self._struct(-1 if summer is None else int(bool(summer)))

    def _struct(self, summer):
        return _time.struct_time((self._year, self._month, self._day, self._hour, self._minute, self._second,
                                  self.weekday(), self._yearday(), summer))

    def utctimetuple(self):
        offset = self.utcoffset()
        moment = self if not offset else self.replace(tzinfo=None) - offset
        return moment._struct(0)

    def timestamp(self):
        micros = self._wall() - (_EPOCH_DAY - 1) * _DAY
        offset = self.utcoffset()
        if offset is not None:
            return (micros - offset._micros()) / _MICROS
        seconds = _time.mktime(self._struct(-1))
        return seconds + self._microsecond / _MICROS

    def astimezone(self, tz=None):
        _checked_zone(tz)
        zone = self._tzinfo
        if tz is zone and zone is not None:
            return self
        offset = self.utcoffset()
        if offset is None:
            offset = timedelta(seconds=_time.localtime(self.replace(tzinfo=None).timestamp()).tm_gmtoff)
        wall = self.replace(tzinfo=None) - offset
        if tz is None:
            tz = _local_offset((wall._wall() - (_EPOCH_DAY - 1) * _DAY) // _MICROS)
        return tz.fromutc(wall.replace(tzinfo=tz))

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=True, *, fold=None):
        given = ((year, self._year), (month, self._month), (day, self._day), (hour, self._hour),
                 (minute, self._minute), (second, self._second), (microsecond, self._microsecond))
        parts = [own if value is None else value for value, own in given]
        zone = self._tzinfo if tzinfo is True else tzinfo
        return type(self)(*parts, zone, fold=self._fold if fold is None else fold)

    def isoformat(self, sep='T', timespec='auto'):
        text = date.isoformat(self) + sep
        text += _clock_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        offset = self.utcoffset()
        return text if offset is None else text + _offset_text(offset, ':')

    def __str__(self):
        return self.isoformat(' ')

    def __repr__(self):
        parts = [self._year, self._month, self._day, self._hour, self._minute]
        if self._second or self._microsecond:
            parts.append(self._second)
        if self._microsecond:
            parts.append(self._microsecond)
        parts = [str(part) for part in parts]
        if self._fold:
            parts.append('fold=1')
        if self._tzinfo is not None:
            parts.append(f'tzinfo={self._tzinfo!r}')
        return f'{_told_class(self)}({", ".join(parts)})'

    def _fields(self):
        offset = self.utcoffset()
        return _Fields(
            self._year, self._month, self._day, self._hour, self._minute, self._second, self.weekday(),
            self._yearday(), self._microsecond, '' if offset is None else _offset_text(offset, ''), self.tzname() or '')

    def ctime(self):
        return _formatted('%a %b %e %H:%M:%S ', self._fields()) + '%04d' % self._year

    def _order(self, other, is_equality):
        mine, its = self.utcoffset(), other.utcoffset()
        if (mine is None) != (its is None):
            if is_equality:
                return 2
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        left, right = self._utc(), other._utc()
        return (left > right) - (left < right)

    def _utc(self):
        offset = self.utcoffset()
        return self._wall() if offset is None else self._wall() - offset._micros()

    def _refuse(self, other):
        if isinstance(other, date):
            raise TypeError(f"can't compare {_told_class(self)} to {_told_class(other)}")
        return NotImplemented

    def __eq__(self, other):
        between = _between(self, other)
        if between is not None:
            return between == 0
        if isinstance(other, datetime):
            return self._order(other, True) == 0
        return False if isinstance(other, date) else NotImplemented

    def __lt__(self, other):
        between = _between(self, other)
        if between is not None:
            return between < 0
        return self._order(other, False) < 0 if isinstance(other, datetime) else self._refuse(other)

    def __le__(self, other):
        between = _between(self, other)
        if between is not None:
            return between <= 0
        return self._order(other, False) <= 0 if isinstance(other, datetime) else self._refuse(other)

    def __gt__(self, other):
        between = _between(self, other)
        if between is not None:
            return between > 0
        return self._order(other, False) > 0 if isinstance(other, datetime) else self._refuse(other)

    def __ge__(self, other):
        between = _between(self, other)
        if between is not None:
            return between >= 0
        return self._order(other, False) >= 0 if isinstance(other, datetime) else self._refuse(other)

    def __hash__(self):
        return hash(self._utc())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        made = _make(datetime, _wall(self) + other._micros(), self._tzinfo, 0) if type(self) is datetime else None
        return type(self)._of_micros(_wall(self) + other._micros(), self._tzinfo) if made is None else made

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)._of_micros(_wall(self) - other._micros(), self._tzinfo)
        if not isinstance(other, datetime):
            return NotImplemented
        between = _between(self, other)
        if between is not None:
            return timedelta._of(between)
        mine, its = self.utcoffset(), other.utcoffset()
        if (mine is None) != (its is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return timedelta._of(self._utc() - other._utc())

    def __reduce__(self):
        parts = (self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond)
        return type(self), parts + (() if self._tzinfo is None else (self._tzinfo,))

datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
