# Condition.
import asyncio


async def consumer(condition, items, name):
    async with condition:
        await condition.wait_for(lambda: items)
        print(name, "takes", items.pop(0))


async def main():
    condition, items = asyncio.Condition(), []
    consumers = [asyncio.create_task(consumer(condition, items, n)) for n in range(3)]
    await asyncio.sleep(0)
    async with condition:
        items.append("first")
        condition.notify()
    await asyncio.sleep(0.01)
    async with condition:
        items.extend(["second", "third"])
        condition.notify_all()
    await asyncio.gather(*consumers)
    for ask in (condition.notify, condition.notify_all):
        try:
            ask()
        except RuntimeError as error:
            print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)
    lock = asyncio.Lock()
    condition = asyncio.Condition(lock)

    async def waits():
        async with condition:
            try:
                await condition.wait()
            finally:
                print("has it again", lock.locked())

    task = asyncio.create_task(waits())
    await asyncio.sleep(0)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True), lock.locked())


asyncio.run(main())

# expect:
# 0 takes first
# 1 takes second
# 2 takes third
# cannot notify on un-acquired lock
# cannot notify on un-acquired lock
# cannot wait on un-acquired lock
# has it again True
# [CancelledError('')] False
