# A semaphore keeps at most three of ten requests in flight; they are let in first come, first served.
import asyncio


async def request(number, limit, state):
    async with limit:
        state['now'] += 1
        state['most'] = max(state['most'], state['now'])
        state['order'].append(number)
        await asyncio.sleep(0.001 * (number % 3))
        state['now'] -= 1
    return number


async def main():
    limit = asyncio.Semaphore(3)
    state = {'now': 0, 'most': 0, 'order': []}
    tasks = [asyncio.create_task(request(number, limit, state)) for number in range(10)]
    await asyncio.sleep(0)
    print('at first:', state['order'], limit.locked())
    print(await asyncio.gather(*tasks))
    print(state['most'], sorted(state['order']) == list(range(10)), limit.locked())
    bounded = asyncio.BoundedSemaphore(1)
    async with bounded:
        waiting = asyncio.create_task(bounded.acquire())
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.wait([waiting])
    print('a waiter that was cancelled takes nothing:', await bounded.acquire(), waiting.cancelled())
    bounded.release()
    try:
        bounded.release()
    except ValueError as error:
        print(error)


asyncio.run(main())

# expect:
# at first: [0, 1, 2] True
# [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
# 3 True False
# a waiter that was cancelled takes nothing: True True
# BoundedSemaphore released too many times
