# An event loop hands heavy work to processes and ticks on: run_in_executor with a ProcessPoolExecutor, errors included.
import asyncio
from concurrent.futures import ProcessPoolExecutor


def heavy(n):
    if n < 0:
        raise ValueError(f'{n} is too small')
    return sum(i * i for i in range(n))


async def main():
    loop, ticks = asyncio.get_running_loop(), 0
    with ProcessPoolExecutor(2) as pool:
        work = asyncio.gather(*(loop.run_in_executor(pool, heavy, n) for n in (10, 100, -1)), return_exceptions=True)
        while not work.done():
            ticks += 1
            await asyncio.sleep(0.001)
    print(await work)
    print('the loop went on:', ticks > 0)


if __name__ == '__main__':
    asyncio.run(main())

# expect:
# [285, 328350, ValueError('-1 is too small')]
# the loop went on: True
