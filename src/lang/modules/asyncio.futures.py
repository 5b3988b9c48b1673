# Futures of the loop, and how one of a pool becomes one of the loop.

from _asyncio import Future, isfuture
from _library import work as _library
from asyncio.events import get_event_loop
import concurrent.futures as _pools

__all__ = ['Future', 'isfuture', 'wrap_future']


def wrap_future(future, *, loop=None):
    if isfuture(future):
        return future
    if not isinstance(future, _pools.Future):
        raise AssertionError('concurrent.futures.Future is expected, got %r' % (future,))
    if loop is None:
        loop = get_event_loop()
    _library('future of a thread')
    wrapped = loop.create_future()
    wrapped._awaited_as = 'another thread'

    def cancelled_here(wrapped):
        if wrapped.cancelled():
            future.cancel()

    def done_there(future):
        if not (wrapped.cancelled() and loop.is_closed()):
            loop.call_soon_threadsafe(_copy, future, wrapped)

    wrapped.add_done_callback(cancelled_here)
    future.add_done_callback(done_there)
    return wrapped


def _copy(future, wrapped):
    if wrapped.cancelled():
        return
    if future.cancelled():
        wrapped.cancel()
        return
    error = future.exception()
    if error is None:
        wrapped.set_result(future.result())
    elif type(error) is _pools.CancelledError:
        from asyncio.exceptions import CancelledError
        wrapped.set_exception(CancelledError(*error.args))
    else:
        wrapped.set_exception(error)
