# The debug mode of a loop: what a callback takes is looked at, and told of where it is long.

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


def call_soon(loop, callback, args, context):
    loop._check_closed()
    handle = _Watched(callback, args, loop)
    if context is not None:
        handle._context = context
    loop._ready.append(handle)
    return handle


def call_at(loop, when, callback, args, context):
    if when is None:
        raise TypeError('when cannot be None')
    loop._check_closed()
    timer = _WatchedTimer(when, callback, args, loop)
    if context is not None:
        timer._context = context
    _heappush(loop._scheduled, (when, timer))
    timer._scheduled = True
    return timer
