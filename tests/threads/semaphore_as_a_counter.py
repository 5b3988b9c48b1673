# A semaphore counts: release lets one more in, acquire waits for one; as a context manager, with timeouts, from zero.
import threading

semaphore = threading.Semaphore(0)
order = []


def wait(name):
    with semaphore:
        order.append(name)


threads = [threading.Thread(target=wait, args=(name,)) for name in 'abc']
for thread in threads:
    thread.start()
print(order, semaphore.acquire(blocking=False), semaphore.acquire(timeout=0.001))
semaphore.release()
for thread in threads:
    thread.join()
print(sorted(order), semaphore.acquire(False), semaphore.acquire(False))
try:
    threading.Semaphore(-1)
except ValueError as error:
    print(error)
try:
    semaphore.acquire(blocking=False, timeout=1)
except ValueError as error:
    print(error)
semaphore.release(3)
print([semaphore.acquire(timeout=0) for _ in range(4)])
bounded = threading.BoundedSemaphore(2)
bounded.acquire()
try:
    bounded.release(2)
except ValueError as error:
    print(error, bounded.acquire(False), bounded.acquire(False))

# expect:
# [] False False
# ['a', 'b', 'c'] True False
# semaphore initial value must be >= 0
# can't specify timeout for non-blocking acquire
# [True, True, True, False]
# Semaphore released too many times True False
