# Times from text, by a format.

from _calendar_text import MONTHS, WEEKDAYS, date_of, day_number, day_of_year, weekday_of

_NUMBERS = {
    'd': ('day', 2, 1, 31), 'H': ('hour', 2, 0, 23), 'I': ('hour12', 2, 1, 12), 'j': ('yearday', 3, 1, 366),
    'm': ('month', 2, 1, 12), 'M': ('minute', 2, 0, 59), 'S': ('second', 2, 0, 61), 'y': ('short_year', 2, 0, 99),
    'U': ('week_sunday', 2, 0, 53), 'W': ('week_monday', 2, 0, 53), 'w': ('sunday_based', 1, 0, 6),
    'u': ('monday_based', 1, 1, 7), 'V': ('iso_week', 2, 1, 53),
}
_NAMES = {
    'a': ('weekday', [name[:3] for name in WEEKDAYS]), 'A': ('weekday', WEEKDAYS),
    'b': ('month', [name[:3] for name in MONTHS]), 'B': ('month', MONTHS), 'p': ('afternoon', ('AM', 'PM')),
}
_SHORT = {'c': '%a %b %d %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S', 'T': '%H:%M:%S', 'R': '%H:%M',
          'D': '%m/%d/%y', 'F': '%Y-%m-%d', 'h': '%b'}

def _mismatch(text, format):
    raise ValueError(f'time data {text!r} does not match format {format!r}')

class _Reader:
    def __init__(self, text, format):
        self.text = text
        self.format = format
        self.at = 0
        self.found = {}

    def read(self, format):
        # What follows a number decides how many of its digits it may take, as it does where a pattern is matched.
        ways = self._match(format, 0, 0, {})
        if ways is None:
            _mismatch(self.text, self.format)
        self.at, self.found = ways
        if self.at != len(self.text):
            raise ValueError(f'unconverted data remains: {self.text[self.at:]}')

    def _match(self, format, where, at, found):
        if where == len(format):
            return at, found
        letter = format[where]
        if letter.isspace():
            return self._spaces(format, where, at, found)
        if letter != '%':
            same = self.text[at:at + 1].lower() == letter.lower()
            return self._match(format, where + 1, at + 1, found) if same else None
        code = format[where + 1:where + 2]
        for end, more in self._choices(code, at):
            result = self._match(format, where + 2, end, {**found, **more})
            if result is not None:
                return result
        return None

    def _spaces(self, format, where, at, found):
        while where < len(format) and format[where].isspace():
            where += 1
        end = at
        while end < len(self.text) and self.text[end].isspace():
            end += 1
        return self._match(format, where, end, found) if end > at else None

    def _choices(self, code, at):
        if code == '%':
            return [(at + 1, {})] if self.text[at:at + 1] == '%' else []
        if code in _NUMBERS:
            return self._numbers(*_NUMBERS[code], at)
        if code in _NAMES:
            return self._names(*_NAMES[code], at)
        if code == 'Y' or code == 'G':
            digits = self.text[at:at + 4]
            name = 'year' if code == 'Y' else 'iso_year'
            return [(at + 4, {name: int(digits)})] if len(digits) == 4 and digits.isdigit() else []
        if code == 'f':
            return self._fraction(at)
        if code == 'z':
            return self._offset(at)
        if code == 'Z':
            return self._zone(at)
        if code == '':
            raise ValueError(f"stray %% in format '{self.format}'")
        raise ValueError(f"'{code}' is a bad directive in format '{self.format}'")

    def _numbers(self, name, most, least, greatest, at):
        choices = []
        for count in range(most, 0, -1):
            digits = self.text[at:at + count]
            if name == 'day' and len(digits) == 2 and digits[0] == ' ' and digits[1].isdigit():
                digits = digits[1]
            elif len(digits) != count or not digits.isdigit():
                continue
            if least <= int(digits) <= greatest:
                choices.append((at + count, {name: int(digits)}))
        return choices

    def _names(self, name, known, at):
        choices = []
        for number, word in enumerate(known):
            if word and self.text[at:at + len(word)].lower() == word.lower():
                choices.append((at + len(word), {name: number}))
        return sorted(choices, key=lambda choice: -choice[0])

    def _fraction(self, at):
        choices = []
        for count in range(6, 0, -1):
            digits = self.text[at:at + count]
            if len(digits) == count and digits.isdigit():
                choices.append((at + count, {'micros': int(digits.ljust(6, '0'))}))
        return choices

    def _offset(self, at):
        text = self.text
        if text[at:at + 1] == 'Z':
            return [(at + 1, {'offset': 0, 'offset_micros': 0})]
        sign = text[at:at + 1]
        if sign not in ('+', '-'):
            return []
        start = at + 1
        parts = []
        colon = text[start + 2:start + 3] == ':'
        while len(parts) < 3 and text[start:start + 2].isdigit() and len(text[start:start + 2]) == 2:
            parts.append(int(text[start:start + 2]))
            start += 2
            if colon and len(parts) < 3 and text[start:start + 1] == ':' and text[start + 1:start + 3].isdigit():
                start += 1
            elif colon or len(parts) == 3:
                break
        if len(parts) < 2 or parts[1] > 59:
            return []
        seconds = parts[0] * 3600 + parts[1] * 60 + (parts[2] if len(parts) > 2 else 0)
        return [(start, {'offset': -seconds if sign == '-' else seconds})]

    def _zone(self, at):
        for word in ('UTC', 'GMT'):
            if self.text[at:at + 3].upper() == word:
                return [(at + 3, {'zone': word})]
        return []

def _expanded(format):
    for code, meaning in _SHORT.items():
        if '%' + code in format:
            format = format.replace('%' + code, meaning)
    return format

def parsed(text, format):
    for value, position in ((text, 0), (format, 1)):
        if not isinstance(value, str):
            raise TypeError(f'strptime() argument {position} must be str, not {type(value)}')
    reader = _Reader(text, format)
    if format.endswith('%') and not format.endswith('%%'):
        raise ValueError(f"stray %% in format '{format}'".replace('%%', '%'))
    reader.read(_expanded(format))
    found = reader.found
    _complete(found)
    return found

def _complete(found):
    if 'short_year' in found:
        short = found['short_year']
        found['year'] = short + (2000 if short <= 68 else 1900)
    if 'hour12' in found:
        found['hour'] = found['hour12'] % 12 + (12 if found.get('afternoon') else 0)
    if 'sunday_based' in found:
        found['weekday'] = (found['sunday_based'] - 1) % 7
    if 'monday_based' in found:
        found['weekday'] = found['monday_based'] - 1
    given = found.get('year')
    year = 1900 if given is None else given
    leap_day = given is None and found.get('month') == 2 and found.get('day') == 29
    if leap_day:
        year = 1904
    _from_week(found, year)
    if 'yearday' in found and 'month' not in found and 'day' not in found:
        year, found['month'], found['day'] = date_of(day_number(year, 1, 1) + found['yearday'] - 1)
    month, day = found.setdefault('month', 1), found.setdefault('day', 1)
    found.setdefault('yearday', day_of_year(year, month, day))
    found.setdefault('weekday', weekday_of(year, month, day))
    found['year'] = 1900 if leap_day else year

def _from_week(found, year):
    for name, first in (('week_sunday', 6), ('week_monday', 0)):
        if name in found and 'weekday' in found and 'year' in found:
            january = weekday_of(year, 1, 1)
            start = (first - january) % 7
            since = (found['weekday'] - first) % 7
            found['yearday'] = start + 7 * (found[name] - 1) + since + 1
    if 'iso_week' in found and 'iso_year' in found and 'weekday' in found:
        from _calendar_text import iso_week_one
        number = iso_week_one(found['iso_year']) + (found['iso_week'] - 1) * 7 + found['weekday']
        found['year'], found['month'], found['day'] = date_of(number)
