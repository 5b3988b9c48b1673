# Cancellation: when it arrives, who may refuse it, and what it leaves.
import asyncio


async def sleeper(name):
    try:
        print(name, "sleeps")
        await asyncio.sleep(100)
    except asyncio.CancelledError as error:
        print(name, "cancelled", error.args)
        raise
    finally:
        print(name, "cleans up")


async def stubborn():
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print("no")
    return "stays"


async def main():
    task = asyncio.create_task(sleeper("one"))
    await asyncio.sleep(0)
    print(task.cancel(), task.cancelled(), task.cancelling())
    try:
        await task
    except asyncio.CancelledError as error:
        print("main sees", error.args, task.cancelled(), task.done())
    print(task.cancel())
    for ask in (task.result, task.exception):
        try:
            ask()
        except asyncio.CancelledError as error:
            print("ask", error.args)

    task = asyncio.create_task(sleeper("two"))
    await asyncio.sleep(0)
    task.cancel("because")
    try:
        await task
    except asyncio.CancelledError as error:
        print("main sees", error.args)

    task = asyncio.create_task(sleeper("never begun"))
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("not even begun")

    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel()
    print(await task, task.cancelled(), task.cancelling(), task.uncancel(), task.uncancel())

    async def itself():
        asyncio.current_task().cancel()
        print("goes on until it awaits")
        await asyncio.sleep(0)
        print("never")

    try:
        await asyncio.create_task(itself())
    except asyncio.CancelledError:
        print("itself cancelled")

    async def last_step():
        asyncio.current_task().cancel()
        return "lost"

    task = asyncio.create_task(last_step())
    await asyncio.wait([task])
    print(task.cancelled())

    gathering = asyncio.gather(sleeper("x"), sleeper("y"))
    await asyncio.sleep(0)
    gathering.cancel()
    try:
        await gathering
    except asyncio.CancelledError:
        print("gather cancelled", gathering.cancelled(), gathering.done())

    one, other = asyncio.create_task(sleeper("p")), asyncio.create_task(asyncio.sleep(0.01, "q"))
    await asyncio.sleep(0)
    one.cancel()
    print(await asyncio.gather(one, other, return_exceptions=True))

    async def awaits(other):
        try:
            await other
        except asyncio.CancelledError:
            print("passed on")
            raise

    inner = asyncio.create_task(sleeper("inner"))
    outer = asyncio.create_task(awaits(inner))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    outer.cancel()
    await asyncio.wait([outer])
    print(inner.cancelled(), outer.cancelled())


asyncio.run(main())

# expect:
# one sleeps
# True False 1
# one cancelled ()
# one cleans up
# main sees () True True
# False
# ask ()
# ask ()
# two sleeps
# two cancelled ('because',)
# two cleans up
# main sees ('because',)
# not even begun
# no
# stays False 1 0 0
# goes on until it awaits
# itself cancelled
# True
# x sleeps
# y sleeps
# x cancelled ()
# x cleans up
# y cancelled ()
# y cleans up
# gather cancelled False True
# p sleeps
# p cancelled ()
# p cleans up
# [CancelledError(''), 'q']
# inner sleeps
# inner cancelled ()
# inner cleans up
# passed on
# True True
