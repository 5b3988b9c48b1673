# Groups of tasks: they end together, and what fails ends the rest.
import asyncio


async def work(name, delay, error=None):
    try:
        await asyncio.sleep(delay)
        if error is not None:
            raise error
        print('done', name)
        return name
    except asyncio.CancelledError:
        print('cancelled', name)
        raise


async def plain():
    async with asyncio.TaskGroup() as group:
        first = group.create_task(work('a', 0.2))
        second = group.create_task(work('b', 0.01), name='second')
        print(second.get_name(), group)
    print(first.result(), second.result(), group)


async def failing():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work('slow', 1))
            group.create_task(work('bad', 0.01, ValueError('one')))
            await asyncio.sleep(1)
            print('not reached')
    except* ValueError as errors:
        print(repr(errors), errors.exceptions)
    print(asyncio.current_task().cancelling())


async def two_failures():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work('one', 0, ValueError(1)))
            group.create_task(work('two', 0, TypeError(2)))
    except ExceptionGroup as errors:
        print(str(errors), errors.exceptions)


async def body_fails():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work('left', 1))
            await asyncio.sleep(0)
            raise KeyError('body')
    except* KeyError as errors:
        print(repr(errors))


async def nested():
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(work('outer', 1))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(work('inner', 1))
                inner.create_task(work('fails', 0.01, RuntimeError('deep')))
    except* RuntimeError as errors:
        print(repr(errors))


async def cancelled_from_outside():
    async def block():
        async with asyncio.TaskGroup() as group:
            group.create_task(work('x', 1))
            await asyncio.sleep(1)

    task = asyncio.create_task(block())
    await asyncio.sleep(0.01)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print('the group was cancelled')


async def within_a_time():
    try:
        async with asyncio.timeout(0.01):
            async with asyncio.TaskGroup() as group:
                group.create_task(work('late', 1))
    except TimeoutError:
        print('out of time')


async def misuse():
    group = asyncio.TaskGroup()
    coroutine = work('never', 0)
    try:
        group.create_task(coroutine)
    except RuntimeError as error:
        print(error)
    async with group:
        pass
    try:
        group.create_task(coroutine)
    except RuntimeError as error:
        print(error)
    coroutine.close()
    try:
        async with group:
            pass
    except RuntimeError as error:
        print(error)


for test in (plain, failing, two_failures, body_fails, nested, cancelled_from_outside, within_a_time, misuse):
    print('--', test.__name__)
    asyncio.run(test())

# expect:
# -- plain
# second <TaskGroup tasks=2 entered>
# done b
# done a
# a b <TaskGroup entered>
# -- failing
# cancelled slow
# ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('one')]) (ValueError('one'),)
# 0
# -- two_failures
# unhandled errors in a TaskGroup (2 sub-exceptions) (ValueError(1), TypeError(2))
# -- body_fails
# cancelled left
# ExceptionGroup('unhandled errors in a TaskGroup', [KeyError('body')])
# -- nested
# cancelled inner
# cancelled outer
# ExceptionGroup('unhandled errors in a TaskGroup', [ExceptionGroup('unhandled errors in a TaskGroup', [RuntimeError('deep')])])
# -- cancelled_from_outside
# cancelled x
# the group was cancelled
# -- within_a_time
# cancelled late
# out of time
# -- misuse
# TaskGroup <TaskGroup> has not been entered
# TaskGroup <TaskGroup entered> is finished
# TaskGroup <TaskGroup entered> has already been entered
