# What tasks have waited for in one loop cannot be waited for in another.
import asyncio

lock, event, semaphore, condition, queue = (
    asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(0), asyncio.Condition(), asyncio.Queue())


async def in_condition():
    async with condition:
        await condition.wait()


def waits():
    return [lock.acquire(), event.wait(), semaphore.acquire(), in_condition(), queue.get()]


async def first():
    await lock.acquire()
    tasks = [asyncio.create_task(wait) for wait in waits()]
    await asyncio.sleep(0.01)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def second():
    for wait in waits():
        try:
            await asyncio.wait_for(wait, 0.01)
        except RuntimeError as problem:
            shown, _, rest = str(problem).partition(' is ')
            print(shown.split()[0], rest)
    # What nobody waits for belongs to no loop.
    event.set()
    print(await event.wait(), lock.locked())


asyncio.run(first())
asyncio.run(second())

# expect:
# <asyncio.locks.Lock bound to a different event loop
# <asyncio.locks.Event bound to a different event loop
# <asyncio.locks.Semaphore bound to a different event loop
# <asyncio.locks.Condition bound to a different event loop
# <Queue bound to a different event loop
# True True
