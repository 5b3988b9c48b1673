# Queues: producers, consumers, bounds.
import asyncio


async def producer(queue, count):
    for item in range(count):
        await queue.put(item)
        print("put", item, queue.qsize())
    await queue.put(None)


async def consumer(queue):
    total = 0
    while (item := await queue.get()) is not None:
        print("got", item)
        total += item
        queue.task_done()
    return total


async def worker(name, queue, seen):
    while True:
        item = await queue.get()
        await asyncio.sleep(0.001)
        seen.append(item)
        queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=2)
    print((await asyncio.gather(producer(queue, 5), consumer(queue)))[1])

    queue, seen = asyncio.Queue(), []
    for item in range(10):
        queue.put_nowait(item)
    print(queue, queue.qsize(), queue.empty(), queue.full(), queue.maxsize)
    workers = [asyncio.create_task(worker(n, queue, seen)) for n in range(3)]
    await queue.join()
    for one in workers:
        one.cancel()
    print(await asyncio.gather(*workers, return_exceptions=True))
    print(sorted(seen))

    queue = asyncio.Queue(1)
    for ask in (queue.get_nowait, queue.task_done):
        try:
            ask()
        except (asyncio.QueueEmpty, ValueError) as error:
            print(type(error).__name__, error)
    queue.put_nowait(1)
    try:
        queue.put_nowait(2)
    except asyncio.QueueFull:
        print("full", queue.full())
    try:
        await asyncio.wait_for(queue.put(3), 0.01)
    except TimeoutError:
        print("no room")
    print(await queue.get())

    queue = asyncio.LifoQueue()
    for item in "abc":
        await queue.put(item)
    print([await queue.get() for i in range(3)])
    queue = asyncio.PriorityQueue()
    for item in [(3, "c"), (1, "a"), (2, "b")]:
        await queue.put(item)
    print([await queue.get() for i in range(3)])

    # Who waits first is served first; who is cancelled is not served.
    queue = asyncio.Queue()
    getters = [asyncio.create_task(queue.get()) for i in range(3)]
    await asyncio.sleep(0)
    getters[1].cancel()
    await asyncio.sleep(0)
    queue.put_nowait("x")
    queue.put_nowait("y")
    print(await asyncio.gather(*getters, return_exceptions=True))


asyncio.run(main())

# expect:
# put 0 1
# put 1 2
# got 0
# got 1
# put 2 1
# put 3 2
# got 2
# got 3
# put 4 1
# got 4
# 10
# <Queue maxsize=0 _queue=[0, 1, 2, 3, 4, 5, 6, 7, 8, 9] tasks=10> 10 False False 0
# [CancelledError(''), CancelledError(''), CancelledError('')]
# [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
# QueueEmpty 
# ValueError task_done() called too many times
# full True
# no room
# 1
# ['c', 'b', 'a']
# [(1, 'a'), (2, 'b'), (3, 'c')]
# ['x', CancelledError(''), 'y']
