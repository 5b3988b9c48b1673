# What a program wants done at its end, the last first.

from threading import _at_exit, _run_at_exit as _run_exitfuncs

__all__ = ['register', 'unregister']


def register(func, /, *args, **kwargs):
    if not callable(func):
        raise TypeError('the first argument must be callable')
    _at_exit.append((func, args, kwargs))
    return func


def unregister(func, /):
    _at_exit[:] = [entry for entry in _at_exit if entry[0] != func]
