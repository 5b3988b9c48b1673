# Calls that block go to threads: the loop ticks on meanwhile, and results and errors come back to it.
import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

gate = threading.Event()


def block(name, *, error=None):
    gate.wait(timeout=10)
    if error:
        raise error
    return name, threading.current_thread() is threading.main_thread()


async def tick(ticks):
    while len(ticks) < 5:
        ticks.append(len(ticks))
        await asyncio.sleep(0)
    gate.set()


async def main():
    loop, ticks = asyncio.get_running_loop(), []
    with ThreadPoolExecutor(2, thread_name_prefix='own') as pool:
        results = await asyncio.gather(
            asyncio.to_thread(block, 'to_thread'),
            loop.run_in_executor(None, block, 'default'),
            loop.run_in_executor(pool, block, 'own pool'),
            asyncio.to_thread(block, 'bad', error=OSError('no disk')),
            tick(ticks),
            return_exceptions=True,
        )
    print(results, ticks)
    try:
        await loop.run_in_executor(pool, print)
    except RuntimeError as error:
        print(error)


asyncio.run(main())

# expect:
# [('to_thread', False), ('default', False), ('own pool', False), OSError('no disk'), None] [0, 1, 2, 3, 4]
# cannot schedule new futures after shutdown
