# A barrier of asyncio lets tasks go on in groups of three; abort and reset break it for those who wait.
import asyncio


async def main():
    barrier = asyncio.Barrier(3)
    log = []

    async def walk(name):
        for stage in (1, 2):
            log.append(f'{name}{stage}')
            async with barrier as place:
                assert 0 <= place < 3

    await asyncio.gather(*(walk(name) for name in 'abc'))
    print(sorted(log[:3]), sorted(log[3:]), barrier.n_waiting, barrier.parties)
    places = await asyncio.gather(*(barrier.wait() for _ in range(6)))
    print(sorted(places))

    async def wait():
        try:
            return await barrier.wait()
        except asyncio.BrokenBarrierError as error:
            return f'broken: {error}'

    waiting = asyncio.create_task(wait())
    await asyncio.sleep(0)
    print(barrier.n_waiting, barrier.broken)
    await barrier.reset()
    print(await waiting, barrier.broken)
    waiting = asyncio.create_task(wait())
    await asyncio.sleep(0)
    await barrier.abort()
    print(await waiting, barrier.broken, await wait())
    await barrier.reset()
    print(sorted(await asyncio.gather(wait(), wait(), wait())))
    try:
        asyncio.Barrier(0)
    except ValueError as error:
        print(error)


asyncio.run(main())

# expect:
# ['a1', 'b1', 'c1'] ['a2', 'b2', 'c2'] 0 3
# [0, 0, 1, 1, 2, 2]
# 1 False
# broken: Abort or reset of barrier False
# broken: Abort or reset of barrier True broken: Barrier aborted
# [0, 1, 2]
# parties must be > 0
