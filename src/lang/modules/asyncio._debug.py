# The debug mode of a loop: what a callback takes is looked at, and told of where it is long.

from _thread import get_ident as _get_ident
from asyncio.coroutines import iscoroutine, iscoroutinefunction
from asyncio.events import Handle, TimerHandle
from heapq import heappush as _heappush
from logging import getLogger as _logger_of
from time import monotonic as _monotonic


def _run(handle):
    loop = handle._loop
    task = getattr(handle._callback, '__self__', None)
    begun = _monotonic()
    Handle._run(handle)
    took = _monotonic() - begun
    if took >= loop.slow_callback_duration:
        what = repr(task) if hasattr(task, 'get_coro') else repr(handle)
        _logger_of('asyncio').warning('Executing %s took %.3f seconds', what, took)


class _Watched(Handle):
    def _run(self):
        _run(self)


class _WatchedTimer(TimerHandle):
    def _run(self):
        _run(self)


_Watched.__name__ = _Watched.__qualname__ = 'Handle'
_WatchedTimer.__name__ = _WatchedTimer.__qualname__ = 'TimerHandle'


# The threads that call a loop in the way that other threads may.
_in_threadsafe = set()


# What is asked for in another thread than the loop's, or cannot be called, is refused.
def _check(loop, callback, method):
    me = _get_ident()
    if loop._thread is not None and loop._thread != me and me not in _in_threadsafe:
        raise RuntimeError('Non-thread-safe operation invoked on an event loop other than the current one')
    _check_callback(callback, method)


def _check_callback(callback, method):
    if iscoroutine(callback) or iscoroutinefunction(callback):
        raise TypeError('coroutines cannot be used with %s()' % method)
    if not callable(callback):
        raise TypeError('a callable object was expected by %s(), got %r' % (method, callback))


def call_soon(loop, callback, args, context):
    loop._check_closed()
    _check(loop, callback, 'call_soon')
    handle = _Watched(callback, args, loop)
    if context is not None:
        handle._context = context
    loop._ready.append(handle)
    return handle


def call_soon_threadsafe(loop, callback, args, context):
    loop._check_closed()
    _check_callback(callback, 'call_soon_threadsafe')
    me = _get_ident()
    _in_threadsafe.add(me)
    try:
        return type(loop).call_soon_threadsafe(loop, callback, *args, context=context)
    finally:
        _in_threadsafe.discard(me)


def call_at(loop, when, callback, args, context):
    if when is None:
        raise TypeError('when cannot be None')
    loop._check_closed()
    _check(loop, callback, 'call_at')
    timer = _WatchedTimer(when, callback, args, loop)
    if context is not None:
        timer._context = context
    _heappush(loop._scheduled, (when, timer))
    timer._scheduled = True
    return timer
