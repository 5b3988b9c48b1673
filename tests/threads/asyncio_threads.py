# An event loop and threads beside it.
import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def blocking(value, factor=1):
    time.sleep(0.005)
    if value < 0:
        raise ValueError("negative")
    return value * factor, threading.current_thread() is threading.main_thread()


def crunch(count):
    total = 0
    for i in range(count):
        total += i * i
    return total


async def ticker(ticks):
    for i in range(3):
        await asyncio.sleep(0.001)
        ticks.append(i)


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.to_thread(blocking, 3, factor=2))
    try:
        await asyncio.to_thread(blocking, -1)
    except ValueError as error:
        print(error)
    print(await asyncio.gather(*[asyncio.to_thread(blocking, n) for n in range(5)]))
    with ThreadPoolExecutor(max_workers=2) as pool:
        print(await asyncio.gather(*[loop.run_in_executor(pool, blocking, n, n) for n in range(4)]))
    print(await loop.run_in_executor(None, crunch, 1000))
    print(await asyncio.wrap_future(ThreadPoolExecutor(1).submit(crunch, 10)))

    # The loop goes on while a thread computes.
    ticks = []
    ticking = asyncio.create_task(ticker(ticks))
    print(await asyncio.to_thread(crunch, 20000))
    await ticking
    print(ticks)

    # A thread wakes the loop.
    future = loop.create_future()

    def later():
        time.sleep(0.01)
        loop.call_soon_threadsafe(future.set_result, "from a thread")

    thread = threading.Thread(target=later)
    thread.start()
    print(await future)
    thread.join()

    # A limit ends the wait for a thread, not the thread.
    try:
        await asyncio.wait_for(asyncio.to_thread(time.sleep, 0.05), 0.005)
    except TimeoutError:
        print("timeout")

    # A loop in another thread.
    def run_loop(other):
        asyncio.set_event_loop(other)
        other.run_forever()

    async def there(value):
        await asyncio.sleep(0.001)
        if value is None:
            raise KeyError("none")
        return value, threading.current_thread().name

    other = asyncio.new_event_loop()
    thread = threading.Thread(target=run_loop, args=(other,), name="the other")
    thread.start()
    print(asyncio.run_coroutine_threadsafe(there(1), other).result())
    try:
        asyncio.run_coroutine_threadsafe(there(None), other).result()
    except KeyError as error:
        print(error)
    other.call_soon_threadsafe(other.stop)
    thread.join()
    other.close()


asyncio.run(main())


def own_loop(results, n):
    async def work():
        await asyncio.sleep(0.001 * n)
        return n

    results[n] = asyncio.run(work())


results = {}
threads = [threading.Thread(target=own_loop, args=(results, n)) for n in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(results.items()))
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(str(error)[:29])

# expect:
# (6, False)
# negative
# [(0, False), (1, False), (2, False), (3, False), (4, False)]
# [(0, False), (1, False), (4, False), (9, False)]
# 332833500
# 285
# 2666466670000
# [0, 1, 2]
# from a thread
# timeout
# (1, 'the other')
# 'none'
# [(0, 0), (1, 1), (2, 2)]
# There is no current event loo
