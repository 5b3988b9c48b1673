# What a program can ask of its tasks: names, who is current, which are there, what a coroutine is called.
import asyncio


async def nap(log):
    me = asyncio.current_task()
    log.append((me.get_name(), me in asyncio.all_tasks(), me.get_coro().__name__))
    await asyncio.sleep(0)
    me.set_name(me.get_name() + ' again')
    return me


async def main():
    log = []
    asyncio.current_task().set_name('the main one')
    named = asyncio.create_task(nap(log), name='named')
    numbered = asyncio.create_task(nap(log), name=7)
    unnamed = asyncio.create_task(nap(log))
    print(sorted(task.get_name() for task in asyncio.all_tasks() if task is not unnamed))
    print(unnamed.get_name().startswith('Task-'), unnamed.get_name().removeprefix('Task-').isdigit())
    print(await named is named, (await numbered).get_name())
    await unnamed
    print(log[:2], [task.get_name() for task in asyncio.all_tasks()])
    print(repr(named).split(' coro=')[0], 'result' in repr(named))
    print(asyncio.iscoroutine(nap), asyncio.iscoroutinefunction(nap), asyncio.isfuture(named))
    coroutine = nap(log)
    print(asyncio.iscoroutine(coroutine), coroutine.__name__, coroutine.cr_running)
    coroutine.close()
    try:
        asyncio.create_task(nap)
    except TypeError as error:
        print(str(error).split(',')[0])


asyncio.run(main())
try:
    asyncio.current_task()
except RuntimeError as error:
    print(error)

# expect:
# ['7', 'named', 'the main one']
# True True
# True 7 again
# [('named', True, 'nap'), ('7', True, 'nap')] ['the main one']
# <Task finished name='named again' True
# False True True
# True nap False
# a coroutine was expected
# no running event loop
