__all__ = ['register', 'unregister']

import threading as _threading

# The end of a program, which `threading` leads, calls these once all threads that are no daemons have ended.
_calls = _threading._at_exit

def register(func, /, *args, **kwargs):
    if not callable(func):
        raise TypeError('the first argument must be callable')
    _calls.append((func, args, kwargs))
    return func

def unregister(func, /):
    _calls[:] = [call for call in _calls if call[0] != func]

def _run_exitfuncs():
    _threading._call_at_exit()

def _ncallbacks():
    return len(_calls)

def _clear():
    _calls.clear()
