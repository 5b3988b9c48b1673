# Numbers and arrays of them in memory that processes share, with a lock or without.

from _ctypes_values import Array as _Array, Value as _Value, WideArray as _WideArray, WideValue as _WideValue
from _ctypes_values import of_type as _of_type
from multiprocessing import context

__all__ = ['RawValue', 'RawArray', 'Value', 'Array', 'copy', 'synchronized']


def RawValue(typecode_or_type, *args):
    type = _of_type(typecode_or_type)
    return (_WideValue if type.code == 'u' else _Value)(type, *args)


def RawArray(typecode_or_type, size_or_initializer):
    type = _of_type(typecode_or_type)
    return (_WideArray if type.code == 'u' else _Array)(type, size_or_initializer)


def Value(typecode_or_type, *args, lock=True, ctx=None):
    return _locked(RawValue(typecode_or_type, *args), lock, ctx)


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
    return _locked(RawArray(typecode_or_type, size_or_initializer), lock, ctx)


def _locked(obj, lock, ctx):
    if lock is False:
        return obj
    if lock in (True, None):
        ctx = ctx or context._default_context.get_context()
        lock = ctx.RLock()
    if not hasattr(lock, 'acquire'):
        raise AttributeError('%r has no method \'acquire\'' % lock)
    return synchronized(obj, lock, ctx)


def copy(obj):
    return obj._copy()


def synchronized(obj, lock=None, ctx=None):
    ctx = ctx or context._default_context.get_context()
    if isinstance(obj, _Value):
        return Synchronized(obj, lock, ctx)
    if obj._type.code == 'c':
        return SynchronizedString(obj, lock, ctx)
    return SynchronizedArray(obj, lock, ctx)


class SynchronizedBase:
    def __init__(self, obj, lock=None, ctx=None):
        self._obj = obj
        if lock:
            self._lock = lock
        else:
            ctx = ctx or context._default_context.get_context()
            self._lock = ctx.RLock()
        self._take_methods()

    def _take_methods(self):
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __getstate__(self):
        context.assert_spawning(self)
        return (self._obj, self._lock)

    def __setstate__(self, state):
        self._obj, self._lock = state
        self._take_methods()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def get_obj(self):
        return self._obj

    def get_lock(self):
        return self._lock

    def __repr__(self):
        return '<%s wrapper for %s>' % (type(self).__name__, self._obj)


class Synchronized(SynchronizedBase):
    # Reading and writing lock each for itself: `value += 1` is not one step.
    @property
    def value(self):
        self.acquire()
        try:
            return self._obj.value
        finally:
            self.release()

    @value.setter
    def value(self, value):
        self.acquire()
        try:
            self._obj.value = value
        finally:
            self.release()


class SynchronizedArray(SynchronizedBase):
    def __len__(self):
        return len(self._obj)

    def __iter__(self):
        for at in range(len(self._obj)):
            yield self[at]

    def __getitem__(self, at):
        with self:
            return self._obj[at]

    def __setitem__(self, at, value):
        with self:
            self._obj[at] = value


class SynchronizedString(SynchronizedArray):
    @property
    def value(self):
        with self:
            return self._obj.value

    @value.setter
    def value(self, value):
        with self:
            self._obj.value = value

    @property
    def raw(self):
        with self:
            return self._obj.raw

    @raw.setter
    def raw(self, value):
        with self:
            self._obj.raw = value
