__all__ = ['ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList', 'UserString', 'defaultdict', 'deque', 'namedtuple']

from _collections import deque
from _collections_native import OrderedDict, defaultdict, field_getter as _getter
from heapq import nlargest as _nlargest
from operator import itemgetter as _itemgetter

def _is_mapping(value):
    if isinstance(value, dict) or value is None:
        return value is not None
    from collections.abc import Mapping
    return isinstance(value, Mapping)

class Counter(dict):
    __module__ = 'collections'

    def __init__(self, iterable=None, /, **kwds):
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        return sum(self.values())

    def most_common(self, n=None):
        if n is None:
            return sorted(self.items(), key=_itemgetter(1), reverse=True)
        return _nlargest(n, self.items(), key=_itemgetter(1))

    def elements(self):
        for key, count in self.items():
            for _ in range(count):
                yield key

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def update(self, iterable=None, /, **kwds):
        if _is_mapping(iterable):
            if self:
                for key, count in iterable.items():
                    self[key] = count + self.get(key, 0)
            else:
                dict.update(self, iterable)
        elif iterable is not None:
            for key in iterable:
                if not count_natively(self, key):
                    self[key] = self.get(key, 0) + 1
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        if _is_mapping(iterable):
            for key, count in iterable.items():
                self[key] = self.get(key, 0) - count
        elif iterable is not None:
            for key in iterable:
                self[key] = self.get(key, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        return type(self)(self)

    def __copy__(self):
        return self.copy()

    def __reduce__(self):
        return type(self), (dict(self),)

    def __delitem__(self, key):
        if key in self:
            dict.pop(self, key)

    def __repr__(self):
        if not self:
            return f'{type(self).__name__}()'
        try:
            items = dict(self.most_common())
        except TypeError:
            # The counts have no order.
            items = dict(self)
        return f'{type(self).__name__}({items!r})'

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[key] == other[key] for both in (self, other) for key in both])

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[key] <= other[key] for both in (self, other) for key in both])

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[key] >= other[key] for both in (self, other) for key in both])

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    def _made(self, other, choose):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for key in self:
            count = choose(self[key], other[key])
            if count > 0:
                result[key] = count
        for key in other:
            if key not in self:
                count = choose(0, other[key])
                if count > 0:
                    result[key] = count
        return result

    def __add__(self, other):
        return self._made(other, lambda a, b: a + b)

    def __sub__(self, other):
        return self._made(other, lambda a, b: a - b)

    def __or__(self, other):
        return self._made(other, lambda a, b: a if a > b else b)

    def __and__(self, other):
        return self._made(other, lambda a, b: a if a < b else b)

    def __pos__(self):
        return self + Counter()

    def __neg__(self):
        return Counter() - self

    def _keep_positive(self):
        for key in [key for key, count in self.items() if not count > 0]:
            del self[key]
        return self

    def __iadd__(self, other):
        for key, count in other.items():
            self[key] += count
        return self._keep_positive()

    def __isub__(self, other):
        for key, count in other.items():
            self[key] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for key, count in other.items():
            if count > self[key]:
                self[key] = count
        return self._keep_positive()

    def __iand__(self, other):
        for key, count in self.items():
            if other[key] < count:
                self[key] = other[key]
        return self._keep_positive()

    __class_getitem__ = classmethod(generic_alias)

def _is_name(text):
    return text.replace('_', 'a').isalnum() and not text[0].isdigit()

_KEYWORDS = {
    'False', 'None', 'True', 'and', 'as', 'assert', 'async', 'await', 'break', 'class', 'continue', 'def', 'del', 'elif',
    'else', 'except', 'finally', 'for', 'from', 'global', 'if', 'import', 'in', 'is', 'lambda', 'nonlocal', 'not', 'or',
    'pass', 'raise', 'return', 'try', 'while', 'with', 'yield',
}

def _checked_names(typename, names, rename):
    seen = set()
    if rename:
        for at, name in enumerate(names):
            if not name or not _is_name(name) or name in _KEYWORDS or name.startswith('_') or name in seen:
                names[at] = f'_{at}'
            seen.add(name)
    for name in [typename] + names:
        if not name or not _is_name(name):
            raise ValueError(f'Type names and field names must be valid identifiers: {name!r}')
        if name in _KEYWORDS:
            raise ValueError(f'Type names and field names cannot be a keyword: {name!r}')
    seen = set()
    for name in names:
        if name.startswith('_') and not rename:
            raise ValueError(f'Field names cannot start with an underscore: {name!r}')
        if name in seen:
            raise ValueError(f'Encountered duplicate field name: {name!r}')
        seen.add(name)

# So many parameters a function compiled here may have; beyond that its arguments are put into their places one by one.
_MOST_PARAMETERS = 240

def _new_of_many(typename, fields, field_defaults):
    def __new__(_cls, /, *args, **kwargs):
        if len(args) > len(fields):
            raise TypeError(f'{typename}.__new__() takes {len(fields) + 1} positional arguments but {len(args) + 1} were given')
        given = dict(zip(fields, args))
        for name in kwargs:
            if name in given:
                raise TypeError(f'{typename}.__new__() got multiple values for argument {name!r}')
            if name not in places:
                raise TypeError(f'{typename}.__new__() got an unexpected keyword argument {name!r}')
        given = {**field_defaults, **given, **kwargs}
        missing = [repr(name) for name in fields if name not in given]
        if missing:
            listed = missing[0] if len(missing) == 1 else ', '.join(missing[:-1]) + (',' if len(missing) > 2 else '') + ' and ' + missing[-1]
            raise TypeError(f'{typename}.__new__() missing {len(missing)} required positional '
                            f'argument{"s" if len(missing) > 1 else ""}: {listed}')
        return tuple.__new__(_cls, [given[name] for name in fields])

    places = set(fields)
    return __new__

def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    names = [str(name) for name in field_names]
    typename = str(typename)
    _checked_names(typename, names, rename)
    values = () if defaults is None else tuple(defaults)
    if len(values) > len(names):
        raise TypeError('Got more default values than field names')
    field_defaults = dict(zip(names[len(names) - len(values):], values))
    fields = tuple(names)
    count = len(fields)

    defaulted = {f'_default_{name}': value for name, value in field_defaults.items()}
    parameters = ['_cls'] + [f'{name}=_default_{name}' if name in field_defaults else name for name in fields]
    made = 'return _made(_cls, (' + ''.join([name + ', ' for name in fields]) + '))'
    if count > _MOST_PARAMETERS:
        __new__ = _new_of_many(typename, fields, field_defaults)
    else:
        from _compiled import functions
        __new__ = functions({'__new__': (', '.join(parameters), [made])}, {'_made': tuple.__new__, **defaulted})['__new__']
    __new__.__qualname__ = f'{typename}.__new__'

    def _make(cls, iterable):
        values = tuple(iterable)
        if len(values) != count:
            raise TypeError(f'Expected {count} arguments, got {len(values)}')
        return tuple.__new__(cls, values)

    def _replace(self, /, **kwds):
        made = [kwds.pop(name, value) for name, value in zip(fields, self)]
        if kwds:
            raise ValueError(f'Got unexpected field names: {list(kwds)!r}')
        return type(self)._make(made)

    def _asdict(self):
        return dict(zip(fields, self))

    def __repr__(self):
        return type(self).__name__ + '(' + ', '.join([f'{name}={value!r}' for name, value in zip(fields, self)]) + ')'

    def __getnewargs__(self):
        return tuple(self)

    namespace = {
        '__new__': __new__, '_make': classmethod(_make), '_replace': _replace, '_asdict': _asdict, '__repr__': __repr__,
        '__getnewargs__': __getnewargs__, '_fields': fields, '_field_defaults': field_defaults, '__match_args__': fields,
        '__slots__': (), '__doc__': f'{typename}(' + ', '.join(fields) + ')',
    }
    for at, name in enumerate(names):
        namespace[name] = _getter(at)
    if module is not None:
        namespace['__module__'] = module
    return type(typename, (tuple,), namespace)
