# Cookies as RFC 2109 writes them and browsers send them.

__all__ = ['CookieError', 'BaseCookie', 'SimpleCookie']

import re as _re
import types as _types

_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
_PLAIN = frozenset(_LETTERS + "!#$%&'*+-.^_`|~:")
_ALL_PLAIN = _re.compile('[%s]+' % _re.escape(''.join(sorted(_PLAIN))))
_UNESCAPED = _PLAIN | frozenset(' ()/<=>?@[]{}')
_WORD = r"\w!#%&'~`><@,:/\$\*\+\-\.\^\|\)\(\?\}\{\="
_PAIR = _re.compile(
    r'\s*(?P<key>[' + _WORD + r']+?)\s*(?:=\s*(?P<value>"(?:[^\\"]|\\.)*"|\w{3},\s[\w\s-]{9,11}\s[\d:]{8}\sGMT|['
    + _WORD + r'\[\]]*))?\s*(?:\s+|;|$)', _re.ASCII)
_ESCAPED = _re.compile(r'\\(?:([0-3][0-7][0-7])|(.))')

_NAMES = {'expires': 'expires', 'path': 'Path', 'comment': 'Comment', 'domain': 'Domain', 'max-age': 'Max-Age',
          'secure': 'Secure', 'httponly': 'HttpOnly', 'version': 'Version', 'samesite': 'SameSite'}
_FLAGS = frozenset(('secure', 'httponly'))

_SCRIPT = """
        <script type="text/javascript">
        <!-- begin hiding
        document.cookie = "%s";
        // end hiding -->
        </script>
        """


class CookieError(Exception):
    pass

def _is_plain(text):
    return bool(_ALL_PLAIN.fullmatch(text))

def _escaped(char):
    if char in '"\\':
        return '\\' + char
    return char if char in _UNESCAPED or ord(char) > 255 else '\\%03o' % ord(char)

def _quote(str):
    if str is None or _is_plain(str):
        return str
    return '"' + ''.join([_escaped(char) for char in str]) + '"'

def _unquote(str):
    if str is None or len(str) < 2 or str[0] != '"' or str[-1] != '"':
        return str
    return _ESCAPED.sub(lambda found: chr(int(found[1], 8)) if found[1] else found[2], str[1:-1])

def _getdate(future=0):
    import time
    return time.strftime('%a, %d %b %Y %H:%M:%S GMT', time.gmtime(time.time() + future))

class Morsel(dict):
    _reserved = _NAMES
    _flags = _FLAGS

    def __init__(self):
        dict.update(self, dict.fromkeys(_NAMES, ''))
        self.__setstate__({'key': None, 'value': None, 'coded_value': None})

    key = property(lambda self: self._key)
    value = property(lambda self: self._value)
    coded_value = property(lambda self: self._coded_value)

    def __setitem__(self, K, V):
        K = K.lower()
        if K not in _NAMES:
            raise CookieError(f'Invalid attribute {K!r}')
        dict.__setitem__(self, K, V)

    def setdefault(self, key, val=None):
        key = key.lower()
        if key not in _NAMES:
            raise CookieError(f'Invalid attribute {key!r}')
        return dict.setdefault(self, key, val)

    def __eq__(self, morsel):
        if not isinstance(morsel, Morsel):
            return NotImplemented
        return dict.__eq__(self, morsel) and self.__getstate__() == morsel.__getstate__()

    __ne__ = object.__ne__

    def copy(self):
        made = Morsel()
        dict.update(made, self)
        made.__dict__.update(self.__dict__)
        return made

    def update(self, values):
        given = {}
        for key, val in dict(values).items():
            key = key.lower()
            if key not in _NAMES:
                raise CookieError(f'Invalid attribute {key!r}')
            given[key] = val
        dict.update(self, given)

    def isReservedKey(self, K):
        return K.lower() in _NAMES

    def set(self, key, val, coded_val):
        if key.lower() in _NAMES:
            raise CookieError(f'Attempt to set a reserved key {key!r}')
        if not _is_plain(key):
            raise CookieError(f'Illegal key {key!r}')
        self._key, self._value, self._coded_value = key, val, coded_val

    def __getstate__(self):
        return {'key': self._key, 'value': self._value, 'coded_value': self._coded_value}

    def __setstate__(self, state):
        self._key, self._value, self._coded_value = state['key'], state['value'], state['coded_value']

    def output(self, attrs=None, header='Set-Cookie:'):
        return f'{header} {self.OutputString(attrs)}'

    __str__ = output

    def __repr__(self):
        return f'<{self.__class__.__name__}: {self.OutputString()}>'

    def js_output(self, attrs=None):
        return _SCRIPT % self.OutputString(attrs).replace('"', r'\"')

    def OutputString(self, attrs=None):
        parts = [f'{self._key}={self._coded_value}']
        for key, value in sorted(self.items()):
            if value != '' and (attrs is None or key in attrs):
                part = self._attribute(key, value)
                if part:
                    parts.append(part)
        return '; '.join(parts)

    def _attribute(self, key, value):
        name = _NAMES[key]
        if key in _FLAGS:
            return name if value else ''
        if key == 'expires' and isinstance(value, int):
            value = _getdate(value)
        elif key == 'max-age' and isinstance(value, int):
            value = '%d' % value
        elif key == 'comment' and isinstance(value, str):
            value = _quote(value)
        return f'{name}={value}'

    __class_getitem__ = classmethod(_types.GenericAlias)

class BaseCookie(dict):
    def value_decode(self, val):
        return val, val

    def value_encode(self, val):
        text = str(val)
        return text, text

    def __init__(self, input=None):
        if input:
            self.load(input)

    def _set(self, key, value, coded):
        morsel = self.get(key, Morsel())
        morsel.set(key, value, coded)
        dict.__setitem__(self, key, morsel)

    def __setitem__(self, key, value):
        if isinstance(value, Morsel):
            dict.__setitem__(self, key, value)
        else:
            self._set(key, *self.value_encode(value))

    def output(self, attrs=None, header='Set-Cookie:', sep='\r\n'):
        return sep.join([morsel.output(attrs, header) for _, morsel in sorted(self.items())])

    __str__ = output

    def __repr__(self):
        shown = [f'{key}={morsel.value!r}' for key, morsel in sorted(self.items())]
        return f'<{self.__class__.__name__}: {" ".join(shown)}>'

    def js_output(self, attrs=None):
        return ''.join([morsel.js_output(attrs) for _, morsel in sorted(self.items())])

    def load(self, rawdata):
        if isinstance(rawdata, str):
            self._file(self._read(rawdata))
        else:
            for key, value in rawdata.items():
                self[key] = value

    # Pairs of a text, those of attributes with a true mark; none at all where the text is no header of cookies.
    def _read(self, text):
        found = []
        at, seen = 0, False
        while at < len(text):
            pair = _PAIR.match(text, at)
            if not pair:
                break
            at = pair.end()
            key, value = pair.group('key'), pair.group('value')
            if key[0] == '$':
                if seen:
                    found.append((True, key[1:], value))
            elif key.lower() in _NAMES:
                if not seen or value is None and key.lower() not in _FLAGS:
                    return []
                found.append((True, key, True if value is None else _unquote(value)))
            elif value is None:
                return []
            else:
                found.append((False, key, self.value_decode(value)))
                seen = True
        return found

    def _file(self, found):
        morsel = None
        for is_attribute, key, value in found:
            if is_attribute:
                morsel[key] = value
            else:
                self._set(key, *value)
                morsel = self[key]

class SimpleCookie(BaseCookie):
    def value_decode(self, val):
        return _unquote(val), val

    def value_encode(self, val):
        text = str(val)
        return text, _quote(text)
