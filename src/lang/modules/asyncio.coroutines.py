from _asyncio import iscoroutine
from _asyncio_select import is_coroutine_function as _is_coroutine_function

__all__ = ['iscoroutine', 'iscoroutinefunction']


# What is called and gives something to be awaited, though it is no coroutine function, says so by having this.
_is_coroutine = object()


def iscoroutinefunction(func):
    if getattr(func, '_is_coroutine', None) is _is_coroutine:
        return True
    return _is_coroutine_function(func.func if type(func).__name__ == 'partial' else func)
