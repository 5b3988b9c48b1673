# What asks an asynchronous generator for its next step can be awaited once; what is sent or thrown goes to the generator.
import asyncio


async def numbers():
    yield 1
    yield 2


async def echo():
    got = None
    while True:
        got = yield got


async def forgiving():
    try:
        yield 1
    except ZeroDivisionError:
        yield 'caught'


async def show(what, call):
    try:
        result = call()
        if hasattr(result, '__await__'):
            result = await result
        print(what, result)
    except BaseException as error:
        print(what, repr(error), repr(error.__cause__))


class Steps:
    def __aiter__(self):
        return self

    def __anext__(self):
        return self.awaitable


class Unwilling(Steps):
    @property
    def awaitable(self):
        return self

    def __await__(self):
        1 / 0


class Numeric(Steps):
    awaitable = 5


async def walk(steps):
    async for step in steps:
        pass


async def main():
    generator = numbers()
    asked = generator.__anext__()
    await show('once', lambda: asked)
    await show('twice', lambda: asked)
    await show('send', lambda: asked.send(None))
    await show('throw', lambda: asked.throw(ValueError))
    await show('close', asked.close)
    closing = generator.aclose()
    await show('closed', lambda: closing)
    await show('closed twice', lambda: closing)
    early = numbers().asend(1)
    await show('sent too early', lambda: early)
    await show('again', lambda: early)
    generator = numbers()
    await show('thrown first', lambda: generator.__anext__().throw(ZeroDivisionError('nothing')))
    await show('at its end', lambda: generator.__anext__())
    generator = forgiving()
    await generator.__anext__()
    await show('thrown', lambda: generator.__anext__().throw(ZeroDivisionError))
    generator = echo()
    await generator.__anext__()
    await show('sent', lambda: generator.__anext__().send(10))
    unwanted, unclosed = generator.__anext__(), generator.aclose()
    unwanted.close()
    unclosed.close()
    await show('unwanted', lambda: unwanted)
    await show('unclosed', lambda: unclosed)
    await show('told', lambda: generator.athrow(ValueError).send(1))
    await show('too many', lambda: anext(generator, 1, 2))
    print(type(generator.__anext__()).__name__, type(generator.aclose()).__name__)
    await show('unwilling', lambda: walk(Unwilling()))
    await show('numeric', lambda: walk(Numeric()))


asyncio.run(main())

# expect:
# once 1
# twice RuntimeError('cannot reuse already awaited __anext__()/asend()') None
# send RuntimeError('cannot reuse already awaited __anext__()/asend()') None
# throw RuntimeError('cannot reuse already awaited __anext__()/asend()') None
# close None
# closed None
# closed twice RuntimeError('cannot reuse already awaited aclose()/athrow()') None
# sent too early TypeError("can't send non-None value to a just-started async generator") None
# again RuntimeError('cannot reuse already awaited __anext__()/asend()') None
# thrown first ZeroDivisionError('nothing') None
# at its end StopAsyncIteration() None
# thrown StopIteration('caught') None
# sent StopIteration(10) None
# unwanted RuntimeError('cannot reuse already awaited __anext__()/asend()') None
# unclosed RuntimeError('cannot reuse already awaited aclose()/athrow()') None
# told RuntimeError("can't send non-None value to a just-started coroutine") None
# too many TypeError('anext expected at most 2 arguments, got 3') None
# async_generator_asend async_generator_athrow
# unwilling TypeError("'async for' received an invalid object from __anext__: Unwilling") ZeroDivisionError('division by zero')
# numeric TypeError("'async for' received an invalid object from __anext__: int") TypeError("object int can't be used in 'await' expression")
