# Context managers that are entered and left with await.

from functools import wraps as _wraps

class AbstractAsyncContextManager:
    __module__ = 'contextlib'

    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc_value, traceback):
        return None

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
        self._make = lambda: func(*args, **kwds)
        self.gen = self._make()

    def _recreate_cm(self):
        return _AsyncGeneratorContextManager(self._make, (), {})

    async def __aenter__(self):
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
            raise RuntimeError("generator didn't stop")
        if exc_value is None:
            exc_value = exc_type()
        try:
            await self.gen.athrow(exc_value)
        except StopAsyncIteration as exc:
            return exc is not exc_value
        except RuntimeError as exc:
            if exc is exc_value:
                return False
            if isinstance(exc_value, (StopIteration, StopAsyncIteration)) and exc.__cause__ is exc_value:
                return False
            raise
        except BaseException as exc:
            if exc is not exc_value:
                raise
            return False
        raise RuntimeError("generator didn't stop after athrow()")

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

class AsyncExitStack(AbstractAsyncContextManager):
    __module__ = 'contextlib'

    def __init__(self):
        self._exits = []

    def enter_context(self, cm):
        result = cm.__enter__()
        self._exits.append((False, cm.__exit__))
        return result

    async def enter_async_context(self, cm):
        result = await cm.__aenter__()
        self._exits.append((True, cm.__aexit__))
        return result

    def push(self, exit):
        self._exits.append((False, exit.__exit__ if hasattr(exit, '__exit__') else exit))
        return exit

    def push_async_exit(self, exit):
        self._exits.append((True, exit.__aexit__ if hasattr(exit, '__aexit__') else exit))
        return exit

    def callback(self, callback, /, *args, **kwds):
        def leave(exc_type, exc, tb):
            callback(*args, **kwds)
        self._exits.append((False, leave))
        return callback

    def push_async_callback(self, callback, /, *args, **kwds):
        async def leave(exc_type, exc, tb):
            await callback(*args, **kwds)
        self._exits.append((True, leave))
        return callback

    def pop_all(self):
        other = type(self)()
        other._exits = self._exits
        self._exits = []
        return other

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aexit__(self, exc_type, exc, tb):
        pending = exc
        while self._exits:
            is_async, leave = self._exits.pop()
            details = (None, None, None) if pending is None else (type(pending), pending, None)
            try:
                swallows = leave(*details)
                if is_async:
                    swallows = await swallows
                if swallows and pending is not None:
                    pending = None
            except BaseException as new:
                pending = new
        if pending is not None and pending is not exc:
            raise pending
        return exc is not None and pending is None
