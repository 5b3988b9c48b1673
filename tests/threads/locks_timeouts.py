# acquire with every kind of timeout, and what is refused.
import threading

lock = threading.Lock()
print(lock.acquire(timeout=-1), lock.locked())
print(lock.acquire(timeout=0), lock.acquire(blocking=False), lock.acquire(timeout=0.01))
for wrong in (dict(timeout=-2), dict(blocking=False, timeout=1), dict(timeout=threading.TIMEOUT_MAX * 2), dict(timeout='1')):
    try:
        lock.acquire(**wrong)
    except (ValueError, OverflowError, TypeError) as error:
        print(type(error).__name__, error)
lock.release()
try:
    lock.release()
except RuntimeError as error:
    print(error)
again = threading.RLock()
with again:
    with again:
        print(again.acquire(timeout=1), again._is_owned())
        again.release()
try:
    again.release()
except RuntimeError as error:
    print(error)


def try_it(results):
    results.append(again.acquire(blocking=False))
    results.append(again.acquire(timeout=0.01))
    try:
        again.release()
    except RuntimeError as error:
        results.append(str(error))


results = []
with again:
    thread = threading.Thread(target=try_it, args=(results,))
    thread.start()
    thread.join()
print(results)
# expect:
# True True
# False False False
# ValueError timeout value must be positive
# ValueError can't specify a timeout for a non-blocking call
# OverflowError timestamp out of range for platform time_t
# TypeError 'str' object cannot be interpreted as an integer
# release unlocked lock
# True True
# cannot release un-acquired lock
# [False, False, 'cannot release un-acquired lock']
