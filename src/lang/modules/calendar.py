__all__ = [
    'Calendar', 'FRIDAY', 'IllegalMonthError', 'IllegalWeekdayError', 'MONDAY', 'SATURDAY', 'SUNDAY', 'THURSDAY',
    'TUESDAY', 'TextCalendar', 'WEDNESDAY', 'calendar', 'day_abbr', 'day_name', 'firstweekday', 'isleap', 'leapdays',
    'month', 'month_abbr', 'month_name', 'monthcalendar', 'monthrange', 'prcal', 'prmonth', 'setfirstweekday',
    'timegm', 'weekday', 'weekheader',
]

import datetime as _datetime
from _calendar_text import EPOCH_DAY as _EPOCH_DAY, MONTHS as _MONTHS, WEEKDAYS as _WEEKDAYS, day_number as _day_number
from _calendar_text import days_in_month as _days_in_month, is_leap as _is_leap, weekday_of as _weekday_of

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
day_name = list(_WEEKDAYS)
day_abbr = [name[:3] for name in _WEEKDAYS]
month_name = list(_MONTHS)
month_abbr = [name[:3] for name in _MONTHS]

class IllegalMonthError(ValueError):
    def __init__(self, month):
        self.month = month

    def __str__(self):
        return f'bad month number {self.month!r}; must be 1-12'

class IllegalWeekdayError(ValueError):
    def __init__(self, weekday):
        self.weekday = weekday

    def __str__(self):
        return f'bad weekday number {self.weekday!r}; must be 0 (Monday) to 6 (Sunday)'

def isleap(year):
    return _is_leap(year)

def leapdays(y1, y2):
    y1, y2 = y1 - 1, y2 - 1
    return (y2 // 4 - y1 // 4) - (y2 // 100 - y1 // 100) + (y2 // 400 - y1 // 400)

def weekday(year, month, day):
    return _datetime.date(year, month, day).weekday()

def monthrange(year, month):
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    return _weekday_of(year, month, 1), _days_in_month(year, month)

class Calendar:
    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    def getfirstweekday(self):
        return self.firstweekday % 7

    def setfirstweekday(self, firstweekday):
        self.firstweekday = firstweekday

    def iterweekdays(self):
        return iter([(self.firstweekday + at) % 7 for at in range(7)])

    def itermonthdays(self, year, month):
        first, count = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        after = (self.firstweekday - first - count) % 7
        return iter([0] * before + list(range(1, count + 1)) + [0] * after)

    def itermonthdays2(self, year, month):
        return iter([(day, (at + self.firstweekday) % 7) for at, day in enumerate(self.itermonthdays(year, month))])

    def itermonthdates(self, year, month):
        first, count = monthrange(year, month)
        start = _datetime.date(year, month, 1) - _datetime.timedelta((first - self.firstweekday) % 7)
        total = len(list(self.itermonthdays(year, month)))
        return iter([start + _datetime.timedelta(at) for at in range(total)])

    def _weeks(self, days):
        days = list(days)
        return [days[at:at + 7] for at in range(0, len(days), 7)]

    def monthdayscalendar(self, year, month):
        return self._weeks(self.itermonthdays(year, month))

    def monthdays2calendar(self, year, month):
        return self._weeks(self.itermonthdays2(year, month))

    def monthdatescalendar(self, year, month):
        return self._weeks(self.itermonthdates(year, month))

class TextCalendar(Calendar):
    def formatday(self, day, weekday, width):
        return ('' if day == 0 else '%2i' % day).center(width)

    def formatweek(self, theweek, width):
        return ' '.join([self.formatday(day, weekday, width) for day, weekday in theweek])

    def formatweekday(self, day, width):
        names = day_name if width >= 9 else day_abbr
        return names[day][:width].center(width)

    def formatweekheader(self, width):
        return ' '.join([self.formatweekday(day, width) for day in self.iterweekdays()])

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        name = month_name[themonth]
        return (f'{name} {theyear!r}' if withyear else name).center(width)

    def formatmonth(self, theyear, themonth, w=0, l=0):
        w, l = max(2, w), max(1, l)
        text = self.formatmonthname(theyear, themonth, 7 * (w + 1) - 1).rstrip() + '\n' * l
        text += self.formatweekheader(w).rstrip() + '\n' * l
        for week in self.monthdays2calendar(theyear, themonth):
            text += self.formatweek(week, w).rstrip() + '\n' * l
        return text

    def prmonth(self, theyear, themonth, w=0, l=0):
        print(self.formatmonth(theyear, themonth, w, l), end='')

    def formatyear(self, theyear, w=2, l=1, c=6, m=3):
        w, l, c = max(2, w), max(1, l), max(2, c)
        width = (w + 1) * 7 - 1
        between = ' ' * c
        parts = [repr(theyear).center(width * m + c * (m - 1)).rstrip(), '\n' * l]
        header = self.formatweekheader(w)
        for start in range(1, 13, m):
            months = range(start, min(start + m, 13))
            parts.append('\n' * l)
            parts.append(between.join([self.formatmonthname(theyear, k, width, False).center(width) for k in months]).rstrip())
            parts.append('\n' * l)
            parts.append(between.join([header.center(width) for _ in months]).rstrip())
            parts.append('\n' * l)
            weeks = [self.monthdays2calendar(theyear, k) for k in months]
            for nth in range(max([len(one) for one in weeks])):
                row = [self.formatweek(one[nth], w) if nth < len(one) else '' for one in weeks]
                parts.append(between.join([text.center(width) for text in row]).rstrip() + '\n' * l)
        return ''.join(parts)

    def pryear(self, theyear, w=0, l=0, c=6, m=3):
        print(self.formatyear(theyear, w, l, c, m), end='')

_shared = TextCalendar()

def firstweekday():
    return _shared.getfirstweekday()

def setfirstweekday(firstweekday):
    if not MONDAY <= firstweekday <= SUNDAY:
        raise IllegalWeekdayError(firstweekday)
    _shared.firstweekday = firstweekday

monthcalendar = _shared.monthdayscalendar
prweek = _shared.formatweek
week = _shared.formatweek
weekheader = _shared.formatweekheader
prmonth = _shared.prmonth
month = _shared.formatmonth
calendar = _shared.formatyear
prcal = _shared.pryear

def timegm(tuple):
    year, month, day, hour, minute, second = tuple[:6]
    days = _day_number(year, month, 1) - _EPOCH_DAY + day - 1
    return ((days * 24 + hour) * 60 + minute) * 60 + second
