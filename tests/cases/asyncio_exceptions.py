# What fails in tasks, and who gets it.
import asyncio


async def fails(error, after=0):
    await asyncio.sleep(after)
    raise error


async def works(value, after=0):
    await asyncio.sleep(after)
    return value


async def main():
    try:
        await fails(ValueError("direct"))
    except ValueError as error:
        print("caught", error)
    task = asyncio.create_task(fails(KeyError("in a task")))
    try:
        await task
    except KeyError as error:
        print("caught", error, task.done(), repr(task.exception()))
    try:
        await asyncio.gather(works(1, 0.05), fails(ValueError("first"), 0.01), fails(KeyError("second"), 0.03))
    except ValueError as error:
        print("gather raised", error)
    results = await asyncio.gather(works(1), fails(ValueError("kept")), works(3), return_exceptions=True)
    print(results)
    task = asyncio.create_task(works(1))
    for ask in (task.result, task.exception):
        try:
            ask()
        except asyncio.InvalidStateError as error:
            print(type(error).__name__, error)
    await task
    try:
        task.set_result(1)
    except RuntimeError as error:
        print(error)
    try:
        asyncio.create_task(5)
    except TypeError as error:
        print(error)
    try:
        await asyncio.gather(5)
    except TypeError as error:
        print(error)
    coroutine = works(1)
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        print(error)
    coroutine.close()


asyncio.run(main())
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
try:
    asyncio.run(main)
except ValueError as error:
    print(str(error)[:26])
try:
    asyncio.run(fails(OSError("out of run")))
except OSError as error:
    print(error)
print(asyncio.CancelledError.__mro__[1], asyncio.TimeoutError is TimeoutError)

# expect:
# caught direct
# caught 'in a task' True KeyError('in a task')
# gather raised first
# [1, ValueError('kept'), 3]
# InvalidStateError Result is not set.
# InvalidStateError Exception is not set.
# Task does not support set_result operation
# a coroutine was expected, got 5
# An asyncio.Future, a coroutine or an awaitable is required
# asyncio.run() cannot be called from a running event loop
# no running event loop
# a coroutine was expected, 
# out of run
# <class 'BaseException'> True
