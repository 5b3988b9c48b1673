# A plain Lock has no owner: who holds it can hand it to another thread, which releases it.
import threading

lock = threading.Lock()
lock.acquire()
steps = []


def finish():
    steps.append('the worker releases')
    lock.release()


worker = threading.Thread(target=finish)
worker.start()
print(lock.acquire(timeout=10), steps)
worker.join()
print(lock.locked(), lock.release(), lock.locked())
for wrong in (lock.release, lambda: lock.acquire(True, -2), lambda: lock.acquire(False, 1), lambda: lock.acquire('x', 'y')):
    try:
        wrong()
    except (RuntimeError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(lock.acquire(True, -1), lock.acquire(blocking=False), lock.acquire(timeout=0.001))
try:
    lock.acquire(timeout=1e20)
except OverflowError as error:
    print('OverflowError', threading.TIMEOUT_MAX > 1e6)

# expect:
# True ['the worker releases']
# True None False
# RuntimeError release unlocked lock
# ValueError timeout value must be positive
# ValueError can't specify a timeout for a non-blocking call
# TypeError 'str' object cannot be interpreted as an integer
# True False False
# OverflowError True
