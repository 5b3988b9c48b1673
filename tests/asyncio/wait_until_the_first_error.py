# wait with FIRST_EXCEPTION: returns at the first error, cancels nothing, and raises nothing by itself.
import asyncio


async def job(name, steps, fails=False):
    for _ in range(steps):
        await asyncio.sleep(0)
    if fails:
        raise RuntimeError(name)
    return name


async def main():
    tasks = [asyncio.create_task(job(*args), name=args[0])
             for args in (('quick', 1), ('faulty', 3, True), ('slow', 9), ('slower', 500, True))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(sorted(task.get_name() for task in done), sorted(task.get_name() for task in pending))
    for task in sorted(done, key=lambda task: task.get_name()):
        print(task.get_name(), repr(task.exception()) if task.exception() else task.result())
    done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
    print([task.result() for task in done], len(pending))
    done, pending = await asyncio.wait(pending, timeout=0)
    print(len(done), len(pending))
    for task in pending:
        task.cancel()
    done, pending = await asyncio.wait(pending)
    print([task.cancelled() for task in done], pending)
    for wrong in ([], [job('coroutine', 1)]):
        try:
            await asyncio.wait(wrong)
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)
        for one in wrong:
            one.close()
    try:
        await asyncio.wait([asyncio.create_task(job('x', 0))], return_when='SOMETIME')
    except ValueError as error:
        print(error)


asyncio.run(main())

# expect:
# ['faulty', 'quick'] ['slow', 'slower']
# faulty RuntimeError('faulty')
# quick quick
# ['slow'] 1
# 0 1
# [True] set()
# ValueError Set of Tasks/Futures is empty.
# TypeError Passing coroutines is forbidden, use tasks explicitly.
# Invalid return_when value: SOMETIME
