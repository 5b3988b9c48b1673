# cancelling counts the requests, uncancel takes one back: how a task that has dealt with a cancellation can go on.
import asyncio


async def persistent(log):
    task = asyncio.current_task()
    for attempt in range(3):
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            log.append((attempt, task.cancelling(), task.uncancel(), task.cancelling()))
    async with asyncio.timeout(60):
        await asyncio.sleep(0)
    return 'done'


async def forgetful(log):
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        pass
    log.append(asyncio.current_task().cancelling())
    await asyncio.sleep(0)
    return 'went on all the same'


async def main():
    log = []
    task = asyncio.create_task(persistent(log))
    for _ in range(3):
        await asyncio.sleep(0)
        print(task.cancel(), end=' ')
    print(await task, log, task.cancelled(), task.uncancel())
    log.clear()
    task = asyncio.create_task(forgetful(log))
    await asyncio.sleep(0)
    task.cancel('one')
    task.cancel('two')
    print(task.cancelling(), await task, log, task.cancel())


asyncio.run(main())

# expect:
# True True True done [(0, 1, 0, 0), (1, 1, 0, 0), (2, 1, 0, 0)] False 0
# 2 went on all the same [2] False
