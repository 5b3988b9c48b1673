# Task groups nest, and tasks may start siblings: errors of an inner group come out as a group within a group.
import asyncio


async def spawn(group, depth, log):
    log.append(depth)
    if depth < 3:
        group.create_task(spawn(group, depth + 1, log))
        group.create_task(spawn(group, depth + 1, log))


async def inner(name):
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.sleep(3600))
        group.create_task(fail(name))


async def fail(name):
    await asyncio.sleep(0)
    raise ValueError(name)


def shape(error):
    if isinstance(error, BaseExceptionGroup):
        return [shape(one) for one in error.exceptions]
    return repr(error)


async def main():
    log = []
    async with asyncio.TaskGroup() as group:
        await spawn(group, 0, log)
    print(log)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(inner('deep'))
            await asyncio.sleep(3600)
    except ExceptionGroup as error:
        print(error.message, shape(error))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail('in a task'))
            await asyncio.sleep(0)
            raise KeyError('in the body')
    except ExceptionGroup as error:
        print(sorted(shape(error)), error.split(KeyError)[0].exceptions)
    try:
        async with asyncio.timeout(0.002):
            async with asyncio.TaskGroup() as group:
                group.create_task(asyncio.sleep(3600))
    except TimeoutError:
        print('a timeout around a group is a plain TimeoutError')


asyncio.run(main())

# expect:
# [0, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3]
# unhandled errors in a TaskGroup [["ValueError('deep')"]]
# ["KeyError('in the body')"] (KeyError('in the body'),)
# a timeout around a group is a plain TimeoutError
