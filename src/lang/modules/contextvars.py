# Context variables: a context is an immutable table of values that contexts share until one of them sets a variable.

import _contextvars as _state
from _thread import get_ident as _get_ident

__all__ = ('Context', 'ContextVar', 'Token', 'copy_context')

# The context that each thread is in, by its ident. A thread begins with an empty one.
_current = {}


def _here():
    me = _get_ident()
    context = _current.get(me)
    if context is None:
        context = _current[me] = Context()
        context._entered = True
    return context


class _Missing:
    __slots__ = ()

    def __repr__(self):
        return '<Token.MISSING>'


_Missing.__name__ = _Missing.__qualname__ = 'Token.MISSING'
_MISSING = _Missing()


class Context:
    __module__ = '_contextvars'
    _entered = False

    def __init__(self, *args, **kwargs):
        if args or kwargs:
            raise TypeError('Context() does not accept any arguments')
        self._values = {}
        self._outer = None

    def __init_subclass__(cls):
        raise TypeError("type '_contextvars.Context' is not an acceptable base type")

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle '_contextvars.Context' object")

    def __hash__(self):
        raise TypeError("unhashable type: '_contextvars.Context'")

    def _enter(self):
        if self._entered:
            raise RuntimeError('cannot enter context: %r is already entered' % self)
        me = _get_ident()
        self._outer = _current.get(me)
        self._entered = True
        _current[me] = self

    def _exit(self):
        outer, self._outer = self._outer, None
        self._entered = False
        if outer is None:
            del _current[_get_ident()]
        else:
            _current[_get_ident()] = outer

    def run(self, /, *args, **kwargs):
        if not args:
            raise TypeError('run() missing 1 required positional argument')
        function, *args = args
        self._enter()
        try:
            return function(*args, **kwargs)
        finally:
            self._exit()

    def copy(self):
        copied = Context()
        copied._values = self._values
        return copied

    def _set(self, var, value):
        values = dict(self._values)
        values[var] = value
        self._values = values

    def _unset(self, var):
        values = dict(self._values)
        values.pop(var, None)
        self._values = values

    def __eq__(self, other):
        if not isinstance(other, Context):
            return NotImplemented
        return self._values == other._values

    def __getitem__(self, var):
        _check(var)
        return self._values[var]

    def __contains__(self, var):
        _check(var)
        return var in self._values

    def get(self, var, default=None, /):
        _check(var)
        return self._values.get(var, default)

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def keys(self):
        return self._values.keys()

    def values(self):
        return self._values.values()

    def items(self):
        return self._values.items()


def _check(var):
    if not isinstance(var, ContextVar):
        raise TypeError('a ContextVar key was expected, got %r' % (var,))


class Token:
    __module__ = '_contextvars'
    MISSING = _MISSING

    def __new__(cls, *args, **kwargs):
        raise RuntimeError('Tokens can only be created by ContextVars')

    def __hash__(self):
        raise TypeError("unhashable type: '_contextvars.Token'")

    def __init_subclass__(cls):
        raise TypeError("type '_contextvars.Token' is not an acceptable base type")

    __class_getitem__ = classmethod(generic_alias)

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle '_contextvars.Token' object")

    def __repr__(self):
        return '<Token%s var=%r at %#x>' % (' used' if self._used else '', self._var, id(self))

    @property
    def var(self):
        return self._var

    @property
    def old_value(self):
        return self._old


class ContextVar:
    __module__ = '_contextvars'

    def __init__(self, name, /, *, default=_MISSING):
        if not isinstance(name, str):
            raise TypeError('context variable name must be a str')
        self._name = name
        self._default = default

    def __init_subclass__(cls):
        raise TypeError("type '_contextvars.ContextVar' is not an acceptable base type")

    __class_getitem__ = classmethod(generic_alias)

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle '_contextvars.ContextVar' object")

    def __repr__(self):
        default = '' if self._default is _MISSING else ' default=%r' % (self._default,)
        return '<ContextVar name=%r%s at %#x>' % (self._name, default, id(self))

    @property
    def name(self):
        return self._name

    def get(self, default=_MISSING, /):
        context = _current.get(_get_ident())
        if context is not None:
            value = context._values.get(self, _MISSING)
            if value is not _MISSING:
                return value
        if default is not _MISSING:
            return default
        if self._default is not _MISSING:
            return self._default
        raise LookupError(self)

    def set(self, value, /):
        context = _here()
        token = object.__new__(Token)
        token._used = False
        token._var = self
        token._context = context
        token._old = context._values.get(self, _MISSING)
        context._set(self, value)
        return token

    def reset(self, token, /):
        if not isinstance(token, Token):
            raise TypeError('expected an instance of Token, got %r' % (token,))
        if token._used:
            raise RuntimeError('%r has already been used once' % token)
        if token._var is not self:
            raise ValueError('%r was created by a different ContextVar' % token)
        context = _here()
        if token._context is not context:
            raise ValueError('%r was created in a different Context' % token)
        token._used = True
        if token._old is _MISSING:
            context._unset(self)
        else:
            context._set(self, token._old)


def copy_context():
    return _here().copy()


_state.contexts_loaded()
