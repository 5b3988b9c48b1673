# Days, and times as text: what `time`, `datetime` and `calendar` share. Knows no clock and no zone.

WEEKDAYS = ('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday')
MONTHS = ('', 'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
          'November', 'December')
_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
EPOCH_DAY = 719163

def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)

def days_in_month(year, month):
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month]

def days_before_year(year):
    year -= 1
    return year * 365 + year // 4 - year // 100 + year // 400

def day_of_year(year, month, day):
    return _BEFORE[month] + (month > 2 and is_leap(year)) + day

# The first of January of the year 1 is day 1.
def day_number(year, month, day):
    return days_before_year(year) + day_of_year(year, month, day)

def date_of(number):
    year = (number * 400 - 1) // 146097 + 1
    while days_before_year(year) >= number:
        year -= 1
    while days_before_year(year + 1) < number:
        year += 1
    rest = number - days_before_year(year)
    month = 1
    while rest > days_in_month(year, month):
        rest -= days_in_month(year, month)
        month += 1
    return year, month, rest

def weekday_of(year, month, day):
    return (day_number(year, month, day) + 6) % 7

def iso_week_one(year):
    first = day_number(year, 1, 1)
    weekday = (first + 6) % 7
    return first - weekday + (7 if weekday > 3 else 0)

def iso_calendar(year, month, day):
    number = day_number(year, month, day)
    start = iso_week_one(year)
    if number < start:
        year -= 1
        start = iso_week_one(year)
    elif number >= iso_week_one(year + 1):
        year += 1
        start = iso_week_one(year)
    week, weekday = divmod(number - start, 7)
    return year, week + 1, weekday + 1

class Fields:
    # One moment in parts, as formats need them; of datetime also microseconds and the zone's offset and name.
    def __init__(self, year, month, day, hour, minute, second, weekday, yearday, micros=None, offset='', zone=''):
        self.year, self.month, self.day = year, month, day
        self.hour, self.minute, self.second = hour, minute, second
        self.weekday, self.yearday = weekday, yearday
        self.micros, self.offset, self.zone = micros, offset, zone

def _two(number):
    return '%02d' % number

def _week(fields, first):
    # The weeks of a year begin with its first Sunday (6) or Monday (0).
    since = (fields.weekday - first) % 7
    return _two((fields.yearday - 1 + 7 - since) // 7)

def _iso(fields):
    return iso_calendar(fields.year, fields.month, fields.day)

_PARTS = {
    'a': lambda f: WEEKDAYS[f.weekday][:3],
    'A': lambda f: WEEKDAYS[f.weekday],
    'b': lambda f: MONTHS[f.month][:3],
    'B': lambda f: MONTHS[f.month],
    'c': lambda f: f'{WEEKDAYS[f.weekday][:3]} {MONTHS[f.month][:3]} {f.day:2d} {clock(f)} {f.year}',
    'C': lambda f: _two(f.year // 100),
    'd': lambda f: _two(f.day),
    'D': lambda f: f'{_two(f.month)}/{_two(f.day)}/{_two(f.year % 100)}',
    'e': lambda f: '%2d' % f.day,
    'f': lambda f: '%f' if f.micros is None else '%06d' % f.micros,
    'F': lambda f: f'{f.year}-{_two(f.month)}-{_two(f.day)}',
    'g': lambda f: _two(_iso(f)[0] % 100),
    'G': lambda f: str(_iso(f)[0]),
    'h': lambda f: MONTHS[f.month][:3],
    'H': lambda f: _two(f.hour),
    'I': lambda f: _two((f.hour - 1) % 12 + 1),
    'j': lambda f: '%03d' % f.yearday,
    'k': lambda f: '%2d' % f.hour,
    'l': lambda f: '%2d' % ((f.hour - 1) % 12 + 1),
    'm': lambda f: _two(f.month),
    'M': lambda f: _two(f.minute),
    'n': lambda f: '\n',
    'p': lambda f: 'AM' if f.hour < 12 else 'PM',
    'P': lambda f: 'am' if f.hour < 12 else 'pm',
    'r': lambda f: f'{_two((f.hour - 1) % 12 + 1)}:{_two(f.minute)}:{_two(f.second)} {"AM" if f.hour < 12 else "PM"}',
    'R': lambda f: f'{_two(f.hour)}:{_two(f.minute)}',
    'S': lambda f: _two(f.second),
    't': lambda f: '\t',
    'T': lambda f: clock(f),
    'u': lambda f: str(f.weekday + 1),
    'U': lambda f: _week(f, 6),
    'V': lambda f: _two(_iso(f)[1]),
    'w': lambda f: str((f.weekday + 1) % 7),
    'W': lambda f: _week(f, 0),
    'x': lambda f: f'{_two(f.month)}/{_two(f.day)}/{_two(f.year % 100)}',
    'X': lambda f: clock(f),
    'y': lambda f: _two(f.year % 100),
    'Y': lambda f: str(f.year),
    'z': lambda f: f.offset,
    'Z': lambda f: f.zone,
    '%': lambda f: '%',
}

def clock(fields):
    return f'{_two(fields.hour)}:{_two(fields.minute)}:{_two(fields.second)}'

# Formats that were wanted, each as its texts and the functions that make the rest.
_MOST_READ = 100
_read = {}

def formatted(text, fields):
    parts = _read.get(text)
    if parts is None:
        if len(_read) == _MOST_READ:
            _read.clear()
        parts = _read[text] = _parts(text)
    return ''.join([part if type(part) is str else part(fields) for part in parts])

def _parts(text):
    parts = []
    first, *rest = text.split('%')
    parts.append(first)
    while rest:
        directive = rest.pop(0)
        if not directive and rest:
            # Two in a row are one.
            parts.append('%' + rest.pop(0))
            continue
        flag, code = directive[:1], directive[1:2]
        if flag in _FLAGS and code in _PARTS and code != 'f':
            change = str.lower if flag == '#' and code in 'pZ' else _FLAGS[flag]
            parts += (_flagged(change, _PARTS[code]), directive[2:])
        elif flag in _PARTS:
            parts += (_PARTS[flag], directive[1:])
        else:
            parts.append('%' + directive)
    return [part for part in parts if part != '']

# What stands between % and a letter in the formats of the C library.
_FLAGS = {'-': lambda part: part.lstrip('0 ') or '0', '_': lambda part: ' ' * (len(part) - len(part.lstrip('0'))) + part.lstrip('0'),
          '0': lambda part: part.replace(' ', '0'), '^': str.upper, '#': str.upper, 'E': str, 'O': str}

def _flagged(change, make):
    return lambda fields: change(make(fields))
