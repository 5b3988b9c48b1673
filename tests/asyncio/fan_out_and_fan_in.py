# One source, three workers, one sink: queues fan the work out and in again, and numbers bring it back into order.
import asyncio


async def source(queue, count, workers):
    for number in range(count):
        await queue.put((number, number * 10))
    for _ in range(workers):
        await queue.put(None)


async def worker(name, queue, results, share):
    while (item := await queue.get()) is not None:
        number, value = item
        await asyncio.sleep(0)
        share[name] = share.get(name, 0) + 1
        await results.put((number, value + 1))
    await results.put(None)


async def in_order(results, workers):
    waiting, next_number = {}, 0
    while workers:
        item = await results.get()
        if item is None:
            workers -= 1
            continue
        waiting[item[0]] = item[1]
        while next_number in waiting:
            yield waiting.pop(next_number)
            next_number += 1


async def main():
    queue, results, share = asyncio.Queue(2), asyncio.Queue(), {}
    async with asyncio.TaskGroup() as group:
        group.create_task(source(queue, 12, 3))
        for name in 'xyz':
            group.create_task(worker(name, queue, results, share))
        print([value async for value in in_order(results, 3)])
    print(sum(share.values()), len(share), queue.empty(), results.empty())


asyncio.run(main())

# expect:
# [1, 11, 21, 31, 41, 51, 61, 71, 81, 91, 101, 111]
# 12 2 True True
