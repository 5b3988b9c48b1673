# An asyncio Condition: notify wakes those who waited longest, wait_for holds on until its predicate is true.
import asyncio


async def main():
    condition, woken, stock = asyncio.Condition(), [], []

    async def wait(name):
        async with condition:
            await condition.wait()
            woken.append(name)

    async def buy(count):
        async with condition:
            await condition.wait_for(lambda: len(stock) >= count)
            del stock[:count]
            woken.append(f'bought {count}')

    tasks = [asyncio.create_task(wait(name)) for name in 'abcd']
    await asyncio.sleep(0)
    for number in (1, 2):
        async with condition:
            condition.notify(number)
            print('notified', number, 'woken so far', woken, condition.locked())
        for _ in range(3):
            await asyncio.sleep(0)
        print(woken)
    async with condition:
        condition.notify_all()
    await asyncio.gather(*tasks)
    print(woken)
    woken.clear()
    buyers = [asyncio.create_task(buy(count)) for count in (3, 1)]
    for n in range(4):
        async with condition:
            stock.append(n)
            condition.notify_all()
        for _ in range(5):
            await asyncio.sleep(0)
        print(n, woken, stock)
    await asyncio.gather(*buyers)
    for wrong in (condition.notify, condition.notify_all):
        try:
            wrong()
        except RuntimeError as error:
            print(error)


asyncio.run(main())

# expect:
# notified 1 woken so far [] True
# ['a']
# notified 2 woken so far ['a'] True
# ['a', 'b', 'c']
# ['a', 'b', 'c', 'd']
# 0 ['bought 1'] []
# 1 ['bought 1'] [1]
# 2 ['bought 1'] [1, 2]
# 3 ['bought 1', 'bought 3'] []
# cannot notify on un-acquired lock
# cannot notify on un-acquired lock
