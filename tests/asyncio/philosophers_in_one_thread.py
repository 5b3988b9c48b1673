# Dining philosophers as tasks: between two awaits nobody interrupts, yet a circle of waiting is possible; an order prevents it.
import asyncio

COUNT = 4


async def dine(seat, forks, meals, ordered):
    first, second = seat, (seat + 1) % COUNT
    if ordered and first > second:
        first, second = second, first
    async with forks[first]:
        await asyncio.sleep(0)
        async with forks[second]:
            meals.append(seat)


async def table(ordered, timeout=None):
    forks, meals = [asyncio.Lock() for _ in range(COUNT)], []
    tasks = [asyncio.create_task(dine(seat, forks, meals, ordered)) for seat in range(COUNT)]
    done, stuck = await asyncio.wait(tasks, timeout=timeout)
    held = sum(fork.locked() for fork in forks)
    for task in stuck:
        task.cancel()
    await asyncio.gather(*stuck, return_exceptions=True)
    return sorted(meals), len(stuck), held, [fork.locked() for fork in forks]


async def main():
    print('in a circle:', await table(ordered=False, timeout=0.005))
    print('in order:   ', await table(ordered=True))


asyncio.run(main())

# expect:
# in a circle: ([], 4, 4, [False, False, False, False])
# in order:    ([0, 1, 2, 3], 0, 0, [False, False, False, False])
