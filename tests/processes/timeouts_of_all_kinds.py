# Timeouts of zero, negative and infinite, and what is released that nobody has.
import multiprocessing as mp
import time

INFINITE = float('inf')


def told(call, *args):
    try:
        return repr(call(*args))
    except BaseException as error:
        return type(error).__name__ + ': ' + str(error)


if __name__ == '__main__':
    for thing in (mp.Lock(), mp.RLock(), mp.BoundedSemaphore(1)):
        print(told(thing.release))
    print(told(mp.Condition().notify), told(mp.JoinableQueue().task_done))
    lock = mp.Lock()
    lock.acquire()
    queue = mp.Queue()
    here, there = mp.Pipe()
    process = mp.Process(target=time.sleep, args=(1,))
    process.start()
    for timeout in (0, -1, -INFINITE, 0.001):
        print(timeout, told(lock.acquire, True, timeout), told(queue.get, True, timeout), told(here.poll, timeout),
              told(mp.Event().wait, timeout), told(mp.Semaphore(0).acquire, True, timeout),
              told(process.join, timeout), process.is_alive())
    process.join()
    with mp.Pool(1) as pool:
        result = pool.apply_async(time.sleep, (0.5,))
        for timeout in (0, -1):
            print(told(result.get, timeout), told(result.wait, timeout), result.ready())
        print(result.get(None))
    full = mp.Queue(1)
    full.put(1)
    print([told(full.put, 2, True, timeout) for timeout in (0, -1, 0.001)], told(full.put_nowait, 2), full.get())
    print(told(mp.Barrier(2).wait, 0), told(mp.Process(target=print).join))

# expect:
# ValueError: semaphore or lock released too many times
# AssertionError: attempt to release recursive lock not owned by thread
# ValueError: semaphore or lock released too many times
# AssertionError: lock is not owned ValueError: task_done() called too many times
# 0 False Empty:  False False False None True
# -1 False Empty:  False False False None True
# -inf False Empty:  False False False None True
# 0.001 False Empty:  False False False None True
# TimeoutError:  None False
# TimeoutError:  None False
# None
# ['Full: ', 'Full: ', 'Full: '] Full:  1
# BrokenBarrierError:  AssertionError: can only join a started process
