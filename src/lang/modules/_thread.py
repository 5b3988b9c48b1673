# Threads without the module `threading`: nobody joins them, and they end with the main thread.

from _thread import RLock, TIMEOUT_MAX, allocate_lock, get_ident, get_native_id, start_thread as _start
from _unraisable import report as _report
from operator import index as _index
from sys import modules as _modules

__all__ = ['LockType', 'RLock', 'TIMEOUT_MAX', 'allocate', 'allocate_lock', 'error', 'exit', 'exit_thread', 'get_ident',
           'get_native_id', 'interrupt_main', 'stack_size', 'start_new', 'start_new_thread']

LockType = type(allocate_lock())
allocate = allocate_lock
error = RuntimeError
_running = 0


class _Start:
    def __init__(self, function, args, kwargs):
        self.call = function, args, kwargs
        self.ident = None
        self.begun = allocate_lock()
        self.begun.acquire()


def _begin(start):
    global _running
    function, args, kwargs = start.call
    start.ident = get_ident()
    _running += 1
    start.begun.release()
    try:
        function(*args, **kwargs)
    except SystemExit:
        pass
    except BaseException as problem:
        _report(problem, function, 'Exception ignored in thread started by')
    finally:
        _running -= 1
        threading = _modules.get('threading')
        if threading is not None:
            threading._drop_locals()


# Returns once the thread has begun: only then its ident is known.
def start_new_thread(function, args, kwargs={}, /):
    if not callable(function):
        raise TypeError('first arg must be callable')
    if not isinstance(args, tuple):
        raise TypeError('2nd arg must be a tuple')
    if not isinstance(kwargs, dict):
        raise TypeError('optional 3rd arg must be a dictionary')
    start = _Start(function, args, kwargs)
    if not _start(_begin, start, getattr(function, '__name__', 'a thread')):
        raise RuntimeError("can't start new thread")
    start.begun.acquire()
    return start.ident


start_new = start_new_thread


def exit():
    raise SystemExit


exit_thread = exit


def _count():
    return _running


_stack_size = 0


# The size is noted, and remains the system's business.
def stack_size(size=0, /):
    global _stack_size
    before, size = _stack_size, _index(size)
    if size < 0:
        raise ValueError('size must be 0 or a positive value')
    if 0 < size < 32768:
        raise ValueError('size not valid: %d bytes' % size)
    _stack_size = size
    return before


# Nobody is interrupted where the program has no handler.
def interrupt_main(signum=2, /):
    from signal import getsignal, raise_signal
    if callable(getsignal(signum)):
        raise_signal(signum)
