# Who waits behind a shield can be cancelled; what is shielded goes on to its end.
import asyncio

log = []


async def save(name):
    log.append(f'saving {name}')
    await asyncio.sleep(0.001)
    log.append(f'saved {name}')
    return name


async def with_shield(inner):
    try:
        return await asyncio.shield(inner)
    except asyncio.CancelledError:
        log.append('the waiting was cancelled')
        log.append(await inner)
        raise


async def main():
    inner = asyncio.create_task(save('report'))
    outer = asyncio.create_task(with_shield(inner))
    await asyncio.sleep(0)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        log.append('outer is cancelled')
    print(*log, sep='\n')
    print(inner.cancelled(), inner.result(), outer.cancelled())
    try:
        await asyncio.wait_for(asyncio.shield(inner2 := asyncio.create_task(save('slow'))), timeout=0)
    except asyncio.TimeoutError:
        print('too slow, but', await inner2)
    doomed = asyncio.create_task(save('doomed'))
    shield = asyncio.shield(doomed)
    doomed.cancel()
    try:
        await shield
    except asyncio.CancelledError:
        print('cancelled from within:', shield.cancelled(), doomed.cancelled())


asyncio.run(main())

# expect:
# saving report
# the waiting was cancelled
# saved report
# report
# outer is cancelled
# False report True
# too slow, but slow
# cancelled from within: True True
