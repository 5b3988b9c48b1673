__all__ = ['ReferenceError', 'ReferenceType', 'WeakKeyDictionary', 'WeakMethod', 'WeakSet', 'WeakValueDictionary',
           'finalize', 'getweakrefcount', 'getweakrefs', 'proxy', 'ref']

import atexit as _atexit
from _weakref import ref as _make

ReferenceError = ReferenceError

class _Kind(type):
    def __call__(cls, object, callback=None, /):
        return _make(object) if callback is None else _make(object, callback)

    def __instancecheck__(cls, instance):
        return type_name(instance) == 'weakref'

class ReferenceType(metaclass=_Kind):
    __class_getitem__ = classmethod(generic_alias)

ref = ReferenceType

class WeakMethod:
    def __init__(self, meth, callback=None):
        self._object = ref(meth.__self__)
        self._function = meth.__func__

    def __call__(self):
        found = self._object()
        return None if found is None else getattr(found, self._function.__name__)

def proxy(object, callback=None, /):
    return _Proxy(_make(object))

class _Proxy:
    def __init__(self, target):
        self.__dict__['_target'] = target

    def __getattr__(self, name):
        return getattr(_found(self), name)

    def __setattr__(self, name, value):
        setattr(_found(self), name, value)

    def __delattr__(self, name):
        delattr(_found(self), name)

    def __str__(self):
        return str(_found(self))

    def __len__(self):
        return len(_found(self))

    def __iter__(self):
        return iter(_found(self))

    def __getitem__(self, key):
        return _found(self)[key]

    def __setitem__(self, key, value):
        _found(self)[key] = value

    def __contains__(self, item):
        return item in _found(self)

    def __bool__(self):
        return bool(_found(self))

    def __call__(self, *args, **kwargs):
        return _found(self)(*args, **kwargs)

    def __eq__(self, other):
        return _found(self) == (_found(other) if isinstance(other, _Proxy) else other)

def _found(proxy):
    found = proxy.__dict__['_target']()
    if found is None:
        raise ReferenceError('weakly-referenced object no longer exists')
    return found

def getweakrefcount(object):
    raise NotImplementedError('gilsim does not count weak references')

def getweakrefs(object):
    raise NotImplementedError('gilsim does not list weak references')

class WeakValueDictionary:
    def __init__(self, other=(), /, **kw):
        self.data = {}
        self.update(other, **kw)

    def __setitem__(self, key, value):
        data = self.data
        def forget(weak):
            if data.get(key) is weak:
                del data[key]
        data[key] = _make(value, forget)

    def __getitem__(self, key):
        found = self.data[key]()
        if found is None:
            raise KeyError(key)
        return found

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        return self.get(key) is not None

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        return iter(list(self.keys()))

    def __repr__(self):
        return f'<WeakValueDictionary at {hex(id(self))}>'

    def get(self, key, default=None):
        weak = self.data.get(key)
        found = None if weak is None else weak()
        return default if found is None else found

    def items(self):
        for key, weak in list(self.data.items()):
            value = weak()
            if value is not None:
                yield key, value

    def keys(self):
        for key, weak in list(self.data.items()):
            if weak() is not None:
                yield key

    def values(self):
        for weak in list(self.data.values()):
            value = weak()
            if value is not None:
                yield value

    def setdefault(self, key, default=None):
        found = self.get(key)
        if found is None:
            self[key] = default
            return default
        return found

    def pop(self, key, *default):
        found = self.get(key)
        if found is None:
            if default:
                return default[0]
            raise KeyError(key)
        del self.data[key]
        return found

    def popitem(self):
        while True:
            key, weak = self.data.popitem()
            value = weak()
            if value is not None:
                return key, value

    def update(self, other=(), /, **kw):
        pairs = other.items() if hasattr(other, 'items') else other
        for key, value in pairs:
            self[key] = value
        for key, value in kw.items():
            self[key] = value

    def clear(self):
        self.data.clear()

    def copy(self):
        return WeakValueDictionary(self)

    __class_getitem__ = classmethod(generic_alias)

class _Key:
    # A weak reference that is compared as its object is, while that lives.
    def __init__(self, object, callback):
        self._hash = hash(object)
        self.weak = _make(object, callback)

    def __hash__(self):
        return self._hash

    def __eq__(self, other):
        mine, its = self.weak(), other.weak()
        return self.weak is other.weak or mine is not None and its is not None and mine == its

class WeakKeyDictionary:
    def __init__(self, dict=None):
        self.data = {}
        if dict is not None:
            self.update(dict)

    def _key(self, key):
        data = self.data
        def forget(weak):
            for one in list(data):
                if one.weak is weak:
                    del data[one]
        return _Key(key, forget)

    def __setitem__(self, key, value):
        self.data[self._key(key)] = value

    def __getitem__(self, key):
        found = self.data.get(_Key(key, None), self)
        if found is self:
            raise KeyError(key)
        return found

    def __delitem__(self, key):
        del self.data[_Key(key, None)]

    def __contains__(self, key):
        return _Key(key, None) in self.data

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        return iter(list(self.keys()))

    def __repr__(self):
        return f'<WeakKeyDictionary at {hex(id(self))}>'

    def get(self, key, default=None):
        return self.data.get(_Key(key, None), default)

    def keys(self):
        for one in list(self.data):
            key = one.weak()
            if key is not None:
                yield key

    def values(self):
        for key, value in self.items():
            yield value

    def items(self):
        for one, value in list(self.data.items()):
            key = one.weak()
            if key is not None:
                yield key, value

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def pop(self, key, *default):
        return self.data.pop(_Key(key, None), *default)

    def update(self, dict=None, /, **kwargs):
        for key, value in (dict or {}).items():
            self[key] = value

    def clear(self):
        self.data.clear()

    __class_getitem__ = classmethod(generic_alias)

class WeakSet:
    __module__ = '_weakrefset'

    def __init__(self, data=None):
        self._items = WeakKeyDictionary()
        for item in data or ():
            self.add(item)

    def add(self, item):
        if item not in self._items:
            self._items[item] = True

    def discard(self, item):
        if item in self._items:
            del self._items[item]

    def remove(self, item):
        if item not in self._items:
            raise KeyError(item)
        del self._items[item]

    def __contains__(self, item):
        try:
            return item in self._items
        except TypeError:
            return False

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(list(self._items.keys()))

    def clear(self):
        self._items.clear()

    def update(self, other):
        for item in other:
            self.add(item)

    def copy(self):
        return WeakSet(self)

    def pop(self):
        for item in self:
            self.discard(item)
            return item
        raise KeyError('pop from empty WeakSet')

    def __or__(self, other):
        made = self.copy()
        made.update(other)
        return made

    def __and__(self, other):
        return WeakSet([item for item in self if item in other])

    def __sub__(self, other):
        return WeakSet([item for item in self if item not in other])

    def __repr__(self):
        return '{' + ', '.join([repr(item) for item in self]) + '}'

    __class_getitem__ = classmethod(generic_alias)

_finalizers = {}

class finalize:
    def __init__(self, obj, func, /, *args, **kwargs):
        key = id(self)
        self._key = key
        self.atexit = True
        weak = _make(obj, lambda weak: _run(key))
        _finalizers[key] = (self, weak, func, args, kwargs)

    def __call__(self, _=None):
        return _run(self._key)

    def detach(self):
        entry = _finalizers.pop(self._key, None)
        return None if entry is None else (entry[1](), *entry[2:])

    def peek(self):
        entry = _finalizers.get(self._key)
        return None if entry is None else (entry[1](), *entry[2:])

    @property
    def alive(self):
        return self._key in _finalizers

    def __repr__(self):
        state = '' if self.alive else '; dead'
        return f'<finalize object at {hex(id(self))}{state}>'

def _run(key):
    entry = _finalizers.pop(key, None)
    if entry is None:
        return None
    _, _, func, args, kwargs = entry
    return func(*args, **kwargs)

def _run_all():
    for key, entry in reversed(list(_finalizers.items())):
        if entry[0].atexit:
            _run(key)

_atexit.register(_run_all)
