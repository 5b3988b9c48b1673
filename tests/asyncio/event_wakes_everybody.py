# An asyncio Event: all who wait go on in the order of their waiting; clear makes the next ones wait again.
import asyncio


async def main():
    event, log = asyncio.Event(), []

    async def wait(name):
        log.append((name, await event.wait()))

    tasks = [asyncio.create_task(wait(name)) for name in 'abc']
    await asyncio.sleep(0)
    print(event.is_set(), log, 'waiters:3' in repr(event))
    tasks[1].cancel()
    event.set()
    await asyncio.wait(tasks)
    print(log, tasks[1].cancelled(), await event.wait())
    event.clear()
    event.clear()
    try:
        await asyncio.wait_for(event.wait(), 0.001)
    except asyncio.TimeoutError:
        print('waits again', event.is_set())
    waiting = asyncio.create_task(wait('late'))
    await asyncio.sleep(0)
    event.set()
    event.clear()
    await waiting
    print(log[-1], 'a short pulse is enough', event.is_set())


asyncio.run(main())

# expect:
# False [] True
# [('a', True), ('c', True)] True True
# waits again False
# ('late', True) a short pulse is enough False
