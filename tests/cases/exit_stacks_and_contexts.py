# What stacks of context managers do with exceptions, and with what is no context manager.
import asyncio
import traceback
from contextlib import AbstractAsyncContextManager, AsyncExitStack, ExitStack, asynccontextmanager, contextmanager


def chain(error):
    told = []
    while error is not None:
        told.append(repr(error))
        error = error.__context__
    return told


@contextmanager
def failing(error):
    """Fails on its way out."""
    try:
        yield
    finally:
        raise error


class Failing:
    def __init__(self, error, swallows=False):
        self.error = error
        self.swallows = swallows

    def __enter__(self):
        return self

    def __exit__(self, kind, error, tb):
        print("leaves", repr(error), tb is not None)
        if self.swallows:
            return True
        raise self.error


def attempt(fill):
    try:
        with ExitStack() as stack:
            fill(stack)
            raise ValueError(1)
    except Exception as error:
        print(chain(error))


attempt(lambda stack: [stack.enter_context(failing(KeyError(n))) for n in (4, 3, 2)])
attempt(lambda stack: [stack.enter_context(Failing(KeyError(n), n == 3)) for n in (4, 3, 2)])
attempt(lambda stack: stack.callback(lambda: 1 / 0))
print(failing(KeyError(1)).__doc__)


class Bare:
    pass


bare = Bare()
bare.__enter__ = bare.__exit__ = lambda *args: None
for wrong in (bare, 5):
    try:
        ExitStack().enter_context(wrong)
    except TypeError as error:
        print(error)


@contextmanager
def nothing():
    yield


try:
    with nothing():
        1 / 0
except ZeroDivisionError as error:
    print([frame.name for frame in traceback.extract_tb(error.__traceback__)])


@asynccontextmanager
async def failing_later(error):
    try:
        yield
    finally:
        await asyncio.sleep(0)
        raise error


class Manager(AbstractAsyncContextManager):
    pass


async def main():
    try:
        async with AsyncExitStack() as stack:
            stack.enter_context(failing(KeyError(3)))
            await stack.enter_async_context(failing_later(KeyError(2)))
            raise ValueError(1)
    except Exception as error:
        print(chain(error))
    try:
        await AsyncExitStack().enter_async_context(bare)
    except TypeError as error:
        print(error)
    try:
        Manager()
    except TypeError as error:
        print(error)
    print(issubclass(AsyncExitStack, AbstractAsyncContextManager), hasattr(AsyncExitStack, "__enter__"))


asyncio.run(main())

# expect:
# ['KeyError(4)', 'KeyError(3)', 'KeyError(2)', 'ValueError(1)']
# leaves ValueError(1) True
# leaves KeyError(2) True
# leaves None False
# ['KeyError(4)']
# ["ZeroDivisionError('division by zero')", 'ValueError(1)']
# Fails on its way out.
# '__main__.Bare' object does not support the context manager protocol
# 'builtins.int' object does not support the context manager protocol
# ['<module>']
# ['KeyError(3)', 'KeyError(2)', 'ValueError(1)']
# '__main__.Bare' object does not support the asynchronous context manager protocol
# Can't instantiate abstract class Manager with abstract method __aexit__
# True False
