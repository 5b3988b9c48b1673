# Timeouts of zero, negative, infinite and beyond, and what is released or joined that cannot be.
import asyncio
import queue
import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed, wait

INFINITE = float('inf')


def told(call, *args):
    try:
        return repr(call(*args))
    except BaseException as error:
        return type(error).__name__ + ': ' + str(error)


print(told(threading.current_thread().join))
lock = threading.Lock()
for thing in (lock, threading.RLock(), threading.BoundedSemaphore(1), threading.Condition()):
    print(told(thing.release))
condition = threading.Condition()
print(told(condition.notify), told(condition.wait), told(queue.Queue().task_done))

lock.acquire()
for timeout in (0, -0.5, -2, 0.001, -INFINITE):
    print(timeout, told(lock.acquire, True, timeout), told(threading.Semaphore(0).acquire, True, timeout),
          told(threading.Event().wait, timeout), told(queue.Queue().get, True, timeout),
          told(queue.SimpleQueue().get, True, timeout))
    with condition:
        print(told(condition.wait, timeout), told(condition.wait_for, lambda: False, timeout))
for timeout in (INFINITE, float('nan'), 1e10, None, 'x'):
    print(timeout, told(lock.acquire, True, timeout))
full = queue.Queue(1)
full.put(1)
print([told(full.put, 2, True, timeout) for timeout in (0, -1, 0.001)], told(full.put, 2, False, -1))
print(told(lock.acquire, False, 1), told(lock.acquire, False, -1), told(threading.Semaphore(0).acquire, False, 1))
print(told(time.sleep, -1), told(time.sleep, INFINITE), told(time.sleep, float('nan')), told(time.sleep, 0))


def nap():
    time.sleep(0.2)
    return 5


with ThreadPoolExecutor(1) as executor:
    future = executor.submit(nap)
    for timeout in (0, -1, -INFINITE):
        print(told(future.result, timeout), told(future.exception, timeout), len(wait([future], timeout).not_done))
        print(told(lambda: list(as_completed([future], timeout))), told(lambda: list(executor.map(abs, [1], timeout=timeout))))
    print(future.result(None), future.result(-1))

thread = threading.Thread(target=time.sleep, args=(0.2,))
thread.start()
for timeout in (0, -1, -INFINITE):
    print(told(thread.join, timeout), thread.is_alive())
thread.join()
barrier = threading.Barrier(2)
for timeout in (0, -1):
    print(told(barrier.wait, timeout), barrier.broken)
    barrier.reset()


async def main():
    for timeout in (0, -1, None, INFINITE):
        try:
            print(await asyncio.wait_for(asyncio.sleep(0.001, 'slept'), timeout))
        except TimeoutError as error:
            print(type(error).__name__, error)
    for timeout in (0, -1, INFINITE, None):
        try:
            async with asyncio.timeout(timeout):
                await asyncio.sleep(0.001)
                print('through')
        except TimeoutError as error:
            print(type(error).__name__, error)
    print(await asyncio.sleep(-1, 'at once'), await asyncio.sleep(0, 'at once'))
    task = asyncio.create_task(asyncio.sleep(0.2))
    for timeout in (0, -1):
        done, pending = await asyncio.wait([task], timeout=timeout)
        print(len(done), len(pending))
    await task
    print(told(asyncio.Lock().release), told(asyncio.BoundedSemaphore(1).release), told(asyncio.Condition().notify))


asyncio.run(main())

# expect:
# RuntimeError: cannot join current thread
# RuntimeError: release unlocked lock
# RuntimeError: cannot release un-acquired lock
# ValueError: Semaphore released too many times
# RuntimeError: cannot release un-acquired lock
# RuntimeError: cannot notify on un-acquired lock RuntimeError: cannot wait on un-acquired lock ValueError: task_done() called too many times
# 0 False False False Empty:  Empty: 
# False False
# -0.5 ValueError: timeout value must be positive False False ValueError: 'timeout' must be a non-negative number ValueError: 'timeout' must be a non-negative number
# False False
# -2 ValueError: timeout value must be positive False False ValueError: 'timeout' must be a non-negative number ValueError: 'timeout' must be a non-negative number
# False False
# 0.001 False False False Empty:  Empty: 
# False False
# -inf OverflowError: timestamp out of range for platform time_t False False ValueError: 'timeout' must be a non-negative number OverflowError: timestamp out of range for platform time_t
# False False
# inf OverflowError: timestamp out of range for platform time_t
# nan ValueError: Invalid value NaN (not a number)
# 10000000000.0 OverflowError: timestamp out of range for platform time_t
# None TypeError: 'NoneType' object cannot be interpreted as an integer
# x TypeError: 'str' object cannot be interpreted as an integer
# ['Full: ', "ValueError: 'timeout' must be a non-negative number", 'Full: '] Full: 
# ValueError: can't specify a timeout for a non-blocking call False ValueError: can't specify timeout for non-blocking acquire
# ValueError: sleep length must be non-negative OverflowError: timestamp out of range for platform time_t ValueError: Invalid value NaN (not a number) None
# TimeoutError:  TimeoutError:  1
# TimeoutError: 1 (of 1) futures unfinished TimeoutError: 
# TimeoutError:  TimeoutError:  1
# TimeoutError: 1 (of 1) futures unfinished TimeoutError: 
# TimeoutError:  TimeoutError:  1
# TimeoutError: 1 (of 1) futures unfinished TimeoutError: 
# 5 5
# None True
# None True
# None True
# BrokenBarrierError:  True
# BrokenBarrierError:  True
# TimeoutError 
# TimeoutError 
# slept
# slept
# TimeoutError 
# TimeoutError 
# through
# through
# at once at once
# 0 1
# 0 1
# RuntimeError: Lock is not acquired. ValueError: BoundedSemaphore released too many times RuntimeError: cannot notify on un-acquired lock
