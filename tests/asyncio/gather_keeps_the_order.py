# gather gives results in the order of its arguments; with return_exceptions errors stand among them, without the first is raised.
import asyncio

finished = []


async def fetch(name, steps):
    for _ in range(steps):
        await asyncio.sleep(0)
    finished.append(name)
    if name.startswith('bad'):
        raise ValueError(name)
    return name.upper()


async def main():
    print(await asyncio.gather(fetch('slow', 5), fetch('quick', 1), fetch('middle', 3)))
    print('finished:', finished)
    results = await asyncio.gather(fetch('a', 1), fetch('bad one', 2), fetch('b', 3), return_exceptions=True)
    print(results)
    finished.clear()
    others = [asyncio.ensure_future(fetch('left alone', 6)), asyncio.ensure_future(fetch('bad two', 2))]
    try:
        await asyncio.gather(*others)
    except ValueError as error:
        print('raised:', error, finished)
    print('the other goes on:', await others[0], finished)
    print(await asyncio.gather(), await asyncio.gather(asyncio.sleep(0, 'x'), asyncio.gather(asyncio.sleep(0, 'y'))))
    once = fetch('once', 1)
    print(await asyncio.gather(once, once))


asyncio.run(main())

# expect:
# ['SLOW', 'QUICK', 'MIDDLE']
# finished: ['quick', 'middle', 'slow']
# ['A', ValueError('bad one'), 'B']
# raised: bad two ['bad two']
# the other goes on: LEFT ALONE ['bad two', 'left alone']
# [] ['x', ['y']]
# ['ONCE', 'ONCE']
