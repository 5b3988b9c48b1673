# A thousand small requests in batches: gather a batch, then the next one, never more at once than the batch is long.
import asyncio
from itertools import islice

now = most = 0


async def request(n):
    global now, most
    now += 1
    most = max(most, now)
    await asyncio.sleep(0)
    now -= 1
    if n % 250 == 249:
        raise ConnectionError(n)
    return n * 2


def batches(items, size):
    items = iter(items)
    while batch := list(islice(items, size)):
        yield batch


async def main():
    results = []
    for batch in batches(range(1000), 64):
        results += await asyncio.gather(*map(request, batch), return_exceptions=True)
    errors = [result for result in results if isinstance(result, Exception)]
    print(len(results), most, now, [error.args[0] for error in errors])
    print(sum(result for result in results if isinstance(result, int)))
    print(all(result == 2 * n for n, result in enumerate(results) if isinstance(result, int)))


asyncio.run(main())

# expect:
# 1000 64 0 [249, 499, 749, 999]
# 994008
# True
