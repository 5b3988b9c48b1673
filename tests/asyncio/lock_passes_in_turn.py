# An asyncio Lock is passed on first come, first served; a waiter that is cancelled is passed over.
import asyncio


async def use(name, lock, order):
    async with lock:
        order.append(name)
        await asyncio.sleep(0)


async def main():
    lock, order = asyncio.Lock(), []
    await lock.acquire()
    tasks = {name: asyncio.create_task(use(name, lock, order)) for name in 'abcde'}
    await asyncio.sleep(0)
    print(lock.locked(), order, repr(lock).split('[')[1].rstrip('>'))
    tasks['b'].cancel()
    lock.release()
    await asyncio.gather(*tasks.values(), return_exceptions=True)
    print(order, tasks['b'].cancelled(), lock.locked())
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    try:
        with lock:
            pass
    except TypeError as error:
        print(error)
    async with lock:
        try:
            await asyncio.wait_for(lock.acquire(), 0.001)
        except TimeoutError:
            print('a lock is not re-entrant')
    print(lock.locked(), repr(lock).split('[')[1].rstrip('>'))


asyncio.run(main())

# expect:
# True [] locked, waiters:5]
# ['a', 'c', 'd', 'e'] True False
# Lock is not acquired.
# 'Lock' object does not support the context manager protocol
# a lock is not re-entrant
# False unlocked]
