# Semaphores: bounded ones notice a release too many; several at once; timeouts.
import threading

semaphore = threading.BoundedSemaphore(2)
print(semaphore.acquire(), semaphore.acquire(), semaphore.acquire(blocking=False))
semaphore.release()
semaphore.release()
try:
    semaphore.release()
except ValueError as error:
    print(error)
try:
    threading.Semaphore(-1)
except ValueError as error:
    print(error)
plain = threading.Semaphore(0)
print(plain.acquire(timeout=0.01), plain.acquire(timeout=0), plain.acquire(False))
plain.release(3)
print([plain.acquire(blocking=False) for _ in range(4)])
try:
    plain.release(0)
except ValueError as error:
    print(error)
try:
    plain.acquire(blocking=False, timeout=1)
except ValueError as error:
    print(error)
with semaphore:
    print(semaphore.acquire(blocking=False), semaphore.acquire(blocking=False))
    semaphore.release()
order = []


def work(n):
    with plain:
        order.append(n)


threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
plain.release(1)
for thread in threads:
    thread.join()
print(sorted(order))
# expect:
# True True False
# Semaphore released too many times
# semaphore initial value must be >= 0
# False False False
# [True, True, True, False]
# n must be one or more
# can't specify timeout for non-blocking acquire
# True False
# [0, 1, 2, 3]
