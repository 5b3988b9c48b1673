# Each task and each callback of an event loop has a context of its own.
import asyncio
from asyncio import to_thread
import contextvars
from contextvars import ContextVar, copy_context

request = ContextVar('request', default='none')


async def handle(name, out):
    request.set(name)
    await asyncio.sleep(0)
    out.append(inner())
    await asyncio.sleep(0.001)
    out.append(inner())
    return await deeper()


def inner():
    return request.get()


async def deeper():
    # Awaited, not a task: it shares its caller's context.
    request.set(request.get() + '!')
    await asyncio.sleep(0)
    return request.get()


async def reads():
    return request.get()


async def sets(value):
    request.set(value)


async def main():
    out = []
    print(await asyncio.gather(handle('a', out), handle('b', out), handle('c', out)), sorted(out), request.get())
    request.set('main')
    task = asyncio.create_task(reads())
    request.set('later')
    print(await task, await reads())
    await asyncio.create_task(sets('lost'))
    print(request.get())
    await sets('kept')
    print(request.get())

    # Callbacks get a copy of the context in which they were asked for, or the one that they are given.
    loop = asyncio.get_running_loop()
    seen = []

    def note(what, *more):
        seen.append((what, request.get()))
        request.set('changed by ' + what)

    other = copy_context()
    other.run(request.set, 'other')
    loop.call_soon(note, 'soon')
    loop.call_soon(note, 'soon, in other', context=other)
    loop.call_later(0.001, note, 'later')
    loop.call_later(0.002, note, 'later, in other', context=other)
    loop.call_at(loop.time() + 0.003, note, 'at')
    loop.call_soon_threadsafe(note, 'threadsafe')
    loop.call_soon_threadsafe(note, 'threadsafe, in other', context=other)
    request.set('main again')
    await asyncio.sleep(0.01)
    for line in seen:
        print(*line)
    print(request.get(), other[request])

    # So do those of futures.
    future = loop.create_future()
    seen.clear()

    def done(future):
        note('done ' + future.result())

    future.add_done_callback(done)
    future.add_done_callback(lambda future: note('in other'), context=other)
    future.add_done_callback(print)
    print(future.remove_done_callback(print), future.remove_done_callback(len))
    request.set('at the end')
    future.set_result('well')
    await asyncio.sleep(0)
    future.add_done_callback(done)
    await asyncio.sleep(0)
    print(seen)

    # A task in a given context works upon it.
    shared = copy_context()
    await asyncio.create_task(sets('by the task'), context=shared)
    print(shared[request], request.get())
    async with asyncio.TaskGroup() as group:
        first = group.create_task(reads())
        second = group.create_task(reads(), context=shared)
    print(first.result(), second.result())

    # A thread of to_thread has a copy, one of an executor has none.
    request.set('for the thread')
    print(await to_thread(inner), await loop.run_in_executor(None, inner))
    print(await asyncio.wait_for(reads(), 1), await asyncio.shield(reads()))
    token = request.set('x')
    try:
        await asyncio.create_task(resets(token))
    except ValueError as error:
        print(str(error).split(' was ')[1])

    # An asynchronous generator runs in whatever context asks it.
    async def numbers():
        for number in range(2):
            request.set(number)
            yield request.get()

    print([number async for number in numbers()], request.get())


async def resets(token):
    request.reset(token)


request.set('module')
asyncio.run(main())
print(request.get())

with asyncio.Runner() as runner:
    runner.run(sets('of the runner'))
    print(runner.run(reads()), request.get())
    context = contextvars.Context()
    runner.run(sets('mine'), context=context)
    print(context[request], runner.run(reads()))

# expect:
# ['a!', 'b!', 'c!'] ['a', 'a', 'b', 'b', 'c', 'c'] module
# main later
# later
# kept
# soon kept
# soon, in other other
# threadsafe kept
# threadsafe, in other changed by soon, in other
# later kept
# later, in other changed by threadsafe, in other
# at kept
# main again changed by later, in other
# 1 0
# [('done well', 'main again'), ('in other', 'changed by later, in other'), ('done well', 'at the end')]
# by the task at the end
# at the end by the task
# for the thread none
# for the thread for the thread
# created in a different Context
# [0, 1] 1
# module
# of the runner module
# mine of the runner
