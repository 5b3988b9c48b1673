# A process that ends within a with-block gives its lock back; the others go on. A lock of its own thread is re-entrant.
import multiprocessing
import sys


def fail_inside(lock, log):
    sys.stderr = None
    with lock:
        log.put('inside')
        raise SystemExit(4)


def again(lock, log):
    with lock:
        with lock:
            log.put('twice inside')
    try:
        lock.release()
    except AssertionError as error:
        log.put(str(error))


if __name__ == '__main__':
    lock, log = multiprocessing.Lock(), multiprocessing.SimpleQueue()
    process = multiprocessing.Process(target=fail_inside, args=(lock, log))
    process.start()
    process.join()
    print(log.get(), process.exitcode, lock.acquire(timeout=60))
    lock.release()
    try:
        lock.release()
    except ValueError as error:
        print(error)
    process = multiprocessing.Process(target=again, args=(multiprocessing.RLock(), log))
    process.start()
    process.join()
    print(log.get(), '|', log.get())
    bounded = multiprocessing.BoundedSemaphore(2)
    print(bounded.acquire(), bounded.acquire(), bounded.acquire(block=False), bounded.get_value())
    bounded.release()
    bounded.release()
    try:
        bounded.release()
    except ValueError as error:
        print(error)

# expect:
# inside 4 True
# semaphore or lock released too many times
# twice inside | attempt to release recursive lock not owned by thread
# True True False 0
# semaphore or lock released too many times
