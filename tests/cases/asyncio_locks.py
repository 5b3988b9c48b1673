# Lock: one after the other, in the order of their coming.
import asyncio


async def enter(lock, name):
    print(name, "wants")
    async with lock:
        print(name, "has")
        await asyncio.sleep(0.001)
        print(name, "gives")


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*[enter(lock, name) for name in "abc"])
    print(lock.locked())
    print(await lock.acquire(), lock.locked())
    waiting = [asyncio.create_task(enter(lock, name)) for name in "xyz"]
    await asyncio.sleep(0)
    waiting[0].cancel()
    await asyncio.sleep(0)
    lock.release()
    print(await asyncio.gather(*waiting, return_exceptions=True))
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    try:
        async with lock:
            raise ValueError("inside")
    except ValueError as error:
        print(error, lock.locked())

    counter = 0

    async def unsafe():
        nonlocal counter
        seen = counter
        await asyncio.sleep(0)
        counter = seen + 1

    await asyncio.gather(*[unsafe() for i in range(10)])
    print("without a lock", counter)
    counter = 0

    async def safe():
        async with lock:
            await unsafe()

    await asyncio.gather(*[safe() for i in range(10)])
    print("with a lock", counter)


asyncio.run(main())

# expect:
# a wants
# a has
# b wants
# c wants
# a gives
# b has
# b gives
# c has
# c gives
# False
# True True
# x wants
# y wants
# z wants
# y has
# y gives
# z has
# z gives
# [CancelledError(''), None, None]
# Lock is not acquired.
# inside False
# without a lock 1
# with a lock 10
