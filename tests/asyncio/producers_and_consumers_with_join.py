# Producers fill a bounded queue, consumers are cancelled once join() says that every item was done.
import asyncio


async def produce(name, queue):
    for n in range(4):
        await queue.put(f'{name}{n}')
        await asyncio.sleep(0)


async def consume(queue, eaten):
    try:
        while True:
            item = await queue.get()
            await asyncio.sleep(0.0005)
            eaten.append(item)
            queue.task_done()
    except asyncio.CancelledError:
        eaten.append('cancelled')
        raise


async def main():
    queue, eaten = asyncio.Queue(maxsize=2), []
    consumers = [asyncio.create_task(consume(queue, eaten)) for _ in range(3)]
    await asyncio.gather(*(produce(name, queue) for name in 'ab'))
    await queue.join()
    for consumer in consumers:
        consumer.cancel()
    results = await asyncio.gather(*consumers, return_exceptions=True)
    print(sorted(eaten[:8]), eaten[8:])
    print([type(result).__name__ for result in results], queue.empty(), queue.full())
    try:
        queue.task_done()
    except ValueError as error:
        print(error)


asyncio.run(main())

# expect:
# ['a0', 'a1', 'a2', 'a3', 'b0', 'b1', 'b2', 'b3'] ['cancelled', 'cancelled', 'cancelled']
# ['CancelledError', 'CancelledError', 'CancelledError'] True False
# task_done() called too many times
