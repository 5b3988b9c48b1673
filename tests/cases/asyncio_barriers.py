# Barrier.
import asyncio


async def runner(barrier, name, seen):
    await asyncio.sleep(name / 100)
    seen.append(("arrives", name))
    async with barrier as position:
        seen.append(("passes", position))


async def main():
    barrier, seen = asyncio.Barrier(3), []
    print(barrier.parties, barrier.n_waiting, barrier.broken)
    await asyncio.gather(*[runner(barrier, n, seen) for n in range(3)])
    print(seen[:3], sorted(seen[3:]))
    task = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    print(barrier.n_waiting)
    await barrier.abort()
    print(await asyncio.gather(task, return_exceptions=True), barrier.broken)
    try:
        await barrier.wait()
    except asyncio.BrokenBarrierError as error:
        print(error)
    await barrier.reset()
    print(barrier.broken, await asyncio.gather(*[barrier.wait() for n in range(3)]))


asyncio.run(main())

# expect:
# 3 0 False
# [('arrives', 0), ('arrives', 1), ('arrives', 2)] [('passes', 0), ('passes', 1), ('passes', 2)]
# 1
# [BrokenBarrierError('Abort or reset of barrier')] True
# Barrier aborted
# False [0, 1, 2]
