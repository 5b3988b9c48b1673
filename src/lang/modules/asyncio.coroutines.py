from _asyncio import iscoroutine
from _asyncio_select import is_coroutine_function as _is_coroutine_function

__all__ = ['iscoroutine', 'iscoroutinefunction']


def iscoroutinefunction(func):
    return _is_coroutine_function(func)
