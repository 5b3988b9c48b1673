from _json import decode as _decode

def prepared(obj, default, open):
    # What JSON does not know is replaced by what the program's function makes of it.
    if obj is None or isinstance(obj, (str, int, float)):
        return obj
    if id(obj) in open:
        raise ValueError('Circular reference detected')
    open = open | {id(obj)}
    if isinstance(obj, dict):
        return {key: prepared(obj[key], default, open) for key in obj}
    if isinstance(obj, (list, tuple)):
        return [prepared(item, default, open) for item in obj]
    return prepared(default(obj), default, open)

def hooked(value, hook):
    if isinstance(value, list):
        return [hooked(item, hook) for item in value]
    if isinstance(value, dict):
        return hook({key: hooked(value[key], hook) for key in value})
    return value

# Reads a text that is known to be right, for who wants numbers in another way, or each pair of an object.
class Reader:
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
