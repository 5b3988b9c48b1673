__all__ = [
    'AbstractAsyncContextManager', 'AbstractContextManager', 'AsyncContextDecorator', 'AsyncExitStack',
    'ContextDecorator', 'ExitStack', 'aclosing', 'asynccontextmanager', 'chdir', 'closing', 'contextmanager',
    'nullcontext', 'redirect_stderr', 'redirect_stdout', 'suppress',
]

from _contextlib_exits import Exits as _Exits, Leaving as _Leaving
from abc import ABC as _ABC, abstractmethod as _abstractmethod
from collections.abc import _has
from functools import wraps as _wraps

class AbstractContextManager(_ABC):
    def __enter__(self):
        return self

    @_abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, kind):
        return _has(kind, '__enter__', '__exit__') if cls is AbstractContextManager else NotImplemented

    __class_getitem__ = classmethod(generic_alias)

class ContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @_wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return inner

class _GeneratorContextManager(AbstractContextManager, ContextDecorator):
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        self.__doc__ = type(self).__doc__ if func.__doc__ is None else func.__doc__

    def _recreate_cm(self):
        return type(self)(self.func, self.args, self.kwds)

    def __enter__(self):
        # What it was made with is no longer needed.
        del self.func, self.args, self.kwds
        for value in self.gen:
            return value
        raise RuntimeError("generator didn't yield") from None

    def __exit__(self, exc_type, exc_value, traceback):
        if exc_type is None:
            for _ in self.gen:
                try:
                    raise RuntimeError("generator didn't stop")
                finally:
                    self.gen.close()
            return False
        if exc_value is None:
            exc_value = exc_type()
        try:
            self.gen.throw(exc_value)
        except StopIteration as exc:
            # One that the generator lets through is its caller's; its own end swallows the exception.
            return exc is not exc_value
        except BaseException as exc:
            is_wrapped = type(exc) is RuntimeError and isinstance(exc_value, StopIteration) and exc.__cause__ is exc_value
            if exc is not exc_value and not is_wrapped:
                raise
            # The generator has no part in it.
            exc_value.__traceback__ = traceback
            return False
        try:
            raise RuntimeError("generator didn't stop after throw()")
        finally:
            self.gen.close()

def contextmanager(func):
    @_wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return helper

class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()

class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        return exctype is not None and issubclass(exctype, self._exceptions)

class nullcontext(AbstractContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

class ExitStack(_Exits, AbstractContextManager):
    def close(self):
        self.__exit__(None, None, None)

    def __exit__(self, *details):
        leaving = _Leaving(details[1])
        while self._exit_callbacks:
            _, leave = self._exit_callbacks.pop()
            try:
                leaving.left(leave(*leaving.details()))
            except BaseException as error:
                leaving.failed(error)
        return leaving.ended()

class _Redirect(AbstractContextManager):
    def __init__(self, new_target):
        self._new_target = new_target
        self._before = []

    def __enter__(self):
        import sys
        self._before.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        import sys
        setattr(sys, self._stream, self._before.pop())

class redirect_stdout(_Redirect):
    _stream = 'stdout'

class redirect_stderr(_Redirect):
    _stream = 'stderr'

from _contextlib_async import AbstractAsyncContextManager, AsyncContextDecorator, AsyncExitStack, aclosing
from _contextlib_async import asynccontextmanager
