# What `property`, `staticmethod`, `classmethod` and the class of modules are to classes that are derived from them; what a class
# has for its slots.

from types import MethodType as _MethodType, ModuleType as _ModuleType

_property = property
_kinds = {}

def as_base(kind):
    return _kinds.get(kind, kind)

def _is_abstract(function):
    return bool(getattr(function, '__isabstractmethod__', False))

class property(property):
    __module__ = 'builtins'
    __slots__ = ('fget', 'fset', 'fdel', '_name')

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        if doc is None and fget is not None:
            doc = fget.__doc__
        self.__doc__ = doc

    def __set_name__(self, owner, name, /):
        self._name = name

    def _problem(self, obj, what):
        name = f" '{self._name}'" if hasattr(self, '_name') else ''
        return AttributeError(f'property{name} of {type(obj).__qualname__!r} object has no {what}')

    def __get__(self, obj, type=None, /):
        if obj is None:
            return self
        if self.fget is None:
            raise self._problem(obj, 'getter')
        return self.fget(obj)

    def __set__(self, obj, value, /):
        if self.fset is None:
            raise self._problem(obj, 'setter')
        self.fset(obj, value)

    def __delete__(self, obj, /):
        if self.fdel is None:
            raise self._problem(obj, 'deleter')
        self.fdel(obj)

    def _with(self, fget, fset, fdel, doc):
        made = type(self)(fget, fset, fdel, doc)
        if hasattr(self, '_name') and isinstance(made, property):
            made._name = self._name
        return made

    def getter(self, fget, /):
        return self._with(fget, self.fset, self.fdel, None)

    def setter(self, fset, /):
        return self._with(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel, /):
        return self._with(self.fget, self.fset, fdel, self.__doc__)

    @_property
    def __isabstractmethod__(self):
        return _is_abstract(self.fget) or _is_abstract(self.fset) or _is_abstract(self.fdel)

class _Wrapper:
    __slots__ = ()

    def __init__(self, function, /):
        self.__func__ = self.__wrapped__ = function
        for name in ('__module__', '__name__', '__qualname__', '__doc__'):
            if hasattr(function, name):
                setattr(self, name, getattr(function, name))

    @_property
    def __isabstractmethod__(self):
        return _is_abstract(self.__func__)

    def __repr__(self):
        return f'<{type(self).__name__}({self.__func__!r})>'

class staticmethod(_Wrapper, staticmethod):
    __module__ = 'builtins'
    __slots__ = ('__func__', '__wrapped__')

    def __get__(self, obj, type=None, /):
        return self.__func__

    def __call__(self, /, *args, **kwargs):
        return self.__func__(*args, **kwargs)

class classmethod(_Wrapper, classmethod):
    __module__ = 'builtins'
    __slots__ = ('__func__', '__wrapped__')

    def __get__(self, obj, type=None, /):
        owner = obj.__class__ if type is None else type
        if hasattr(self.__func__, '__get__'):
            return self.__func__.__get__(owner, owner)
        return _MethodType(self.__func__, owner)

class module(_ModuleType):
    __module__ = 'builtins'

    def __init__(self, name, doc=None):
        self.__name__, self.__doc__ = name, doc
        self.__package__ = self.__loader__ = self.__spec__ = None

    def __repr__(self):
        place = f' from {self.__file__!r}' if hasattr(self, '__file__') else ''
        return f'<module {self.__name__!r}{place}>'

    def __getattr__(self, name):
        raise AttributeError(f'module {self.__name__!r} has no attribute {name!r}')

for _kind in (property, staticmethod, classmethod, module):
    _kinds[_kind.__mro__[-2]] = _kind

class member_descriptor:
    __module__ = 'builtins'
    __slots__ = ('__name__', '__qualname__', '__objclass__', '__doc__')

    def _check(self, obj):
        if not isinstance(obj, self.__objclass__):
            raise TypeError(f"descriptor '{self.__name__}' for '{self.__objclass__.__name__}' objects doesn't apply to "
                            f"a '{type(obj).__name__}' object")

    def __get__(self, obj, type=None, /):
        if obj is None:
            return self
        self._check(obj)
        return object.__getattribute__(obj, self.__name__)

    def __set__(self, obj, value, /):
        self._check(obj)
        object.__setattr__(obj, self.__name__, value)

    def __delete__(self, obj, /):
        self._check(obj)
        if not hasattr(obj, self.__name__):
            raise AttributeError(self.__name__)
        object.__delattr__(obj, self.__name__)

    def __eq__(self, other):
        same = isinstance(other, member_descriptor) and self.__objclass__ is other.__objclass__
        return same and self.__name__ == other.__name__

    def __hash__(self):
        return hash((id(self.__objclass__), self.__name__))

    def __repr__(self):
        return f'<member {self.__name__!r} of {self.__objclass__.__name__!r} objects>'

def member(kind, name):
    made = object.__new__(member_descriptor)
    made.__name__ = name
    for above in kind.__mro__:
        own = class_names(above).get('__slots__', ()) if isinstance(above, type) else ()
        if name in ((own,) if isinstance(own, str) else own):
            made.__objclass__, made.__qualname__ = above, f'{above.__qualname__}.{name}'
            made.__doc__ = None
            break
    return made

def namespace(kind):
    from types import MappingProxyType
    names = class_names(kind)
    slots = names['__slots__']
    slots = sorted([name for name in ((slots,) if isinstance(slots, str) else slots) if name not in _rooms])
    found = {name: value for name, value in names.items() if name != '__doc__' or value is not None}
    for name in slots:
        found[name] = member(kind, name)
    if '__doc__' in names:
        found.setdefault('__doc__', None)
    return MappingProxyType(found)

_rooms = ('__dict__', '__weakref__')
