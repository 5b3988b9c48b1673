# Semaphores: so many at once, and no more.
import asyncio

running = most = 0


async def work(semaphore, name):
    global running, most
    async with semaphore:
        running += 1
        most = max(most, running)
        print("begins", name)
        await asyncio.sleep(0.001)
        running -= 1
    return name


async def main():
    print(await asyncio.gather(*[work(asyncio.Semaphore(1), n) for n in range(2)]))
    semaphore = asyncio.Semaphore(3)
    print(await asyncio.gather(*[work(semaphore, n) for n in range(9)]), most, semaphore.locked())
    bounded = asyncio.BoundedSemaphore(1)
    await bounded.acquire()
    bounded.release()
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)
    semaphore = asyncio.Semaphore(0)
    waiting = [asyncio.create_task(semaphore.acquire()) for i in range(3)]
    await asyncio.sleep(0)
    semaphore.release()
    waiting[0].cancel()
    semaphore.release()
    print(await asyncio.gather(*waiting[1:2]), waiting[0].cancelled())
    waiting[2].cancel()


asyncio.run(main())

# expect:
# begins 0
# begins 1
# [0, 1]
# begins 0
# begins 1
# begins 2
# begins 3
# begins 4
# begins 5
# begins 6
# begins 7
# begins 8
# [0, 1, 2, 3, 4, 5, 6, 7, 8] 3 False
# BoundedSemaphore released too many times
# Semaphore initial value must be >= 0
# [True] True
