__all__ = [
    'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', 'cache', 'cached_property', 'cmp_to_key', 'lru_cache', 'partial',
    'partialmethod', 'reduce', 'singledispatch', 'singledispatchmethod', 'total_ordering', 'update_wrapper', 'wraps',
]

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__')
WRAPPER_UPDATES = ('__dict__',)
_missing = object()

def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        value = getattr(wrapped, name, _missing)
        if value is not _missing:
            setattr(wrapper, name, value)
    for name in updated:
        own = getattr(wrapped, name, {})
        if name != '__dict__':
            getattr(wrapper, name).update(own)
            continue
        for name in own:
            setattr(wrapper, name, own[name])
    wrapper.__wrapped__ = wrapped
    return wrapper

def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return lambda wrapper: update_wrapper(wrapper, wrapped, assigned, updated)

def reduce(function, iterable, /, *initial):
    iterator = iter(iterable)
    if initial:
        value = initial[0]
    else:
        for value in iterator:
            break
        else:
            raise TypeError('reduce() of empty iterable with no initial value')
    for item in iterator:
        value = function(value, item)
    return value

# Those whose texts are being made.
_shown = []

class partial:
    __module__ = 'functools'

    def __init__(self, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError('the first argument must be callable')
        if isinstance(func, partial) and len(func.__dict__) == 3:
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __call__(self, /, *args, **keywords):
        if self.keywords or keywords:
            return self.func(*self.args, *args, **{**self.keywords, **keywords})
        return self.func(*self.args, *args)

    def __reduce__(self):
        own = {name: value for name, value in self.__dict__.items() if name not in ('func', 'args', 'keywords')}
        return type(self), (self.func,), (self.func, self.args, self.keywords or None, own or None)

    def __setstate__(self, state):
        if not isinstance(state, tuple) or len(state) != 4:
            raise TypeError('invalid partial state')
        func, args, keywords, own = state
        if not callable(func) or not isinstance(args, tuple) or not isinstance(keywords, (dict, type(None))):
            raise TypeError('invalid partial state')
        self.func, self.args = func, tuple(args)
        self.keywords = keywords if type(keywords) is dict else dict(keywords or {})
        for name in own or ():
            setattr(self, name, own[name])

    def __repr__(self):
        kind = 'functools.partial' if type(self) is partial else type(self).__name__
        if id(self) in _shown:
            return '...'
        _shown.append(id(self))
        try:
            parts = [repr(self.func)] + [repr(value) for value in self.args]
            parts.extend([f'{name}={value!r}' for name, value in self.keywords.items()])
        finally:
            _shown.remove(id(self))
        return f"{kind}({', '.join(parts)})"

    __class_getitem__ = classmethod(generic_alias)

_CacheInfo = None

# A named tuple is made for who asks first.
def _told(*counts):
    global _CacheInfo
    if _CacheInfo is None:
        from collections import namedtuple
        _CacheInfo = namedtuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'], module='functools')
    return _CacheInfo(*counts)

def _key(args, keywords, typed):
    if not keywords and not typed:
        # A lone argument of a type whose hash is quick stands for itself.
        if len(args) == 1 and (type(args[0]) is int or type(args[0]) is str):
            return args[0]
        return args
    key = [args]
    for name in keywords:
        key.append(name)
        key.append(keywords[name])
    if typed:
        key.extend([type(value) for value in args])
        key.extend([type(value) for value in keywords.values()])
    return tuple(key)

def lru_cache(maxsize=128, typed=False):
    if callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)
    if maxsize is not None and not isinstance(maxsize, int):
        raise TypeError('Expected first argument to be an integer, a callable, or None')
    if maxsize is not None and maxsize < 0:
        maxsize = 0
    return lambda function: _cached(function, maxsize, typed)

def cache(user_function, /):
    return _cached(user_function, None, False)

def _cached(function, maxsize, typed):
    # A dict keeps the order in which keys came in: what was used last is put in last.
    known = {}
    hits = misses = 0

    def wrapper(*args, **keywords):
        nonlocal hits, misses
        key = _key(args, keywords, typed)
        found = known.get(key, _missing)
        if found is not _missing:
            hits += 1
            if maxsize is not None:
                known.pop(key, None)
                known[key] = found
            return found
        misses += 1
        result = function(*args, **keywords)
        if maxsize == 0:
            return result
        if maxsize is not None and key not in known and len(known) >= maxsize:
            for oldest in known:
                break
            del known[oldest]
        known[key] = result
        return result

    def cache_info():
        return _told(hits, misses, maxsize, len(known))

    def cache_clear():
        nonlocal hits, misses
        known.clear()
        hits = misses = 0

    wrapper.cache_info = cache_info
    wrapper.cache_clear = cache_clear
    wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return update_wrapper(wrapper, function)

class _Key:
    def __init__(self, obj, compare):
        self.obj = obj
        self.compare = compare

    def __lt__(self, other):
        return self.compare(self.obj, other.obj) < 0

    def __gt__(self, other):
        return self.compare(self.obj, other.obj) > 0

    def __eq__(self, other):
        return self.compare(self.obj, other.obj) == 0

    def __le__(self, other):
        return self.compare(self.obj, other.obj) <= 0

    def __ge__(self, other):
        return self.compare(self.obj, other.obj) >= 0

def cmp_to_key(mycmp):
    return lambda obj: _Key(obj, mycmp)

# The other comparisons follow from one, which may not know the answer.
def _reversed(name, is_strict):
    def compare(self, other):
        answer = getattr(type(self), name)(self, other)
        if answer is NotImplemented:
            return answer
        return not answer and self != other if is_strict else not answer or self == other
    return compare

def _loosened(name, is_strict):
    def compare(self, other):
        answer = getattr(type(self), name)(self, other)
        if answer is NotImplemented:
            return answer
        return answer or self == other if is_strict else answer and self != other
    return compare

def _negated(name, is_strict):
    def compare(self, other):
        answer = getattr(type(self), name)(self, other)
        return answer if answer is NotImplemented else not answer
    return compare

# Of each comparison what follows from it, in the order in which one is taken.
_FOLLOWING = {
    '__lt__': {'__gt__': _reversed, '__le__': _loosened, '__ge__': _negated},
    '__le__': {'__ge__': _reversed, '__lt__': _loosened, '__gt__': _negated},
    '__gt__': {'__lt__': _reversed, '__ge__': _loosened, '__le__': _negated},
    '__ge__': {'__le__': _reversed, '__gt__': _loosened, '__lt__': _negated},
}

def total_ordering(cls):
    given = [name for name in _FOLLOWING if getattr(cls, name, None) is not getattr(object, name)]
    if not given:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = given[0]
    for name, make in _FOLLOWING[root].items():
        if name not in given:
            made = make(root, root in ('__lt__', '__gt__'))
            made.__name__ = name
            setattr(cls, name, made)
    return cls

# They are Python in CPython too.
from _functools_methods import cached_property, partialmethod
from _functools_dispatch import singledispatch, singledispatchmethod
