# AsyncExitStack enters as many contexts as a list has, sync and async; they are left in reverse, whatever happens.
import asyncio
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager

log = []


@asynccontextmanager
async def connected(name):
    await asyncio.sleep(0)
    log.append(f'+{name}')
    try:
        yield name
    finally:
        await asyncio.sleep(0)
        log.append(f'-{name}')


@contextmanager
def locked(name):
    log.append(f'+{name}')
    yield name
    log.append(f'-{name}')


async def farewell(text):
    log.append(text)


async def swallow(kind, error, trace):
    log.append(f'swallows {error!r}')
    return kind is ZeroDivisionError


async def main():
    async with AsyncExitStack() as stack:
        names = [await stack.enter_async_context(connected(name)) for name in ('db', 'cache')]
        stack.enter_context(locked('file'))
        stack.push_async_callback(farewell, 'bye')
        stack.callback(log.append, 'plain')
        print(names)
    print(*log)
    log.clear()
    async with AsyncExitStack() as stack:
        stack.push_async_exit(swallow)
        await stack.enter_async_context(connected('db'))
        1 / 0
    print(*log)
    log.clear()
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(connected('kept'))
        kept = stack.pop_all()
    print(*log, '| still open')
    await kept.aclose()
    print(*log)


asyncio.run(main())

# expect:
# ['db', 'cache']
# +db +cache +file plain bye -file -cache -db
# +db -db swallows ZeroDivisionError('division by zero')
# +kept | still open
# +kept -kept
