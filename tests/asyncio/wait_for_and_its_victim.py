# wait_for cancels what is late and waits until that has ended; a result that comes with the cancelling still counts.
import asyncio

log = []


async def slow(name, on_cancel=None):
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        log.append(f'{name} cancelled')
        if on_cancel == 'raise':
            raise ValueError(name)
        if on_cancel == 'return':
            return 'after all'
        await asyncio.sleep(0)
        log.append(f'{name} ended')
        raise


async def main():
    for on_cancel in (None, 'raise', 'return'):
        try:
            print('result', await asyncio.wait_for(slow('task', on_cancel), timeout=0.001))
        except (TimeoutError, ValueError) as error:
            print(repr(error))
    print(log)
    print(await asyncio.wait_for(asyncio.sleep(0, 'quick'), timeout=None))
    log.clear()
    outer = asyncio.create_task(asyncio.wait_for(slow('inner'), timeout=60))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    outer.cancel()
    await asyncio.wait([outer])
    print(outer.cancelled(), log)
    done = asyncio.get_running_loop().create_future()
    done.set_result('ready')
    print(await asyncio.wait_for(done, timeout=0))
    try:
        await asyncio.wait_for(slow('never begun'), timeout=-1)
    except TimeoutError:
        print('no time at all', log)


asyncio.run(main())

# expect:
# TimeoutError()
# ValueError('task')
# result after all
# ['task cancelled', 'task ended', 'task cancelled', 'task cancelled']
# quick
# True ['inner cancelled', 'inner ended']
# ready
# no time at all ['inner cancelled', 'inner ended']
