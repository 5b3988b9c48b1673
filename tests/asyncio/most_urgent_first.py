# Priority and last-in-first-out queues of asyncio, and what a full or an empty queue says to those who do not wait.
import asyncio


async def worker(queue, done):
    while True:
        priority, name = await queue.get()
        done.append((priority, name))
        if name == 'order more':
            queue.put_nowait((0, 'unload'))
        queue.task_done()


async def main():
    queue, done = asyncio.PriorityQueue(), []
    for job in ((3, 'sweep'), (1, 'open'), (2, 'order more'), (2, 'answer'), (9, 'close')):
        await queue.put(job)
    print(queue.qsize())
    task = asyncio.create_task(worker(queue, done))
    await queue.join()
    task.cancel()
    print(done)
    stack = asyncio.LifoQueue(maxsize=2)
    stack.put_nowait('bottom')
    stack.put_nowait('top')
    for attempt in (lambda: stack.put_nowait('too much'), stack.get_nowait, stack.get_nowait, stack.get_nowait):
        try:
            print(attempt())
        except (asyncio.QueueFull, asyncio.QueueEmpty) as error:
            print(type(error).__name__, error.args)
    print(stack.maxsize, stack.full(), asyncio.Queue(-1).full())


asyncio.run(main())

# expect:
# 5
# [(1, 'open'), (2, 'answer'), (2, 'order more'), (0, 'unload'), (3, 'sweep'), (9, 'close')]
# QueueFull ()
# top
# bottom
# QueueEmpty ()
# 2 False False
