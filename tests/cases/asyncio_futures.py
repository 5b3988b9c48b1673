# Futures as such.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future.done(), asyncio.isfuture(future), asyncio.isfuture(5), future.get_loop() is loop, future)
    loop.call_later(0.01, future.set_result, 42)
    print(await future, await future, future.result(), future)
    try:
        future.set_result(43)
    except asyncio.InvalidStateError as error:
        print(error)
    print(future.cancel(), future.cancelled())

    future = asyncio.Future()
    for ask in (future.result, future.exception):
        try:
            ask()
        except asyncio.InvalidStateError as error:
            print(error)
    future.set_exception(ValueError("set"))
    try:
        await future
    except ValueError as error:
        print(error, future.exception() is error, future)
    future = loop.create_future()
    for wrong in (5, StopIteration):
        try:
            future.set_exception(wrong)
        except TypeError as error:
            print(type(error).__name__)
    future.set_exception(KeyError)
    print(repr(future.exception()))

    future = loop.create_future()
    print(future.cancel("why"), future.cancelled(), future.done(), future)
    try:
        await future
    except asyncio.CancelledError as error:
        print(error.args)

    class Own:
        def __await__(self):
            yield from asyncio.sleep(0.001).__await__()
            return "own"

    print(await Own(), await asyncio.gather(Own(), Own()), await asyncio.ensure_future(Own()))

    async def waits_for(future):
        return await future

    future = loop.create_future()
    both = [asyncio.create_task(waits_for(future)) for i in range(2)]
    await asyncio.sleep(0)
    future.set_result("for both")
    print(await asyncio.gather(*both))

    async def itself():
        await task

    task = asyncio.create_task(itself())
    try:
        await task
    except RuntimeError as error:
        print(str(error)[:27])

    class Bad:
        def __await__(self):
            yield 5

    try:
        await asyncio.ensure_future(Bad())
    except RuntimeError as error:
        print(error)


asyncio.run(main())

# expect:
# False True False True <Future pending>
# 42 42 42 <Future finished result=42>
# invalid state
# False False
# Result is not set.
# Exception is not set.
# set True <Future finished exception=ValueError('set')>
# TypeError
# TypeError
# KeyError()
# True True True <Future cancelled>
# ('why',)
# own ['own', 'own'] own
# ['for both', 'for both']
# Task cannot await on itself
# Task got bad yield: 5
