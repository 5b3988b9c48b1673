# wait_for(), timeout(), shield(): limits.
import asyncio


async def work(name, seconds):
    try:
        await asyncio.sleep(seconds)
        print(name, "done")
        return name
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    print(await asyncio.wait_for(work("quick", 0.01), 1))
    print(await asyncio.wait_for(work("no limit", 0.01), None))
    try:
        await asyncio.wait_for(work("slow", 10), 0.02)
    except TimeoutError as error:
        print("timeout", repr(error), type(error.__cause__).__name__)
    try:
        await asyncio.wait_for(work("at once", 10), 0)
    except asyncio.TimeoutError:
        print("no time at all")

    inner = asyncio.create_task(work("shielded", 0.05))
    try:
        await asyncio.wait_for(asyncio.shield(inner), 0.01)
    except TimeoutError:
        print("not waited for, but", inner.done())
    print(await inner)

    outer = asyncio.create_task(asyncio.wait_for(work("inside", 10), 5))
    await asyncio.sleep(0.01)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("from without")

    try:
        async with asyncio.timeout(0.02) as limit:
            await work("in a block", 10)
    except TimeoutError:
        print("block", limit.expired(), limit)
    async with asyncio.timeout(1) as limit:
        await work("in time", 0.01)
    print(limit.expired(), limit)
    async with asyncio.timeout(None) as limit:
        print(limit.when())
        limit.reschedule(asyncio.get_running_loop().time() + 1)
        await work("rescheduled", 0.01)
    try:
        limit.reschedule(None)
    except RuntimeError as error:
        print(error)
    try:
        async with asyncio.timeout(1):
            async with asyncio.timeout(0.01):
                await asyncio.sleep(10)
    except TimeoutError:
        print("the inner one")
    try:
        async with asyncio.timeout(0.01):
            try:
                await asyncio.sleep(10)
            finally:
                raise KeyError("of its own")
    except KeyError as error:
        print(error)
    print(asyncio.current_task().cancelling())


asyncio.run(main())

# expect:
# quick done
# quick
# no limit done
# no limit
# slow cancelled
# timeout TimeoutError() CancelledError
# no time at all
# not waited for, but False
# shielded done
# shielded
# inside cancelled
# from without
# in a block cancelled
# block True <Timeout [expired]>
# in time done
# False <Timeout [finished]>
# None
# rescheduled done
# Cannot change state of finished Timeout
# the inner one
# 'of its own'
# 0
