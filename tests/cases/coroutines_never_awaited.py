import asyncio
import inspect
import warnings

async def work(n=0):
    return n

async def passed_on(inner):
    return await inner

class Client:
    async def fetch(self):
        pass

async def forgets():
    work()
    asyncio.sleep(1)
    kept = work(1)
    print(inspect.getcoroutinestate(kept))
    kept = None
    closed = work(2)
    closed.close()
    del closed
    started = asyncio.create_task(work(3))
    return await work(4) + await started

def fetches():
    client = Client()
    client.fetch()
    return 'dropped'

def many():
    for _ in range(3):
        work()
    return 'three'

def told_of(function):
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter('always')
        print(function())
    for warning in found:
        print(warning.lineno, warning.category.__name__, warning.message)

told_of(lambda: asyncio.run(forgets()))
told_of(fetches)
told_of(many)
told_of(lambda: asyncio.run(passed_on(work(5))))

with warnings.catch_warnings():
    warnings.simplefilter('ignore')
    work()
# expect:
# CORO_CREATED
# 7
# 16 RuntimeWarning coroutine 'work' was never awaited
# 17 RuntimeWarning coroutine 'sleep' was never awaited
# 20 RuntimeWarning coroutine 'work' was never awaited
# dropped
# 29 RuntimeWarning coroutine 'Client.fetch' was never awaited
# three
# 34 RuntimeWarning coroutine 'work' was never awaited
# 34 RuntimeWarning coroutine 'work' was never awaited
# 34 RuntimeWarning coroutine 'work' was never awaited
# 5
