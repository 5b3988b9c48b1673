# TOML 1.0, as its grammar has it: a reader goes over the text once and files what it reads into tables.

__all__ = ('loads', 'load', 'TOMLDecodeError')

from _tomllib_values import Reader as _Reader
from _tomllib_values import BARE as _BARE
from _tomllib_values import TOMLDecodeError

TOMLDecodeError.__module__ = 'tomllib'

# What is known of tables beside their contents, by whole keys.
class _Tables:
    def __init__(self):
        self.contents = {}
        self._declared = set()
        # Inline tables and arrays; nothing is added to them nor below.
        self._closed = set()
        # Made by dotted keys of the present section; known as declared from the next header on.
        self._dotted = set()

    def close(self, key):
        self._closed.add(key)

    def is_closed(self, key):
        return any([key[:count] in self._closed for count in range(1, len(key) + 1)])

    def is_declared(self, key):
        return key in self._declared

    def declare(self, key):
        self._declared.add(key)

    def declare_later(self, key):
        self._dotted.add(key)

    def begin_section(self):
        self._declared |= self._dotted
        self._dotted.clear()

    def forget_below(self, key):
        for known in (self._declared, self._closed):
            for other in [other for other in known if other[:len(key)] == key]:
                known.remove(other)

    # The table at `key`; None where something else stands on the way.
    def at(self, key):
        table = self.contents
        for name in key:
            table = table.setdefault(name, {})
            if isinstance(table, list):
                table = table[-1]
            if not isinstance(table, dict):
                return None
        return table

    def append_to_array(self, key):
        table = self.at(key[:-1])
        array = None if table is None else table.setdefault(key[-1], [])
        if not isinstance(array, list):
            return False
        array.append({})
        return True


class _Document(_Reader):
    def read(self):
        self._tables = _Tables()
        self._section = ()
        while True:
            self.skip_blanks()
            char = self.next()
            if char == '':
                return self._tables.contents
            if char != '\n':
                self._statement(char)
            self.at += 1

    def _statement(self, char):
        if char in _BARE or char in '"\'':
            self._pair()
            self.skip_blanks()
        elif char == '[':
            self._tables.begin_section()
            self._section = self._array_header() if self.stands('[[') else self._table_header()
            self.skip_blanks()
        elif char != '#':
            raise self.mistake('Invalid statement')
        self.skip_comment()
        if self.next() not in ('', '\n'):
            raise self.mistake('Expected newline or end of document after a statement')

    def _table_header(self):
        self.at += 1
        self.skip_blanks()
        key = self.key()
        if self._tables.is_declared(key) or self._tables.is_closed(key):
            raise self.mistake(f'Cannot declare {key} twice')
        self._tables.declare(key)
        if self._tables.at(key) is None:
            raise self.mistake('Cannot overwrite a value')
        self.expect(']', "Expected ']' at the end of a table declaration")
        return key

    def _array_header(self):
        self.at += 2
        self.skip_blanks()
        key = self.key()
        if self._tables.is_closed(key):
            raise self.mistake(f'Cannot mutate immutable namespace {key}')
        self._tables.forget_below(key)
        self._tables.declare(key)
        if not self._tables.append_to_array(key):
            raise self.mistake('Cannot overwrite a value')
        self.expect(']]', "Expected ']]' at the end of an array declaration")
        return key

    def _pair(self):
        key, value = self.pair()
        whole = self._section + key
        parent = whole[:-1]
        for count in range(1, len(key)):
            on_the_way = self._section + key[:count]
            if self._tables.is_declared(on_the_way):
                raise self.mistake(f'Cannot redefine namespace {on_the_way}')
            self._tables.declare_later(on_the_way)
        if self._tables.is_closed(parent):
            raise self.mistake(f'Cannot mutate immutable namespace {parent}')
        table = self._tables.at(parent)
        if table is None or key[-1] in table:
            raise self.mistake('Cannot overwrite a value')
        if isinstance(value, (dict, list)):
            self._tables.close(whole)
        table[key[-1]] = value


def _checked(parse_float):
    if parse_float is float:
        return float

    def parse(text):
        value = parse_float(text)
        if isinstance(value, (dict, list)):
            raise ValueError('parse_float must not return dicts or lists')
        return value
    return parse

def load(fp, /, *, parse_float=float):
    data = fp.read()
    try:
        text = data.decode()
    except AttributeError:
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`") from None
    return loads(text, parse_float=parse_float)

def loads(s, /, *, parse_float=float):
    return _Document(s.replace('\r\n', '\n'), _checked(parse_float)).read()
