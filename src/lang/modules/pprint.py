__all__ = ['PrettyPrinter', 'isreadable', 'isrecursive', 'pformat', 'pp', 'pprint', 'saferepr']

import sys as _sys

def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    printer = PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                            underscore_numbers=underscore_numbers)
    printer.pprint(object)

def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    printer = PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                            underscore_numbers=underscore_numbers)
    return printer.pformat(object)

def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)

def saferepr(object):
    return PrettyPrinter()._repr(object, (), 0)[0]

def isreadable(object):
    return PrettyPrinter()._repr(object, (), 0)[1]

def isrecursive(object):
    return PrettyPrinter()._repr(object, (), 0)[2]

class _Key:
    # Orders what cannot be compared by type and identity.
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            return (str(type(self.value)), id(self.value)) < (str(type(other.value)), id(other.value))

class _PairKey:
    def __init__(self, pair):
        self.first, self.second = _Key(pair[0]), _Key(pair[1])

    def __lt__(self, other):
        if self.first < other.first:
            return True
        return not other.first < self.first and self.second < other.second

class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        indent, width = int(indent), int(width)
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if not width:
            raise ValueError('width must be != 0')
        self._depth = depth
        self._indent = indent
        self._width = width
        self._stream = _sys.stdout if stream is None else stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscores = underscore_numbers

    def pprint(self, object):
        if self._stream is not None:
            self._stream.write(self.pformat(object) + '\n')

    def pformat(self, object):
        parts = []
        self._format(object, parts, 0, 0, (), 0)
        return ''.join(parts)

    def format(self, object, context, maxlevels, level):
        return self._safe_repr(object, tuple(context), level)

    def isrecursive(self, object):
        return self._repr(object, (), 0)[2]

    def isreadable(self, object):
        return self._repr(object, (), 0)[1]

    def _format(self, value, parts, indent, allowance, around, level):
        if id(value) in around:
            parts.append(f'<Recursion on {type(value).__name__} with id={id(value)}>')
            return
        shown = self._repr(value, around, level)[0]
        if len(shown) > self._width - indent - allowance:
            way = self._way(value)
            if way is not None:
                way(value, parts, indent, allowance, around + (id(value),), level + 1)
                return
        parts.append(shown)

    def _way(self, value):
        # How a value of this kind is spread over lines.
        kind = type(value)
        shows = kind.__repr__
        for known, way in ((dict, self._dict), (list, self._list), (tuple, self._tuple), (set, self._set),
                           (frozenset, self._set), (str, self._str), (bytes, self._bytes), (bytearray, self._bytearray)):
            if kind is known or isinstance(value, known) and shows is known.__repr__:
                return way
        name = kind.__name__
        if name == 'OrderedDict':
            return self._ordered
        if name == 'defaultdict':
            return self._defaultdict
        if name == 'Counter':
            return self._counter
        if name == 'deque':
            return self._deque
        if name == 'ChainMap':
            return self._chain
        if name in ('UserDict', 'UserList', 'UserString'):
            return self._user
        if name in ('mappingproxy', 'MappingProxyType'):
            return self._proxy
        if any([base.__name__ == 'SimpleNamespace' and shows is base.__repr__ for base in kind.__mro__]):
            return self._namespace
        if hasattr(kind, '__dataclass_fields__') and hasattr(shows, '__wrapped__'):
            return self._dataclass
        return None

    def _dict(self, value, parts, indent, allowance, around, level):
        parts.append('{')
        if self._indent > 1:
            parts.append(' ' * (self._indent - 1))
        if value:
            self._pairs(self._sorted(value), parts, indent, allowance + 1, around, level)
        parts.append('}')

    def _sorted(self, value):
        items = list(value.items())
        return sorted(items, key=_PairKey) if self._sort_dicts else items

    def _pairs(self, items, parts, indent, allowance, around, level):
        indent += self._indent
        between = ',\n' + ' ' * indent
        for at, (key, value) in enumerate(items):
            is_last = at == len(items) - 1
            shown = self._repr(key, around, level)[0]
            parts.append(shown + ': ')
            self._format(value, parts, indent + len(shown) + 2, allowance if is_last else 1, around, level)
            if not is_last:
                parts.append(between)

    def _items(self, items, parts, indent, allowance, around, level):
        indent += self._indent
        if self._indent > 1:
            parts.append(' ' * (self._indent - 1))
        between = ',\n' + ' ' * indent
        comma = ''
        space = width = self._width - indent + 1
        items = list(items)
        for at, item in enumerate(items):
            is_last = at == len(items) - 1
            if is_last:
                width -= allowance
                space -= allowance
            if self._compact:
                shown = self._repr(item, around, level)[0]
                size = len(shown) + 2
                if space < size:
                    space = width
                    if comma:
                        comma = between
                if space >= size:
                    space -= size
                    parts.append(comma + shown)
                    comma = ', '
                    continue
            parts.append(comma)
            comma = between
            self._format(item, parts, indent, allowance if is_last else 1, around, level)

    def _list(self, value, parts, indent, allowance, around, level):
        parts.append('[')
        self._items(value, parts, indent, allowance + 1, around, level)
        parts.append(']')

    def _tuple(self, value, parts, indent, allowance, around, level):
        parts.append('(')
        end = ',)' if len(value) == 1 else ')'
        self._items(value, parts, indent, allowance + len(end), around, level)
        parts.append(end)

    def _set(self, value, parts, indent, allowance, around, level):
        if not value:
            parts.append(repr(value))
            return
        kind = type(value)
        if kind is set:
            parts.append('{')
            end = '}'
        else:
            parts.append(kind.__name__ + '({')
            end = '})'
            indent += len(kind.__name__) + 1
        self._items(sorted(value, key=_Key), parts, indent, allowance + len(end), around, level)
        parts.append(end)

    def _str(self, value, parts, indent, allowance, around, level):
        if not value:
            parts.append(repr(value))
            return
        if level == 1:
            indent += 1
            allowance += 1
        lines = self._wrapped(value, indent, allowance)
        if len(lines) == 1:
            parts.append(lines[0])
            return
        text = ('\n' + ' ' * indent).join(lines)
        parts.append('(' + text + ')' if level == 1 else text)

    def _wrapped(self, value, indent, allowance):
        lines = value.splitlines(True)
        made = []
        width = self._width - indent
        for at, line in enumerate(lines):
            most = width - allowance if at == len(lines) - 1 else width
            if len(repr(line)) <= most:
                made.append(repr(line))
                continue
            words = _words(line)
            current = ''
            for nth, word in enumerate(words):
                limit = width - allowance if nth == len(words) - 1 and at == len(lines) - 1 else width
                if len(repr(current + word)) > limit:
                    if current:
                        made.append(repr(current))
                    current = word
                else:
                    current += word
            if current:
                made.append(repr(current))
        return made

    def _bytearray(self, value, parts, indent, allowance, around, level):
        parts.append('bytearray(')
        self._bytes(bytes(value), parts, indent + 10, allowance + 1, around, level + 1)
        parts.append(')')

    def _bytes(self, value, parts, indent, allowance, around, level):
        if len(value) <= 4:
            parts.append(repr(value))
            return
        brackets = level == 1
        if brackets:
            indent += 1
            allowance += 1
        lines = []
        width = self._width - indent
        current = b''
        last = len(value) // 4 * 4
        for at in range(0, len(value), 4):
            part = value[at:at + 4]
            limit = width - allowance if at == last else width
            if len(repr(current + part)) > limit:
                if current:
                    lines.append(repr(current))
                current = part
            else:
                current += part
        if current:
            lines.append(repr(current))
        text = ('\n' + ' ' * indent).join(lines)
        parts.append('(' + text + ')' if brackets else text)

    def _ordered(self, value, parts, indent, allowance, around, level):
        if not value:
            parts.append(repr(value))
            return
        name = type(value).__name__
        parts.append(name + '(')
        self._list(list(value.items()), parts, indent + len(name) + 1, allowance + 1, around, level)
        parts.append(')')

    def _defaultdict(self, value, parts, indent, allowance, around, level):
        if not value:
            parts.append(repr(value))
            return
        factory = self._repr(value.default_factory, around, level)[0]
        name = type(value).__name__
        indent += len(name) + 1
        parts.append(f'{name}({factory},\n' + ' ' * indent)
        self._dict(value, parts, indent, allowance + 1, around, level)
        parts.append(')')

    def _counter(self, value, parts, indent, allowance, around, level):
        if not value:
            parts.append(repr(value))
            return
        name = type(value).__name__
        parts.append(name + '({')
        if self._indent > 1:
            parts.append(' ' * (self._indent - 1))
        self._pairs(value.most_common(), parts, indent + len(name) + 1, allowance + 2, around, level)
        parts.append('})')

    def _deque(self, value, parts, indent, allowance, around, level):
        if not value:
            parts.append(repr(value))
            return
        name = type(value).__name__ + '('
        indent += len(name)
        parts.append(name + '[')
        if value.maxlen is None:
            self._items(value, parts, indent, allowance + 2, around, level)
            parts.append('])')
            return
        self._items(value, parts, indent, 2, around, level)
        parts.append('],\n' + ' ' * indent + f'maxlen={self._repr(value.maxlen, around, level)[0]})')

    def _chain(self, value, parts, indent, allowance, around, level):
        if not len(value.maps):
            parts.append(repr(value))
            return
        name = type(value).__name__
        parts.append(name + '(')
        indent += len(name) + 1
        for at, table in enumerate(value.maps):
            is_last = at == len(value.maps) - 1
            self._format(table, parts, indent, allowance + 1 if is_last else 1, around, level)
            parts.append(')' if is_last else ',\n' + ' ' * indent)

    def _user(self, value, parts, indent, allowance, around, level):
        self._format(value.data, parts, indent, allowance, around, level - 1)

    def _proxy(self, value, parts, indent, allowance, around, level):
        parts.append('mappingproxy(')
        self._format(value.copy(), parts, indent + 13, allowance + 1, around, level)
        parts.append(')')

    def _namespace(self, value, parts, indent, allowance, around, level):
        name = type(value).__name__
        name = 'namespace' if name == 'SimpleNamespace' else name
        parts.append(name + '(')
        self._named(list(value.__dict__.items()), parts, indent + len(name) + 1, allowance, around, level)
        parts.append(')')

    def _dataclass(self, value, parts, indent, allowance, around, level):
        name = type(value).__name__
        items = [(field, getattr(value, field)) for field, known in type(value).__dataclass_fields__.items() if known.repr]
        parts.append(name + '(')
        self._named(items, parts, indent + len(name) + 1, allowance, around, level)
        parts.append(')')

    def _named(self, items, parts, indent, allowance, around, level):
        between = ',\n' + ' ' * indent
        for at, (name, value) in enumerate(items):
            is_last = at == len(items) - 1
            parts.append(name + '=')
            if id(value) in around:
                parts.append('...')
            else:
                self._format(value, parts, indent + len(name) + 1, allowance if is_last else 1, around, level)
            if not is_last:
                parts.append(between)

    def _repr(self, value, around, level):
        return self.format(value, dict.fromkeys(around, 1), self._depth, level)

    def _safe_repr(self, value, around, level):
        # The text on one line, whether it can be read back, whether it is within itself.
        kind = type(value)
        if kind is int and self._underscores:
            return f'{value:_d}', True, False
        is_dict = kind is dict or isinstance(value, dict) and kind.__repr__ is dict.__repr__
        is_row = kind is list or kind is tuple
        if not is_dict and not is_row:
            shown = repr(value)
            return shown, bool(shown) and not shown.startswith('<'), False
        if id(value) in around:
            return f'<Recursion on {kind.__name__} with id={id(value)}>', False, True
        if not value:
            return repr(value), True, False
        left, right = '{}' if is_dict else '[]' if kind is list else '()'
        if self._depth is not None and level >= self._depth:
            return left + '...' + right, False, False
        inner = around + (id(value),)
        if is_dict:
            return self._repr_dict(value, inner, level + 1)
        found = [self._repr(item, inner, level + 1) for item in value]
        text = ', '.join([part[0] for part in found])
        if kind is tuple and len(value) == 1:
            text += ','
        return left + text + right, all([part[1] for part in found]), any([part[2] for part in found])

    def _repr_dict(self, value, inner, level):
        texts, readable, recursive = [], True, False
        for key, item in self._sorted(value):
            shown = [self._repr(part, inner, level) for part in (key, item)]
            texts.append(shown[0][0] + ': ' + shown[1][0])
            readable = readable and shown[0][1] and shown[1][1]
            recursive = recursive or shown[0][2] or shown[1][2]
        return '{' + ', '.join(texts) + '}', readable, recursive

def _words(line):
    # Words with the white space behind them.
    words = []
    at = 0
    while at < len(line):
        end = at
        while end < len(line) and not line[end].isspace():
            end += 1
        while end < len(line) and line[end].isspace():
            end += 1
        words.append(line[at:end])
        at = end
    return words
