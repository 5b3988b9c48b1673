# Decorators around coroutine functions: timed, limited, logged; each is itself a coroutine function and keeps the name.
import asyncio
import functools
import inspect


def logged(function):
    @functools.wraps(function)
    async def call(*args):
        log.append(f'> {function.__name__}{args}')
        try:
            return await function(*args)
        finally:
            log.append(f'< {function.__name__}')
    return call


def limited(count):
    def wrap(function):
        semaphore = asyncio.Semaphore(count)

        @functools.wraps(function)
        async def call(*args):
            async with semaphore:
                return await function(*args)
        return call
    return wrap


def either(function):
    """Calls plain functions and coroutine functions alike."""
    @functools.wraps(function)
    async def call(*args):
        result = function(*args)
        return await result if inspect.isawaitable(result) else result
    return call


log = []


@logged
@limited(1)
async def double(n):
    """Twice as much."""
    log.append(f'in {n}')
    await asyncio.sleep(0)
    log.append(f'out {n}')
    return 2 * n


@either
def plain(n):
    return n + 1


@either
async def awaited(n):
    return n + 2


async def main():
    print(await asyncio.gather(double(1), double(2)))
    print(log)
    print(double.__name__, double.__doc__, asyncio.iscoroutinefunction(double), inspect.iscoroutinefunction(plain))
    print(await plain(1), await awaited(1))


asyncio.run(main())

# expect:
# [2, 4]
# ['> double(1,)', 'in 1', '> double(2,)', 'out 1', '< double', 'in 2', 'out 2', '< double']
# double Twice as much. True True
# 2 3
