# What stacks of context managers have in common: whom they leave, and which exception is on its way meanwhile.

from collections import deque as _deque
from functools import wraps as _wraps
from sys import exc_info as _exc_info

def method_of(manager, name, what):
    found = getattr(type(manager), name, None)
    if found is None:
        kind = type(manager)
        raise TypeError(f"'{kind.__module__}.{kind.__qualname__}' object does not support the {what} protocol")
    return lambda *args: found(manager, *args)

# A method of the manager's class, bound to the manager.
class _Leave:
    def __init__(self, manager, function):
        self.__self__ = manager
        self.__func__ = function

    def __call__(self, *args):
        return self.__func__(self.__self__, *args)

# How a manager is left, or what was given in place of one.
def leave_of(exit, name):
    found = getattr(type(exit), name, None)
    return exit if found is None else _Leave(exit, found)

class Exits:
    def __init__(self):
        # Whether each is called without await, and what is called.
        self._exit_callbacks = _deque()

    def pop_all(self):
        other = type(self)()
        other._exit_callbacks, self._exit_callbacks = self._exit_callbacks, _deque()
        return other

    def _push(self, leave, is_sync=True):
        self._exit_callbacks.append((is_sync, leave))

    def push(self, exit):
        self._push(leave_of(exit, '__exit__'))
        return exit

    def enter_context(self, cm):
        enter = method_of(cm, '__enter__', 'context manager')
        method_of(cm, '__exit__', 'context manager')
        result = enter()
        self._push(leave_of(cm, '__exit__'))
        return result

    def callback(self, callback, /, *args, **kwds):
        def leave(exc_type, exc, tb):
            callback(*args, **kwds)
        leave.__wrapped__ = callback
        self._push(leave)
        return callback

# What is on its way while a stack is left.
class Leaving:
    def __init__(self, error):
        self._first = self._pending = error
        # What is being handled around the stack is no context of what happens within.
        self._around = _exc_info()[1]

    def details(self):
        error = self._pending
        return (None, None, None) if error is None else (type(error), error, error.__traceback__)

    def left(self, swallows):
        if swallows:
            self._pending = None

    # Of an exception raised meanwhile the last context is what was on its way before, as in nested blocks.
    def failed(self, error):
        last, before = error, self._pending
        while True:
            context = last.__context__
            if context is None or context is before:
                break
            if context is self._around:
                last.__context__ = before
                break
            last = context
        self._pending = error

    def ended(self):
        error = self._pending
        if error is not None and error is not self._first:
            context = error.__context__
            try:
                raise error
            except BaseException:
                error.__context__ = context
                raise
        return self._first is not None and error is None
