# A loop in a thread of its own: other threads hand it coroutines and get concurrent futures for them.
import asyncio
import concurrent.futures
import threading

loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever)
thread.start()


async def double(n):
    await asyncio.sleep(0)
    if n < 0:
        raise ValueError(f'{n} is negative')
    return n * 2, threading.current_thread() is thread


futures = [asyncio.run_coroutine_threadsafe(double(n), loop) for n in (1, 2, -3)]
print([future.result(timeout=10) for future in futures[:2]])
print(repr(futures[2].exception(timeout=10)), type(futures[0]).__module__.split('.')[0])

waiting = asyncio.run_coroutine_threadsafe(asyncio.sleep(3600), loop)
try:
    waiting.result(timeout=0.002)
except concurrent.futures.TimeoutError:
    print('not yet', waiting.cancel(), waiting.cancelled())

said, told = [], threading.Event()
loop.call_soon_threadsafe(said.append, 'in the loop')
loop.call_soon_threadsafe(told.set)
told.wait(timeout=10)
print(said, loop.is_running(), loop.is_closed())
loop.call_soon_threadsafe(loop.stop)
thread.join()
print(loop.is_running(), thread.is_alive())
loop.close()
for late in (lambda: loop.call_soon_threadsafe(print), lambda: loop.run_until_complete(None), loop.run_forever):
    try:
        late()
    except (RuntimeError, TypeError) as error:
        print(type(error).__name__, error)

# expect:
# [(2, True), (4, True)]
# ValueError('-3 is negative') concurrent
# not yet True True
# ['in the loop'] True False
# False False
# RuntimeError Event loop is closed
# RuntimeError Event loop is closed
# RuntimeError Event loop is closed
