# Plain threads hand items to a loop: put_nowait by call_soon_threadsafe, and the end of the last thread ends the loop.
import asyncio
import threading


def produce(loop, queue, name, last_one_out):
    for n in range(3):
        loop.call_soon_threadsafe(queue.put_nowait, f'{name}{n}')
    if last_one_out():
        loop.call_soon_threadsafe(queue.put_nowait, None)


async def main():
    loop, queue = asyncio.get_running_loop(), asyncio.Queue()
    lock, left = threading.Lock(), 3

    def last_one_out():
        nonlocal left
        with lock:
            left -= 1
            return left == 0

    threads = [threading.Thread(target=produce, args=(loop, queue, name, last_one_out)) for name in 'abc']
    for thread in threads:
        thread.start()
    items = []
    while (item := await queue.get()) is not None:
        items.append(item)
    for thread in threads:
        thread.join()
    print(sorted(items))
    print([[item for item in items if item[0] == name] for name in 'abc'])
    future = loop.create_future()
    thread = threading.Thread(target=loop.call_soon_threadsafe, args=(future.set_result, 'from a thread'))
    thread.start()
    print(await future)
    thread.join()


asyncio.run(main())

# expect:
# ['a0', 'a1', 'a2', 'b0', 'b1', 'b2', 'c0', 'c1', 'c2']
# [['a0', 'a1', 'a2'], ['b0', 'b1', 'b2'], ['c0', 'c1', 'c2']]
# from a thread
