# Two tasks and two queues of one place: the ball goes to and fro, and nobody ever runs ahead.
import asyncio


async def player(name, mine, other, log):
    while (ball := await mine.get()) > 0:
        log.append(f'{name} {ball}')
        await other.put(ball - 1)
    await other.put(0)


async def main():
    left, right, log = asyncio.Queue(1), asyncio.Queue(1), []
    await left.put(6)
    await asyncio.wait_for(asyncio.gather(player('ping', left, right, log), player('pong', right, left, log)), 10)
    print(*log, sep=', ')
    print(left.qsize(), right.qsize())
    events = [asyncio.Event() for _ in range(3)]
    ring = []

    async def pass_on(place):
        for _ in range(2):
            await events[place].wait()
            events[place].clear()
            ring.append(place)
            events[(place + 1) % 3].set()

    events[0].set()
    await asyncio.gather(*(pass_on(place) for place in range(3)))
    print(ring, [event.is_set() for event in events])


asyncio.run(main())

# expect:
# ping 6, pong 5, ping 4, pong 3, ping 2, pong 1
# 1 0
# [0, 1, 2, 0, 1, 2] [True, False, False]
