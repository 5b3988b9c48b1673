__all__ = ['JSONDecodeError', 'JSONDecoder', 'JSONEncoder', 'dump', 'dumps', 'load', 'loads']

from _json import decode as _decode, encode as _encode

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

def _prepared(obj, default, open):
    # What JSON does not know is replaced by what the program's function makes of it.
    if obj is None or isinstance(obj, (str, int, float)):
        return obj
    if id(obj) in open:
        raise ValueError('Circular reference detected')
    open = open | {id(obj)}
    if isinstance(obj, dict):
        return {key: _prepared(obj[key], default, open) for key in obj}
    if isinstance(obj, (list, tuple)):
        return [_prepared(item, default, open) for item in obj]
    return _prepared(default(obj), default, open)

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

def _hooked(value, hook):
    if isinstance(value, list):
        return [_hooked(item, hook) for item in value]
    if isinstance(value, dict):
        return hook({key: _hooked(value[key], hook) for key in value})
    return value

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

# Reads a text that is known to be right, for who wants numbers in another way, or each pair of an object.
class _Reader:
    def __init__(self, text, parse_float, parse_int, parse_constant, hook, pairs_hook):
        import re
        found = re.finditer(r'"(?:[^"\\]|\\.)*"|[-+.\w]+|[\[\]{}]', text, re.DOTALL)
        self._tokens = iter([match[0] for match in found])
        self._float = parse_float or float
        self._int = parse_int or int
        self._constant = parse_constant or float
        self._make = pairs_hook or (dict if hook is None else lambda pairs: hook(dict(pairs)))

    def value(self):
        return self._of(next(self._tokens))

    def _of(self, token):
        if token == '[':
            return [self._of(inner) for inner in iter(lambda: next(self._tokens), ']')]
        if token == '{':
            return self._make([(_decode(key)[0], self.value()) for key in iter(lambda: next(self._tokens), '}')])
        if token in ('NaN', 'Infinity', '-Infinity'):
            return self._constant(token)
        if token[0] == '-' or token[0].isdigit():
            return self._float(token) if '.' in token or 'e' in token or 'E' in token else self._int(token)
        return _decode(token)[0]

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
