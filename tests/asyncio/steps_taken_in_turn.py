# Tasks take turns at their awaits only: a loop without an await is not interrupted, sleep(0) lets all others take one step.
import asyncio

log = []


async def polite(name):
    for step in range(3):
        log.append(f'{name}{step}')
        await asyncio.sleep(0)


async def greedy(name):
    for step in range(3):
        log.append(f'{name}{step}')


async def nested(name):
    log.append(f'{name} in')
    await greedy(name)
    await done_already()
    log.append(f'{name} out')


async def done_already():
    return None


async def main():
    await asyncio.gather(polite('a'), greedy('B'), polite('c'), nested('D'))
    print(*log)
    log.clear()
    task = asyncio.create_task(polite('t'))
    await done_already()
    log.append('awaiting what is ready does not give up the turn')
    await task
    print(*log, sep='; ')
    log.clear()
    asyncio.get_running_loop().call_soon(log.append, 'callback')
    log.append('before')
    await asyncio.sleep(0)
    log.append('after')
    print(*log)


asyncio.run(main())

# expect:
# a0 B0 B1 B2 c0 D in D0 D1 D2 D out a1 c1 a2 c2
# awaiting what is ready does not give up the turn; t0; t1; t2
# before callback after
