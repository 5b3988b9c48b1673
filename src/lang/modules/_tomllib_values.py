# Reads keys and values of TOML.

import re as _re
from datetime import date as _date, datetime as _datetime, time as _time, timedelta as _timedelta, timezone as _timezone

BARE = frozenset('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
_CONTROLS = frozenset([chr(code) for code in range(32)] + ['\x7f']) - {'\t'}
_CONTROLS_OF_LINES = _CONTROLS - {'\n'}
_HEX = frozenset('0123456789abcdefABCDEF')
_ESCAPES = {'b': '\b', 't': '\t', 'n': '\n', 'f': '\f', 'r': '\r', '"': '"', '\\': '\\'}
_WORDS = {'inf': 'inf', 'nan': 'nan', '+inf': 'inf', '-inf': '-inf', '+nan': 'nan', '-nan': '-nan'}

_CLOCK = r'([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,6})\d*)?'
_TIME = _re.compile(_CLOCK, _re.ASCII)
_DATE = _re.compile(
    r'(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?:[Tt ]' + _CLOCK + r'(?:([Zz])|([+-])([01]\d|2[0-3]):([0-5]\d))?)?', _re.ASCII)
_OF_BASE = _re.compile('0(?:x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|b[01](?:_?[01])*|o[0-7](?:_?[0-7])*)')
_NUMBER = _re.compile(r'[+-]?(?:0|[1-9](?:_?\d)*)((?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?)', _re.ASCII)


class TOMLDecodeError(ValueError):
    pass


class Reader:
    def __init__(self, text, parse_float):
        self.text = text
        self.at = 0
        self._parse_float = parse_float

    def mistake(self, message):
        if self.at >= len(self.text):
            return TOMLDecodeError(f'{message} (at end of document)')
        line = self.text.count('\n', 0, self.at) + 1
        column = self.at - self.text.rfind('\n', 0, self.at)
        return TOMLDecodeError(f'{message} (at line {line}, column {column})')

    def next(self):
        return self.text[self.at:self.at + 1]

    def stands(self, piece):
        return self.text.startswith(piece, self.at)

    def expect(self, piece, message):
        if not self.stands(piece):
            raise self.mistake(message)
        self.at += len(piece)

    def _skip(self, chars):
        while self.at < len(self.text) and self.text[self.at] in chars:
            self.at += 1

    def skip_blanks(self):
        self._skip(' \t')

    def _skip_blanks_and_comments(self):
        before = -1
        while before != self.at:
            before = self.at
            self._skip(' \t\n')
            self.skip_comment()

    def skip_comment(self):
        if self.next() == '#':
            end = self.text.find('\n', self.at)
            self._take(len(self.text) if end < 0 else end, _CONTROLS)

    # What stands up to `end`, in which none of `refused` may be.
    def _take(self, end, refused):
        taken = self.text[self.at:end]
        if not refused.isdisjoint(taken):
            while self.text[self.at] not in refused:
                self.at += 1
            raise self.mistake(f'Found invalid character {self.text[self.at]!r}')
        self.at = end
        return taken

    def key(self):
        parts = []
        while True:
            parts.append(self._key_part())
            self.skip_blanks()
            if self.next() != '.':
                return tuple(parts)
            self.at += 1
            self.skip_blanks()

    def _key_part(self):
        char = self.next()
        if char == '"':
            return self._basic('"')
        if char == "'":
            return self._literal()
        begin = self.at
        self._skip(BARE)
        if self.at == begin:
            raise self.mistake('Invalid initial character for a key part')
        return self.text[begin:self.at]

    def pair(self):
        key = self.key()
        self.expect('=', "Expected '=' after a key in a key/value pair")
        self.skip_blanks()
        return key, self.value()

    def value(self):
        char = self.next()
        if char == '"':
            return self._long('"""') if self.stands('"""') else self._basic('"')
        if char == "'":
            return self._long("'''") if self.stands("'''") else self._literal()
        if char == '[':
            return self._array()
        if char == '{':
            return self._inline_table()
        for word, value in (('true', True), ('false', False)):
            if self.stands(word):
                self.at += len(word)
                return value
        return self._number_or_date()

    def _number_or_date(self):
        for pattern, made in ((_DATE, _date_of), (_TIME, _time_of), (_OF_BASE, _whole_of), (_NUMBER, self._number_of)):
            found = pattern.match(self.text, self.at)
            if found:
                try:
                    value = made(found)
                except ValueError as error:
                    if made is _date_of:
                        raise self.mistake('Invalid date or datetime') from error
                    raise
                self.at = found.end()
                return value
        for size in (3, 4):
            word = _WORDS.get(self.text[self.at:self.at + size])
            if word:
                self.at += size
                return self._parse_float(word)
        raise self.mistake('Invalid value')

    def _number_of(self, found):
        return self._parse_float(found.group()) if found.group(1) else int(found.group())

    def _array(self):
        self.at += 1
        values = []
        while True:
            self._skip_blanks_and_comments()
            if self.next() == ']':
                break
            values.append(self.value())
            self._skip_blanks_and_comments()
            if self.next() == ']':
                break
            self.expect(',', 'Unclosed array')
        self.at += 1
        return values

    def _inline_table(self):
        self.at += 1
        table, closed = {}, set()
        self.skip_blanks()
        if self.next() != '}':
            self._inline_pair(table, closed)
            while self.next() != '}':
                self.expect(',', 'Unclosed inline table')
                self.skip_blanks()
                self._inline_pair(table, closed)
        self.at += 1
        return table

    def _inline_pair(self, table, closed):
        key, value = self.pair()
        for count in range(1, len(key) + 1):
            if key[:count] in closed:
                raise self.mistake(f'Cannot mutate immutable namespace {key}')
        for name in key[:-1]:
            table = table.setdefault(name, {})
            if not isinstance(table, dict):
                raise self.mistake('Cannot overwrite a value')
        if key[-1] in table:
            raise self.mistake(f'Duplicate inline table key {key[-1]!r}')
        if isinstance(value, (dict, list)):
            closed.add(key)
        table[key[-1]] = value
        self.skip_blanks()

    def _find(self, mark, refused):
        end = self.text.find(mark, self.at)
        if end < 0:
            self.at = len(self.text)
            raise self.mistake(f'Expected {mark!r}')
        return self._take(end, refused)

    def _literal(self):
        self.at += 1
        found = self._find("'", _CONTROLS)
        self.at += 1
        return found

    def _long(self, mark):
        self.at += 3
        if self.next() == '\n':
            self.at += 1
        if mark == "'''":
            text = self._find(mark, _CONTROLS_OF_LINES)
            self.at += 3
        else:
            self.at -= 1
            text = self._basic(mark)
        # One or two quotes may stand before those that close.
        for _ in range(2):
            if self.stands(mark[0]):
                self.at += 1
                text += mark[0]
        return text

    def _basic(self, mark):
        refused = _CONTROLS if mark == '"' else _CONTROLS_OF_LINES
        self.at += 1
        pieces = []
        begin = self.at
        while True:
            if self.at >= len(self.text):
                raise self.mistake('Unterminated string')
            char = self.text[self.at]
            if char == '"' and self.stands(mark):
                pieces.append(self.text[begin:self.at])
                self.at += len(mark)
                return ''.join(pieces)
            if char in refused:
                raise self.mistake(f'Illegal character {char!r}')
            if char == '\\':
                pieces.append(self.text[begin:self.at])
                pieces.append(self._escape(mark))
                begin = self.at
            else:
                self.at += 1

    def _escape(self, mark):
        char = self.text[self.at + 1:self.at + 2]
        self.at += 2
        if mark == '"""' and char and char in ' \t\n':
            return self._continuation(char)
        if char == 'u':
            return self._character(4)
        if char == 'U':
            return self._character(8)
        if char not in _ESCAPES:
            raise self.mistake("Unescaped '\\' in a string")
        return _ESCAPES[char]

    def _continuation(self, char):
        if char != '\n':
            self.skip_blanks()
            if self.next() == '':
                return ''
            self.expect('\n', "Unescaped '\\' in a string")
        self._skip(' \t\n')
        return ''

    def _character(self, size):
        digits = self.text[self.at:self.at + size]
        if len(digits) != size or not _HEX.issuperset(digits):
            raise self.mistake('Invalid hex value')
        self.at += size
        code = int(digits, 16)
        if 0xd800 <= code <= 0xdfff or code > 0x10ffff:
            raise self.mistake('Escaped character is not a Unicode scalar value')
        return chr(code)


def _whole_of(found):
    return int(found.group(), 0)

def _micros(digits):
    return int(digits.ljust(6, '0')) if digits else 0

def _time_of(found):
    hour, minute, second, part = found.groups()
    return _time(int(hour), int(minute), int(second), _micros(part))

def _date_of(found):
    year, month, day, hour, minute, second, part, utc, sign, hours, minutes = found.groups()
    if hour is None:
        return _date(int(year), int(month), int(day))
    zone = None
    if sign:
        offset = _timedelta(hours=int(hours), minutes=int(minutes))
        zone = _timezone(offset if sign == '+' else -offset)
    elif utc:
        zone = _timezone.utc
    return _datetime(int(year), int(month), int(day), int(hour), int(minute), int(second), _micros(part), zone)
