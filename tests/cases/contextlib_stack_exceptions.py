# What a stack of context managers raises has the chain that nested with statements give it.
import asyncio
import contextlib
import weakref


class Changes:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        return self

    def __exit__(self, kind, exc, tb):
        print(self.name, 'leaves with', repr(exc), tb is not None)
        raise KeyError(self.name)


class Swallows(Changes):
    def __exit__(self, kind, exc, tb):
        print(self.name, 'swallows', repr(exc), tb is not None)
        return True

    async def __aenter__(self):
        return self

    async def __aexit__(self, *details):
        return self.__exit__(*details)


def chain(exc):
    links = []
    while exc is not None:
        links.append(repr(exc))
        exc = exc.__context__
    return ' <- '.join(links)


@contextlib.contextmanager
def ends_with(new):
    try:
        yield
    finally:
        raise new


def fails(*_):
    raise ValueError('callback')


try:
    with contextlib.ExitStack() as stack:
        stack.enter_context(Changes('first'))
        stack.enter_context(Changes('second'))
        stack.callback(fails)
        1 / 0
except KeyError as exc:
    print(chain(exc))

try:
    with contextlib.ExitStack() as stack:
        stack.enter_context(Changes('outer'))
        stack.enter_context(Swallows('inner'))
        stack.push(fails)
        1 / 0
except KeyError as exc:
    print(chain(exc))

first, second, third = LookupError(1), LookupError(2), LookupError(3)
try:
    with contextlib.ExitStack() as stack:
        stack.enter_context(ends_with(third))
        stack.enter_context(ends_with(second))
        raise first
except LookupError as exc:
    print(chain(exc))

with contextlib.ExitStack() as stack:
    stack.enter_context(Swallows('all'))
    stack.callback(fails)
print('goes on')


async def with_await():
    try:
        async with contextlib.AsyncExitStack() as stack:
            stack.enter_context(Changes('plain'))
            await stack.enter_async_context(Swallows('awaited'))
            stack.push_async_exit(Swallows('pushed'))
            stack.callback(fails)
            raise first
    except KeyError as exc:
        print(chain(exc))
    for what in (stack.enter_context, stack.enter_async_context):
        try:
            result = what(3)
            if result is not None:
                await result
        except TypeError as exc:
            print(exc)


asyncio.run(with_await())
try:
    contextlib.ExitStack().enter_context(object())
except TypeError as exc:
    print(exc)


# A method that an instance has is no part of the protocol.
class Bare:
    pass


bare = Bare()
bare.__enter__ = bare.__exit__ = lambda *details: None
stack = contextlib.ExitStack()
try:
    stack.enter_context(bare)
except TypeError as exc:
    print(exc)
with stack:
    stack.push(bare)
    print(stack.pop_all()._exit_callbacks[-1][1] is bare)

# A generator that does not stop is closed, and its arguments die when it lets them.


class Argument:
    pass


@contextlib.contextmanager
def lets_go(argument):
    known = weakref.ref(argument)
    del argument
    print('alive:', known() is not None)
    yield


with lets_go(Argument()):
    pass


@contextlib.contextmanager
def twice():
    """Yields twice."""
    yield 1
    yield 2


manager = twice()
try:
    with manager:
        pass
except RuntimeError as exc:
    print(exc, manager.gen.gi_frame is None, manager.__doc__)


class Half(contextlib.AbstractAsyncContextManager):
    pass


try:
    Half()
except TypeError as exc:
    print(exc)
print(issubclass(Swallows, contextlib.AbstractAsyncContextManager), issubclass(Changes, contextlib.AbstractAsyncContextManager))
print(isinstance(manager, contextlib.ContextDecorator), issubclass(contextlib.ExitStack, contextlib.AbstractContextManager))

# expect:
# second leaves with ValueError('callback') True
# first leaves with KeyError('second') True
# KeyError('first') <- KeyError('second') <- ValueError('callback') <- ZeroDivisionError('division by zero')
# inner swallows ValueError('callback') True
# outer leaves with None False
# KeyError('outer')
# LookupError(3) <- LookupError(2) <- LookupError(1)
# all swallows ValueError('callback') True
# goes on
# pushed swallows ValueError('callback') True
# awaited swallows None False
# plain leaves with None False
# KeyError('plain')
# 'builtins.int' object does not support the context manager protocol
# 'builtins.int' object does not support the asynchronous context manager protocol
# 'builtins.object' object does not support the context manager protocol
# '__main__.Bare' object does not support the context manager protocol
# True
# alive: False
# generator didn't stop True Yields twice.
# Can't instantiate abstract class Half with abstract method __aexit__
# True False
# True True
