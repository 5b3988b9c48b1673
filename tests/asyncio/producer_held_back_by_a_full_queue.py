# A bounded asyncio Queue holds back its producer; put and get can be cancelled without losing an item.
import asyncio


async def main():
    queue, put = asyncio.Queue(maxsize=2), []

    async def produce():
        for n in range(5):
            await queue.put(n)
            put.append(n)

    producer = asyncio.create_task(produce())
    await asyncio.sleep(0)
    print(put, queue.qsize(), queue.full())
    print(await queue.get(), await queue.get())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(put, queue.qsize())
    blocked = asyncio.create_task(queue.put('late'))
    await asyncio.sleep(0)
    blocked.cancel()
    await asyncio.wait([blocked])
    print([await queue.get() for _ in range(3)], blocked.cancelled(), queue.empty())
    await producer
    getters = [asyncio.create_task(queue.get()) for _ in range(3)]
    await asyncio.sleep(0)
    getters[0].cancel()
    queue.put_nowait('x')
    queue.put_nowait('y')
    print(await asyncio.gather(*getters, return_exceptions=True))
    try:
        await asyncio.wait_for(queue.get(), 0.001)
    except TimeoutError:
        queue.put_nowait('z')
        print(queue.get_nowait(), queue.empty())


asyncio.run(main())

# expect:
# [0, 1] 2 True
# 0 1
# [0, 1, 2, 3] 2
# [2, 3, 4] True True
# [CancelledError(''), 'x', 'y']
# z True
