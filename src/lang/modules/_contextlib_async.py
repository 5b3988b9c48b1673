# Context managers that are entered and left with await.

from _contextlib_exits import Exits as _Exits, Leaving as _Leaving, leave_of as _leave_of, method_of as _method_of
from abc import ABC as _ABC, abstractmethod as _abstractmethod
from collections.abc import _has
from functools import wraps as _wraps

class AbstractAsyncContextManager(_ABC):
    __module__ = 'contextlib'

    async def __aenter__(self):
        return self

    @_abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, kind):
        return _has(kind, '__aenter__', '__aexit__') if cls is AbstractAsyncContextManager else NotImplemented

    __class_getitem__ = classmethod(generic_alias)

class AsyncContextDecorator:
    __module__ = 'contextlib'

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @_wraps(func)
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return inner

class _AsyncGeneratorContextManager(AbstractAsyncContextManager, AsyncContextDecorator):
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        self.__doc__ = type(self).__doc__ if func.__doc__ is None else func.__doc__

    def _recreate_cm(self):
        return type(self)(self.func, self.args, self.kwds)

    async def __aenter__(self):
        # What it was made with is no longer needed.
        del self.func, self.args, self.kwds
        try:
            return await self.gen.__anext__()
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, exc_type, exc_value, traceback):
        if exc_type is None:
            try:
                await self.gen.__anext__()
            except StopAsyncIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                await self.gen.aclose()
        if exc_value is None:
            exc_value = exc_type()
        try:
            await self.gen.athrow(exc_value)
        except StopAsyncIteration as exc:
            return exc is not exc_value
        except BaseException as exc:
            is_end = isinstance(exc_value, (StopIteration, StopAsyncIteration))
            is_wrapped = type(exc) is RuntimeError and is_end and exc.__cause__ is exc_value
            if exc is not exc_value and not is_wrapped:
                raise
            # The generator has no part in it.
            exc_value.__traceback__ = traceback
            return False
        try:
            raise RuntimeError("generator didn't stop after athrow()")
        finally:
            await self.gen.aclose()

def asynccontextmanager(func):
    @_wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)
    return helper

class aclosing(AbstractAsyncContextManager):
    __module__ = 'contextlib'

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()

class AsyncExitStack(_Exits, AbstractAsyncContextManager):
    __module__ = 'contextlib'

    async def __aenter__(self):
        return self

    async def enter_async_context(self, cm):
        enter = _method_of(cm, '__aenter__', 'asynchronous context manager')
        _method_of(cm, '__aexit__', 'asynchronous context manager')
        result = await enter()
        self._push(_leave_of(cm, '__aexit__'), False)
        return result

    def push_async_exit(self, exit):
        self._push(_leave_of(exit, '__aexit__'), False)
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        async def leave(exc_type, exc, tb):
            await callback(*args, **kwds)
        leave.__wrapped__ = callback
        self._push(leave, False)
        return callback

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aexit__(self, *details):
        leaving = _Leaving(details[1])
        while self._exit_callbacks:
            is_sync, leave = self._exit_callbacks.pop()
            try:
                swallows = leave(*leaving.details())
                leaving.left(swallows if is_sync else await swallows)
            except BaseException as error:
                leaving.failed(error)
        return leaving.ended()
