# Event.
import asyncio


async def waiter(event, name):
    print(name, "waits")
    print(name, await event.wait())


async def main():
    event = asyncio.Event()
    print(event.is_set())
    waiting = [asyncio.create_task(waiter(event, n)) for n in range(3)]
    await asyncio.sleep(0.01)
    print("set")
    event.set()
    event.set()
    print(event.is_set())
    await asyncio.gather(*waiting)
    print(await event.wait())
    event.clear()
    try:
        await asyncio.wait_for(event.wait(), 0.01)
    except TimeoutError:
        print("not set", event.is_set())


asyncio.run(main())

# expect:
# False
# 0 waits
# 1 waits
# 2 waits
# set
# True
# 0 True
# 1 True
# 2 True
# True
# not set False
