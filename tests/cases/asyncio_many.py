# A thousand tasks.
import asyncio


async def work(n):
    await asyncio.sleep(0)
    return n * n


async def main():
    print(sum(await asyncio.gather(*[work(n) for n in range(1000)])))
    tasks = [asyncio.create_task(asyncio.sleep(n / 50000, n)) for n in range(500)]
    print(len(asyncio.all_tasks()))
    print(sum([await coming for coming in asyncio.as_completed(tasks)]))
    print(len(asyncio.all_tasks()))


asyncio.run(main())

# expect:
# 332833500
# 501
# 124750
# 1
