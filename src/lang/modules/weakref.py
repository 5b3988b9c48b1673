__all__ = ['ReferenceError', 'ReferenceType', 'WeakKeyDictionary', 'WeakMethod', 'WeakSet', 'WeakValueDictionary',
           'finalize', 'getweakrefcount', 'getweakrefs', 'proxy', 'ref']

import atexit as _atexit
import operator as _operator
from _gc import referrers as _referrers
from _weakref import ref as _make, references as _references
from collections.abc import MutableMapping as _MutableMapping
from types import MethodType as _MethodType

ReferenceError = ReferenceError

class _Kind(type):
    def __call__(cls, /, *args, **kwargs):
        return _plain_reference(*args) if cls is ReferenceType else super().__call__(*args, **kwargs)

    def __instancecheck__(cls, instance):
        if cls is ReferenceType and (type_name(instance) == 'weakref' or type(instance) is WeakMethod):
            return True
        return super().__instancecheck__(instance)

def _plain_reference(object, callback=None, /):
    return _make(object) if callback is None else _make(object, callback)

# An instance of a class derived from this one has a plain weak reference in it.
class ReferenceType(metaclass=_Kind):
    __slots__ = ('_reference', '__callback__', '__weakref__')
    _is_reference = True
    __class_getitem__ = classmethod(generic_alias)

    def __new__(cls, object, callback=None, /, *args, **kwargs):
        self = super().__new__(cls)
        self.__callback__ = callback
        if callback is None:
            self._reference = _make(object, None)
        else:
            def dies(reference, own=_make(self)):
                myself = own()
                if myself is not None:
                    called, myself.__callback__ = myself.__callback__, None
                    called(myself)
            self._reference = _make(object, dies)
        return self

    def __init__(self, object, callback=None, /):
        pass

    def __call__(self):
        return self._reference()

    def __eq__(self, other):
        if not isinstance(other, ReferenceType):
            return NotImplemented
        mine, its = self._reference(), ReferenceType.__call__(other) if hasattr(other, '_reference') else other()
        return self is other if mine is None or its is None else mine == its

    def __hash__(self):
        return hash(self._reference)

    def __repr__(self):
        return f'<weakref at {hex(id(self))}' + repr(self._reference)[repr(self._reference).index(';'):]

ref = ReferenceType

class WeakMethod:
    def __init__(self, meth, callback=None):
        if type(meth).__name__ != 'method':
            raise TypeError(f'argument should be a bound method, not {type(meth)}')
        self._is_told = callback is None
        def dies(weak, weak_self=_make(self)):
            # Once, whichever of the two dies first.
            myself = weak_self()
            if myself is not None and not myself._is_told:
                myself._is_told = True
                callback(myself)
        self._object = _make(meth.__self__) if callback is None else _make(meth.__self__, dies)
        self._function = _make(meth.__func__) if callback is None else _make(meth.__func__, dies)

    def __call__(self):
        found, function = self._object(), self._function()
        return None if found is None or function is None else _MethodType(function, found)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if self() is None or other() is None:
            return self is other
        return self._object == other._object and self._function == other._function

    def __hash__(self):
        return hash((self._object, self._function))

def proxy(object, callback=None, /):
    return _Proxy(_make(object, None))

class _Proxy:
    _is_reference = True

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

    def __delitem__(self, key):
        del _found(self)[key]

    def __next__(self):
        return next(_found(self))

    def __reversed__(self):
        return reversed(_found(self))

    def __int__(self):
        return int(_found(self))

    def __float__(self):
        return float(_found(self))

    def __index__(self):
        return _operator.index(_found(self))

    def __contains__(self, item):
        return item in _found(self)

    def __bool__(self):
        return bool(_found(self))

    def __call__(self, *args, **kwargs):
        return _found(self)(*args, **kwargs)

    __hash__ = None

def _plain(value):
    return _found(value) if isinstance(value, _Proxy) else value

def _operators(name, function):
    def forward(self, other):
        return function(_found(self), _plain(other))
    def backward(self, other):
        return function(_plain(other), _found(self))
    setattr(_Proxy, f'__{name}__', forward)
    if name not in ('eq', 'ne', 'lt', 'le', 'gt', 'ge'):
        setattr(_Proxy, f'__r{name}__', backward)

for _name in ('eq', 'ne', 'lt', 'le', 'gt', 'ge', 'add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'matmul', 'pow',
              'lshift', 'rshift', 'and', 'or', 'xor'):
    _operators(_name, getattr(_operator, _name + '_' if _name in ('and', 'or') else _name))

def _found(proxy):
    found = proxy.__dict__['_target']()
    if found is None:
        raise ReferenceError('weakly-referenced object no longer exists')
    return found

def getweakrefcount(object):
    return len(_references(object))

# One that stands within an object of a class in Python is shown as that object.
def getweakrefs(object):
    found = []
    for reference in _references(object):
        owners = [owner for owner in _referrers((reference,)) if getattr(type(owner), '_is_reference', False)]
        found += owners or [reference]
    return found

# `|` of weak dicts, with any mapping.
class _Joined:
    def __or__(self, other):
        return self._joined(self, other)

    def __ror__(self, other):
        return self._joined(other, self)

    def __ior__(self, other):
        self.update(other)
        return self

    def _joined(self, first, second):
        if not hasattr(first, 'keys') or not hasattr(second, 'keys'):
            return NotImplemented
        made = type(self)()
        made.update(first)
        made.update(second)
        return made

class WeakValueDictionary(_Joined, _MutableMapping):
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

    def valuerefs(self):
        return list(self.data.values())

    def itervaluerefs(self):
        return iter(self.valuerefs())

    __class_getitem__ = classmethod(generic_alias)

class _Key:
    # A weak reference that is compared as its object is, while that lives.
    def __init__(self, object, callback):
        self._hash = hash(object)
        self.weak = _make(object, callback)

    # One that is found by its reference, when the object is dead.
    @classmethod
    def of(cls, weak, hashed):
        made = cls.__new__(cls)
        made.weak, made._hash = weak, hashed
        return made

    def __hash__(self):
        return self._hash

    def __eq__(self, other):
        mine, its = self.weak(), other.weak()
        return self.weak is other.weak or mine is not None and its is not None and mine == its

class WeakKeyDictionary(_Joined, _MutableMapping):
    def __init__(self, dict=None):
        self.data = {}
        if dict is not None:
            self.update(dict)

    def _key(self, key):
        data, hashed = self.data, hash(key)
        def forget(weak):
            data.pop(_Key.of(weak, hashed), None)
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

    def popitem(self):
        while True:
            one, value = self.data.popitem()
            key = one.weak()
            if key is not None:
                return key, value

    def update(self, dict=None, /, **kwargs):
        if dict is not None:
            for key, value in dict.items() if hasattr(dict, 'items') else dict:
                self[key] = value
        if kwargs:
            self.update(kwargs)

    def clear(self):
        self.data.clear()

    def copy(self):
        return WeakKeyDictionary(self)

    def keyrefs(self):
        return [one.weak for one in self.data]

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
    _is_registered = False

    def __init__(self, obj, func, /, *args, **kwargs):
        # Whatever was registered before the first of them is called after all of them.
        if not finalize._is_registered:
            finalize._is_registered = True
            _atexit.register(_run_all)
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
