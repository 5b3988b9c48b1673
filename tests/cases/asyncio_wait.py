# wait(): all, the first, the first that fails, and a limit.
import asyncio


async def work(name, seconds, error=None):
    await asyncio.sleep(seconds)
    if error is not None:
        raise error
    return name


def tasks(*given):
    return [asyncio.create_task(work(*one), name=one[0]) for one in given]


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def main():
    done, pending = await asyncio.wait(tasks(("a", 0.01), ("b", 0.03)))
    print(names(done), names(pending))
    done, pending = await asyncio.wait(tasks(("a", 0.01), ("b", 0.09)), return_when=asyncio.FIRST_COMPLETED)
    print(names(done), names(pending))
    print(names((await asyncio.wait(pending))[0]))
    given = tasks(("a", 0.01), ("b", 0.03, ValueError("b")), ("c", 0.3))
    done, pending = await asyncio.wait(given, return_when=asyncio.FIRST_EXCEPTION)
    print(names(done), names(pending), repr(given[1].exception()))
    for task in pending:
        task.cancel()
    given = tasks(("quick", 0.01), ("slow", 0.5))
    done, pending = await asyncio.wait(given, timeout=0.1)
    print(names(done), names(pending), given[1].done())
    given[1].cancel()
    done, pending = await asyncio.wait(given, timeout=0.1)
    print(names(done), names(pending), given[1].cancelled())
    for wrong in ([], given[0]):
        try:
            await asyncio.wait(wrong)
        except (ValueError, TypeError) as error:
            print(error)
    coroutine = work("x", 0)
    try:
        await asyncio.wait([coroutine])
    except TypeError as error:
        print(error)
    coroutine.close()
    try:
        await asyncio.wait(given, return_when="SOME")
    except ValueError as error:
        print(error)


asyncio.run(main())

# expect:
# ['a', 'b'] []
# ['a'] ['b']
# ['b']
# ['a', 'b'] ['c'] ValueError('b')
# ['quick'] ['slow'] False
# ['quick', 'slow'] [] True
# Set of Tasks/Futures is empty.
# expect a list of futures, not Task
# Passing coroutines is forbidden, use tasks explicitly.
# Invalid return_when value: SOME
