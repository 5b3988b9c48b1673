# A periodic task: ticks until it is cancelled, does not pile up when a tick takes long, and survives a failing tick.
import asyncio


async def every(interval, function, log):
    loop = asyncio.get_running_loop()
    next_tick = loop.time()
    try:
        while True:
            try:
                await function()
            except ArithmeticError as error:
                log.append(f'ignored: {error}')
            next_tick = max(next_tick + interval, loop.time())
            await asyncio.sleep(next_tick - loop.time())
    finally:
        log.append('stopped')


async def main():
    log, enough = [], asyncio.Event()

    async def tick():
        log.append('tick')
        if log.count('tick') == 2:
            raise ArithmeticError('bad tick')
        if log.count('tick') == 4:
            enough.set()

    task = asyncio.create_task(every(0.001, tick, log))
    await enough.wait()
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        pass
    print(log)
    print(task.cancelled(), len(asyncio.all_tasks()))


asyncio.run(main())

# expect:
# ['tick', 'tick', 'ignored: bad tick', 'tick', 'tick', 'stopped']
# True 1
