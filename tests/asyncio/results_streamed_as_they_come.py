# An async generator upon tasks: gives each result as soon as it is there, and cancels the rest when it is left.
import asyncio

log = []


async def job(name, steps):
    try:
        for _ in range(steps):
            await asyncio.sleep(0)
        return name
    except asyncio.CancelledError:
        log.append(f'{name} cancelled')
        raise


async def as_they_come(jobs):
    tasks = {asyncio.create_task(one) for one in jobs}
    try:
        while tasks:
            done, tasks = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in sorted(done, key=lambda task: task.result()):
                yield task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def jobs():
    return [job(name, 10 * steps) for name, steps in (('slow', 9), ('quick', 1), ('middle', 4), ('last', 20))]


async def main():
    print([name async for name in as_they_come(jobs())])
    stream = as_they_come(jobs())
    print([await anext(stream), await anext(stream)], log)
    await stream.aclose()
    print(sorted(log), len(asyncio.all_tasks()))


asyncio.run(main())

# expect:
# ['quick', 'middle', 'slow', 'last']
# ['quick', 'middle'] []
# ['last cancelled', 'slow cancelled'] 1
