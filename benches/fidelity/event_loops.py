# Steps, tasks, timers and queues of event loops.

from time import perf_counter
import asyncio


async def yields(times):
    for _ in range(times):
        await asyncio.sleep(0)


async def step(tasks):
    times = 200_000 // tasks
    start = perf_counter()
    await asyncio.gather(*[yields(times) for _ in range(tasks)])
    return (perf_counter() - start) / (times * tasks) * 1e6


async def nothing():
    pass


async def creating():
    start = perf_counter()
    for _ in range(20_000):
        await asyncio.create_task(nothing())
    return (perf_counter() - start) / 20_000 * 1e6


async def sleeping(tasks):
    lengths = []
    for _ in range(5):
        start = perf_counter()
        await asyncio.gather(*[asyncio.sleep(0.01) for _ in range(tasks)])
        lengths.append(perf_counter() - start)
    return sorted(lengths)[2] * 1000


async def through_queue(items):
    queue = asyncio.Queue(10)

    async def produce():
        for item in range(items):
            await queue.put(item)

    async def consume():
        for _ in range(items):
            await queue.get()

    start = perf_counter()
    await asyncio.gather(produce(), consume())
    return items / (perf_counter() - start) / 1000


async def through_executor(times):
    loop = asyncio.get_running_loop()
    lengths = []
    for _ in range(times):
        start = perf_counter()
        await loop.run_in_executor(None, int)
        lengths.append(perf_counter() - start)
    return sorted(lengths)[times // 2] * 1e6


async def main():
    for tasks in (1, 2, 100, 1000):
        print(f'a step with {tasks} ready: {await step(tasks)}')
    print(f'creating and awaiting a task: {await creating()}')
    print(f'run_in_executor: {await through_executor(301)}')
    for tasks in (1, 100, 1000, 10000):
        print(f'{tasks} that sleep 10 ms: {await sleeping(tasks)}')
    print(f'asyncio.Queue(10): {await through_queue(100_000)}')


asyncio.run(main())
