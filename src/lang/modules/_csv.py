# What reads and writes rows. Dialects are made by `csv`.

from _csv_lines import join as _join, split as _split

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)

class Error(Exception):
    __module__ = '_csv'

_NAMES = ('delimiter', 'quotechar', 'escapechar', 'doublequote', 'skipinitialspace', 'lineterminator', 'quoting',
          'strict')
_dialects = {}
_limit = 131072

def register_dialect(name, dialect=None, **fmtparams):
    if not isinstance(name, str):
        raise TypeError('dialect name must be a string')
    _dialects[name] = _Rules(dialect, fmtparams)

def unregister_dialect(name):
    if name not in _dialects:
        raise Error('unknown dialect')
    del _dialects[name]

def get_dialect(name):
    if name not in _dialects:
        raise Error('unknown dialect')
    return _dialects[name]

def list_dialects():
    return list(_dialects)

def field_size_limit(*limit):
    global _limit
    before = _limit
    if limit:
        _limit = limit[0]
    return before

class _Rules:
    def __init__(self, dialect, changes):
        base = _dialects['excel'] if dialect is None else get_dialect(dialect) if isinstance(dialect, str) else dialect
        for name in _NAMES:
            setattr(self, name, getattr(base, name, False))
        for name, value in changes.items():
            if name not in _NAMES:
                raise TypeError(f"this function got an unexpected keyword argument '{name}'")
            setattr(self, name, value)
        if 'quotechar' in changes and self.quotechar is None and 'quoting' not in changes:
            self.quoting = QUOTE_NONE
        self._check()
        # Where there is nothing but delimiters and quotes.
        is_plain = (self.escapechar is None and self.doublequote and not self.skipinitialspace and not self.strict
                    and self.quoting == QUOTE_MINIMAL)
        self._marks = (self.delimiter, self.quotechar, self.lineterminator) if is_plain else None

    def _check(self):
        for name in ('delimiter', 'quotechar', 'escapechar'):
            value = getattr(self, name)
            if value is None and name != 'delimiter':
                continue
            if not isinstance(value, str):
                more = '' if name == 'delimiter' else ' or None'
                raise TypeError(f'"{name}" must be string{more}, not {type(value).__name__}')
            if len(value) != 1:
                raise TypeError(f'"{name}" must be a 1-character string')
        if self.quoting not in range(4):
            raise TypeError('bad "quoting" value')
        if self.quotechar is None and self.quoting != QUOTE_NONE:
            raise TypeError('quotechar must be set if quoting enabled')

class reader:
    __module__ = '_csv'

    def __init__(self, csvfile, dialect=None, **fmtparams):
        self.dialect = _Rules(dialect, fmtparams)
        self._lines = iter(csvfile)
        self._marks = self.dialect._marks
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        line = next(self._lines, None)
        if self._marks is not None and type(line) is str:
            fields = _split(line, self._marks[0], self._marks[1], _limit)
            if fields is not None:
                self.line_num += 1
                return fields
        return self._record(line)

    def _record(self, line):
        self._fields, self._field = [], []
        self._state = 'start'
        self._is_number = False
        while True:
            if line is None:
                return self._end()
            if not isinstance(line, str):
                raise Error(f'iterator should return strings, not {type(line).__name__} '
                            '(the file should be opened in text mode)')
            self.line_num += 1
            self._row(line)
            if self._state == 'start':
                return self._fields
            line = next(self._lines, None)

    def _end(self):
        if self._state != 'start' and (self._field or self._state == 'quoted'):
            if self.dialect.strict:
                raise Error('unexpected end of data')
            self._save()
            self._state = 'start'
            return self._fields
        raise StopIteration

    def _row(self, line):
        for letter in line:
            self._take(letter)
        self._take('')

    def _save(self):
        text = ''.join(self._field)
        if len(text) > _limit:
            raise Error(f'field larger than field limit ({_limit})')
        self._field = []
        self._fields.append(float(text) if self._is_number else text)
        self._is_number = False

    def _take(self, letter):
        # The empty text stands for the end of a line.
        rules = self.dialect
        state = self._state
        is_break = letter in ('', '\n', '\r')
        if state == 'after break':
            if letter == '':
                self._state = 'start'
            elif letter not in '\r\n':
                raise Error('new-line character seen in unquoted field - '
                            'do you need to open the file in universal-newline mode?')
        elif state in ('start', 'field'):
            self._begin(letter, is_break)
        elif state == 'plain':
            self._plain(letter, is_break)
        elif state == 'quoted':
            self._quoted(letter)
        elif state == 'escaped':
            self._field.append(letter or '\n')
            self._state = 'plain'
        elif state == 'escaped in quotes':
            self._field.append(letter or '\n')
            self._state = 'quoted'
        else:
            self._after_quote(letter, is_break)

    def _line_over(self, letter):
        self._state = 'after break' if letter else 'start'

    def _begin(self, letter, is_break):
        rules = self.dialect
        if is_break:
            if self._state == 'start':
                self._line_over(letter)
            else:
                self._save()
                self._line_over(letter)
        elif letter == rules.quotechar and rules.quoting != QUOTE_NONE:
            self._state = 'quoted'
        elif letter == rules.escapechar:
            self._state = 'escaped'
        elif letter == ' ' and rules.skipinitialspace:
            self._state = 'field'
        elif letter == rules.delimiter:
            self._save()
            self._state = 'field'
        else:
            self._is_number = rules.quoting == QUOTE_NONNUMERIC
            self._field.append(letter)
            self._state = 'plain'

    def _plain(self, letter, is_break):
        rules = self.dialect
        if is_break:
            self._save()
            self._line_over(letter)
        elif letter == rules.escapechar:
            self._state = 'escaped'
        elif letter == rules.delimiter:
            self._save()
            self._state = 'field'
        else:
            self._field.append(letter)

    def _quoted(self, letter):
        rules = self.dialect
        if letter == '':
            return
        if letter == rules.escapechar:
            self._state = 'escaped in quotes'
        elif letter == rules.quotechar:
            self._state = 'quote' if rules.doublequote else 'plain'
        else:
            self._field.append(letter)

    def _after_quote(self, letter, is_break):
        rules = self.dialect
        if letter == rules.quotechar:
            self._field.append(letter)
            self._state = 'quoted'
        elif letter == rules.delimiter:
            self._save()
            self._state = 'field'
        elif is_break:
            self._save()
            self._line_over(letter)
        elif not rules.strict:
            self._field.append(letter)
            self._state = 'plain'
        else:
            raise Error(f"'{rules.delimiter}' expected after '{rules.quotechar}'")

class writer:
    __module__ = '_csv'

    def __init__(self, csvfile, dialect=None, **fmtparams):
        if not hasattr(csvfile, 'write'):
            raise TypeError('argument 1 must have a "write" method')
        self._write = csvfile.write
        self.dialect = _Rules(dialect, fmtparams)

    def writerow(self, row, /):
        try:
            row = list(row)
        except TypeError:
            raise Error(f'iterable expected, not {type(row).__name__}') from None
        if self.dialect._marks is not None:
            line = _join(row, *self.dialect._marks)
            if line is not None:
                return self._write(line)
        texts = [self._shown(value, len(row) == 1) for value in row]
        return self._write(self.dialect.delimiter.join(texts) + self.dialect.lineterminator)

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)

    def _shown(self, value, is_alone):
        rules = self.dialect
        is_number = isinstance(value, (int, float))
        text = '' if value is None else repr(value) if isinstance(value, float) else str(value)
        quotes = rules.quoting == QUOTE_ALL or rules.quoting == QUOTE_NONNUMERIC and not is_number
        if rules.quoting == QUOTE_NONE:
            if is_alone and not text:
                raise Error('single empty field record must be quoted')
            return self._escaped(text)
        if is_alone and not text:
            quotes = True
        special = (rules.delimiter, rules.quotechar, rules.escapechar, *rules.lineterminator)
        needs = [letter for letter in text if letter in special]
        if not quotes and not needs:
            return text
        if text and needs and not quotes and all([letter == rules.quotechar for letter in needs]):
            if not rules.doublequote and rules.escapechar:
                return self._inside(text)
        return rules.quotechar + self._inside(text) + rules.quotechar

    def _inside(self, text):
        rules = self.dialect
        quote = rules.quotechar
        if rules.escapechar:
            text = text.replace(rules.escapechar, rules.escapechar * 2)
        if rules.doublequote:
            return text.replace(quote, quote * 2)
        if quote in text and not rules.escapechar:
            raise Error('need to escape, but no escapechar set')
        return text.replace(quote, rules.escapechar + quote) if rules.escapechar else text

    def _escaped(self, text):
        rules = self.dialect
        special = (rules.delimiter, rules.quotechar, rules.escapechar, *rules.lineterminator)
        parts = []
        for letter in text:
            if letter in special:
                if not rules.escapechar:
                    raise Error('need to escape, but no escapechar set')
                parts.append(rules.escapechar)
            parts.append(letter)
        return ''.join(parts)
