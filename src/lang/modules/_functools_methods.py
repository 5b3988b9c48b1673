# Methods with some arguments given, and attributes that are computed once.

from _thread import RLock as _RLock
from functools import partial as _partial
from types import MethodType as _MethodType

_missing = object()

def is_descriptor(function):
    return isinstance(function, (classmethod, staticmethod, property)) or hasattr(function, '__get__')

# What an object, or its class, has where its class has the function; the function itself where nothing binds it.
def bound(function, obj, cls):
    if isinstance(function, classmethod):
        return _MethodType(function.__func__, type(obj) if cls is None else cls)
    if isinstance(function, staticmethod):
        return function.__func__
    get = getattr(function, '__get__', None)
    return function if get is None else get(obj, cls)

class partialmethod:
    __module__ = 'functools'

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not is_descriptor(func):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        if isinstance(func, partialmethod):
            func, args, keywords = func.func, func.args + args, {**func.keywords, **keywords}
        self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        args = ', '.join([repr(value) for value in self.args])
        keywords = ', '.join([f'{name}={value!r}' for name, value in self.keywords.items()])
        kind = type(self)
        return f'{kind.__module__}.{kind.__qualname__}({self.func}, {args}, {keywords})'

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method._partialmethod = self
        return _method

    def __get__(self, obj, cls=None):
        new = bound(self.func, obj, cls)
        if new is self.func:
            return self._make_unbound_method().__get__(obj, cls)
        result = _partial(new, *self.args, **self.keywords)
        if hasattr(new, '__self__'):
            result.__self__ = new.__self__
        return result

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)

    __class_getitem__ = classmethod(generic_alias)

class cached_property:
    __module__ = 'functools'

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.lock = _RLock()

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError('Cannot assign the same cached_property to two different names '
                            f'({self.attrname!r} and {name!r}).')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        try:
            cache = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache {name!r} "
                            'property.') from None
        value = cache.get(name, _missing)
        if value is _missing:
            with self.lock:
                # Another thread may have been there meanwhile.
                value = cache.get(name, _missing)
                if value is _missing:
                    value = self.func(instance)
                    try:
                        cache[name] = value
                    except TypeError:
                        raise TypeError(f"The '__dict__' attribute on {type(instance).__name__!r} instance does not "
                                        f'support item assignment for caching {name!r} property.') from None
        return value

    __class_getitem__ = classmethod(generic_alias)
