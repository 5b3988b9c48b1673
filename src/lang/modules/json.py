__all__ = ['JSONDecodeError', 'JSONDecoder', 'JSONEncoder', 'dump', 'dumps', 'load', 'loads']

from _json import decode as _decode, encode as _encode
from _json_hooks import Reader as _Reader, hooked as _hooked, prepared as _prepared

class JSONDecodeError(ValueError):
    __module__ = 'json.decoder'

    def __init__(self, msg, doc, pos):
        before = doc[:pos]
        lineno = before.count('\n') + 1
        colno = pos - before.rfind('\n')
        ValueError.__init__(self, f'{msg}: line {lineno} column {colno} (char {pos})')
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

class JSONEncoder:
    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        if separators is None:
            separators = (', ', ': ') if indent is None else (',', ': ')
        if isinstance(indent, int):
            indent = ' ' * indent
        self._options = (skipkeys, ensure_ascii, allow_nan, sort_keys, indent, separators[0], separators[1])
        self._default = default

    def default(self, o):
        raise TypeError(f'Object of type {type(o).__name__} is not JSON serializable')

    def encode(self, o):
        default = self._default
        if default is None and type(self) is not JSONEncoder:
            default = self.default
        if default is not None:
            o = _prepared(o, default, frozenset())
        return _encode(o, *self._options)

    def iterencode(self, o):
        yield self.encode(o)

def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, default=None, sort_keys=False, **kw):
    return (cls or JSONEncoder)(
        skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan,
        sort_keys=sort_keys, indent=indent, separators=separators, default=default, **kw,
    ).encode(obj)

def dump(obj, fp, **kw):
    fp.write(dumps(obj, **kw))

def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
          object_pairs_hook=None):
    if cls is not None:
        raise TypeError('gilsim does not support classes of decoders')
    if not isinstance(s, str):
        if not hasattr(s, 'decode'):
            raise TypeError(f'the JSON object must be str, bytes or bytearray, not {type(s).__name__}')
        s = s.decode()
    value, wrong, at = _decode(s)
    if wrong is not None:
        raise JSONDecodeError(wrong, s, at)
    if any([one is not None for one in (parse_float, parse_int, parse_constant, object_pairs_hook)]):
        return _Reader(s, parse_float, parse_int, parse_constant, object_hook, object_pairs_hook).value()
    return value if object_hook is None else _hooked(value, object_hook)

def load(fp, **kw):
    return loads(fp.read(), **kw)

class JSONDecoder:
    def __init__(self, *, object_hook=None, object_pairs_hook=None):
        self._hooks = {'object_hook': object_hook, 'object_pairs_hook': object_pairs_hook}

    def decode(self, s):
        return loads(s, **self._hooks)

    def raw_decode(self, s, idx=0):
        if idx < 0:
            raise ValueError('idx cannot be negative')
        text = s[idx:]
        if not text or text[0] in ' \t\n\r':
            raise JSONDecodeError('Expecting value', s, idx)
        _, wrong, at = _decode(text)
        if wrong == 'Extra data':
            text = text[:at]
        elif wrong is not None:
            raise JSONDecodeError(wrong, s, idx + at)
        return loads(text, **self._hooks), idx + len(text.rstrip(' \t\n\r'))
