# An async retry decorator: waits longer each time, lets a cancellation through at once, and gives up with all errors in a group.
import asyncio
import functools


def retried(times, first_pause):
    def wrap(function):
        @functools.wraps(function)
        async def call(*args, **kwargs):
            errors, pause = [], first_pause
            for _ in range(times):
                try:
                    return await function(*args, **kwargs)
                except OSError as error:
                    errors.append(error)
                    await asyncio.sleep(pause)
                    pauses.append(pause)
                    pause *= 2
            raise ExceptionGroup(f'{function.__name__} failed {times} times', errors)
        return call
    return wrap


pauses, calls = [], []


@retried(4, 0.0005)
async def connect(name, good_from):
    calls.append(name)
    await asyncio.sleep(0)
    if calls.count(name) < good_from:
        raise ConnectionRefusedError(f'{name} {calls.count(name)}')
    return f'{name} is there'


async def main():
    print(await connect('server', 3), pauses)
    try:
        await connect('nobody', 99)
    except* ConnectionError as group:
        print(group.message, [str(error) for error in group.exceptions])
    pauses.clear()
    task = asyncio.create_task(connect('later', 99))
    while calls.count('later') < 2:
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled(), calls.count('later'), connect.__name__)


asyncio.run(main())

# expect:
# server is there [0.0005, 0.001]
# connect failed 4 times ['nobody 1', 'nobody 2', 'nobody 3', 'nobody 4']
# True 2 connect
