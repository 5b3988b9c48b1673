# As tutorials have it: downloads with a limit, a pipeline, retries.
import asyncio
import random
import time
from asyncio import Queue, Semaphore, gather, run, sleep


async def fetch(url, limit):
    async with limit:
        await sleep(0.001)
        return f"{url}: {len(url) * 100} bytes"


async def fetch_all():
    limit = Semaphore(5)
    urls = [f"https://example.org/page/{n}" for n in range(20)]
    pages = await gather(*(fetch(url, limit) for url in urls))
    print(len(pages), pages[0], pages[-1])


class Flaky:
    def __init__(self, failures):
        self.failures = failures

    async def call(self):
        await sleep(0)
        if self.failures:
            self.failures -= 1
            raise ConnectionError("try again")
        return "ok"


async def retry(service, attempts):
    for attempt in range(1, attempts + 1):
        try:
            return await service.call(), attempt
        except ConnectionError as error:
            print("attempt", attempt, error)
            await sleep(0.001 * 2 ** attempt)
    raise TimeoutError("gave up")


async def stage(source, target, function):
    while True:
        item = await source.get()
        await target.put(None if item is None else function(item))
        if item is None:
            break


async def pipeline():
    first, second, third = Queue(2), Queue(2), Queue()
    stages = [
        asyncio.create_task(stage(first, second, lambda x: x * x)),
        asyncio.create_task(stage(second, third, lambda x: x + 1)),
    ]
    for item in range(6):
        await first.put(item)
    await first.put(None)
    await gather(*stages)
    print([third.get_nowait() for i in range(third.qsize())])


async def numbers(count):
    for n in range(count):
        await sleep(0)
        yield n


async def main():
    start = time.perf_counter()
    await fetch_all()
    print(await retry(Flaky(2), 5))
    try:
        await retry(Flaky(9), 2)
    except TimeoutError as error:
        print(error)
    await pipeline()
    print([n async for n in numbers(5)], sum([n async for n in numbers(10) if n % 2]))
    print(time.perf_counter() - start < 5)


run(main())

# expect:
# 20 https://example.org/page/0: 2600 bytes https://example.org/page/19: 2700 bytes
# attempt 1 try again
# attempt 2 try again
# ('ok', 3)
# attempt 1 try again
# attempt 2 try again
# gave up
# [1, 2, 5, 10, 17, 26, None]
# [0, 1, 2, 3, 4] 25
# True
