# The class date.

from _calendar_text import EPOCH_DAY, Fields, MONTHS, WEEKDAYS, day_of_year, days_in_month, formatted
from _moments import date_of, day_number
from _calendar_text import iso_calendar, iso_week_one
from _datetime_delta import timedelta
from _datetime_text import date_parts, told_class
from collections import namedtuple as _namedtuple

MINYEAR = 1
MAXYEAR = 9999
_LAST = 3652059

class IsoCalendarDate(_namedtuple('IsoCalendarDate', ('year', 'week', 'weekday'))):
    __module__ = 'datetime'

    def __repr__(self):
        return f'datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})'

def check_whole(*values):
    for value in values:
        if not isinstance(value, int):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")

# What is given is looked at before what is not.
def missing_part(year, month):
    check_whole(year)
    if month is None:
        return TypeError("function missing required argument 'month' (pos 2)")
    check_whole(month)
    return TypeError("function missing required argument 'day' (pos 3)")

def checked_date(year, month, day):
    check_whole(year, month, day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f'year {year} is out of range')
    if not 1 <= month <= 12:
        raise ValueError('month must be in 1..12')
    if not 1 <= day <= days_in_month(year, month):
        raise ValueError('day is out of range for month')

def number_in_range(number):
    if not 1 <= number <= _LAST:
        raise OverflowError('date value out of range')
    return number

class date:
    __module__ = 'datetime'

    def __new__(cls, year, month=None, day=None):
        if month is None or day is None:
            raise missing_part(year, month)
        checked_date(year, month, day)
        made = object.__new__(cls)
        made._year, made._month, made._day = year, month, day
        return made

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    @classmethod
    def fromordinal(cls, n):
        if n < 1:
            raise ValueError('ordinal must be >= 1')
        if n > _LAST:
            raise ValueError(f'year is out of range')
        return cls(*date_of(n))

    @classmethod
    def fromtimestamp(cls, t):
        import time
        return cls(*time.localtime(t)[:3])

    @classmethod
    def today(cls):
        import time
        return cls.fromtimestamp(time.time())

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        whole = f'Invalid isoformat string: {date_string!r}'
        if len(date_string) not in (7, 8, 10):
            raise ValueError(whole)
        return cls(*date_parts(date_string, whole))

    @classmethod
    def fromisocalendar(cls, year, week, day):
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f'Year is out of range: {year}')
        weeks = (iso_week_one(year + 1) - iso_week_one(year)) // 7
        if not 1 <= week <= weeks:
            raise ValueError(f'Invalid week: {week}')
        if not 1 <= day <= 7:
            raise ValueError(f'Invalid day: {day} (range is [1, 7])')
        return cls(*date_of(iso_week_one(year) + (week - 1) * 7 + day - 1))

    def _fields(self):
        return Fields(self._year, self._month, self._day, 0, 0, 0, self.weekday(), self._yearday(), 0)

    def _yearday(self):
        return day_of_year(self._year, self._month, self._day)

    def strftime(self, format):
        return formatted(format, self._fields())

    def __format__(self, fmt):
        if not isinstance(fmt, str):
            raise TypeError(f'must be str, not {type(fmt).__name__}')
        return self.strftime(fmt) if fmt else str(self)

    def ctime(self):
        return f'{WEEKDAYS[self.weekday()][:3]} {MONTHS[self._month][:3]} {self._day:2d} 00:00:00 {self._year:04d}'

    def isoformat(self):
        return '%04d-%02d-%02d' % (self._year, self._month, self._day)

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return f'{told_class(self)}({self._year}, {self._month}, {self._day})'

    def timetuple(self):
        import time
        return time.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(), self._yearday(), -1))

    def toordinal(self):
        return day_number(self._year, self._month, self._day)

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isocalendar(self):
        return IsoCalendarDate(*iso_calendar(self._year, self._month, self._day))

    def _key(self):
        return self._year, self._month, self._day

    def _comparable(self, other):
        return isinstance(other, date) and not hasattr(other, '_hour')

    def __eq__(self, other):
        return self._key() == other._key() if self._comparable(other) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if self._comparable(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._comparable(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._comparable(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._comparable(other) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return type(self)(*date_of(number_in_range(self.toordinal() + other.days)))

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if isinstance(other, date):
            return timedelta._of((self.toordinal() - other.toordinal()) * 86400000000)
        return NotImplemented

    def __reduce__(self):
        return type(self), self._key()

date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(1)
