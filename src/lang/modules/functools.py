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
    own = getattr(wrapped, '__dict__', {})
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

class partial:
    __module__ = 'functools'

    def __init__(self, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError('the first argument must be callable')
        if isinstance(func, partial):
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
        self.func, self.args, self.keywords, own = state
        if self.keywords is None:
            self.keywords = {}
        for name in own or ():
            setattr(self, name, own[name])

    def __repr__(self):
        parts = [repr(self.func)] + [repr(value) for value in self.args]
        parts.extend([f'{name}={value!r}' for name, value in self.keywords.items()])
        return 'functools.partial(' + ', '.join(parts) + ')'

    __class_getitem__ = classmethod(generic_alias)

def partialmethod(func, /, *args, **keywords):
    def method(self, /, *more, **named):
        return func(self, *args, *more, **{**keywords, **named})
    return method

class _CacheInfo:
    def __init__(self, hits, misses, maxsize, currsize):
        self.hits = hits
        self.misses = misses
        self.maxsize = maxsize
        self.currsize = currsize

    def __iter__(self):
        return iter((self.hits, self.misses, self.maxsize, self.currsize))

    def __getitem__(self, at):
        return (self.hits, self.misses, self.maxsize, self.currsize)[at]

    def __len__(self):
        return 4

    def __eq__(self, other):
        return tuple(self) == tuple(other)

    def __repr__(self):
        return (f'CacheInfo(hits={self.hits}, misses={self.misses}, maxsize={self.maxsize}, '
                f'currsize={self.currsize})')

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
        return _CacheInfo(hits, misses, maxsize, len(known))

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

class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None

    def __set_name__(self, owner, name):
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        value = self.func(instance)
        setattr(instance, self.attrname, value)
        return value

    __class_getitem__ = classmethod(generic_alias)

def _not(answer):
    return answer if answer is NotImplemented else not answer

def _from_lt(cls):
    def gt(self, other):
        less = self.__lt__(other)
        return less if less is NotImplemented else not less and self != other
    def le(self, other):
        less = self.__lt__(other)
        return less if less is NotImplemented else less or self == other
    return {'__gt__': gt, '__le__': le, '__ge__': lambda self, other: _not(self.__lt__(other))}

def _from_le(cls):
    def ge(self, other):
        answer = self.__le__(other)
        return answer if answer is NotImplemented else not answer or self == other
    def lt(self, other):
        answer = self.__le__(other)
        return answer if answer is NotImplemented else answer and self != other
    return {'__ge__': ge, '__lt__': lt, '__gt__': lambda self, other: _not(self.__le__(other))}

def _from_gt(cls):
    def lt(self, other):
        more = self.__gt__(other)
        return more if more is NotImplemented else not more and self != other
    def ge(self, other):
        more = self.__gt__(other)
        return more if more is NotImplemented else more or self == other
    return {'__lt__': lt, '__ge__': ge, '__le__': lambda self, other: _not(self.__gt__(other))}

def _from_ge(cls):
    def le(self, other):
        answer = self.__ge__(other)
        return answer if answer is NotImplemented else not answer or self == other
    def gt(self, other):
        answer = self.__ge__(other)
        return answer if answer is NotImplemented else answer and self != other
    return {'__le__': le, '__gt__': gt, '__lt__': lambda self, other: _not(self.__ge__(other))}

def total_ordering(cls):
    own = {}
    for base in cls.__mro__:
        if base is not object:
            own.update(getattr(base, '__dict__', {}))
    for name, others in (('__lt__', _from_lt), ('__le__', _from_le), ('__gt__', _from_gt), ('__ge__', _from_ge)):
        if name in own:
            made = others(cls)
            for other in made:
                if other not in own:
                    setattr(cls, other, made[other])
            return cls
    raise ValueError('must define at least one ordering operation: < > <= >=')

def singledispatch(func):
    known = {}

    def dispatch(cls):
        for base in getattr(cls, '__mro__', (cls,)):
            if base in known and base is not object:
                return known[base]
        if cls is bool and int in known:
            return known[int]
        for kind in known:
            if kind is not object and issubclass(cls, kind):
                return known[kind]
        return func

    def register(cls, function=None):
        if function is None:
            if isinstance(cls, type) or type_name(cls) == 'types.UnionType':
                return lambda function: register(cls, function)
            noted = cls.__func__ if isinstance(cls, (classmethod, staticmethod)) else cls
            notes = [note for name, note in getattr(noted, '__annotations__', {}).items() if name != 'return']
            if not notes:
                raise TypeError(f'Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` or '
                                'plain `@register` on an annotated function.')
            cls, function = notes[0], cls
        if type_name(cls) == 'types.UnionType':
            for one in cls.__args__:
                known[one] = function
        elif isinstance(cls, type):
            known[cls] = function
        else:
            raise TypeError(f'Invalid annotation for the first argument: {cls!r} is not a class.')
        return function

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(f'{func.__name__} requires at least 1 positional argument')
        return dispatch(type(args[0]))(*args, **keywords)

    known[object] = func
    wrapper.dispatch = dispatch
    wrapper.register = register
    wrapper.registry = known
    return update_wrapper(wrapper, func)

class singledispatchmethod:
    __module__ = 'functools'

    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__') and not isinstance(func, (classmethod, staticmethod)):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        def method(*args, **kwargs):
            chosen = self.dispatcher.dispatch(type(args[0]))
            if isinstance(chosen, classmethod):
                return chosen.__func__(type(obj) if cls is None else cls, *args, **kwargs)
            bound = chosen.__func__ if isinstance(chosen, staticmethod) else chosen.__get__(obj, cls)
            return bound(*args, **kwargs)
        method.__isabstractmethod__ = getattr(self.func, '__isabstractmethod__', False)
        method.register = self.register
        update_wrapper(method, self.func)
        return method
