import threading

lock = threading.Lock()
print(lock.locked(), lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(timeout=0.01))
lock.release()
print(lock.acquire(blocking=True, timeout=0), lock.acquire(True, 0))
lock.release()
try:
    lock.release()
except RuntimeError as error:
    print('RuntimeError', error)
for wrong in (lambda: lock.acquire(False, 1), lambda: lock.acquire(timeout=-2),
              lambda: lock.acquire(timeout=float('inf')), lambda: lock.acquire(timeout=1e11),
              lambda: lock.acquire(timeout=float('nan'))):
    try:
        wrong()
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
with lock as got:
    print(got, lock.locked())
print(lock.locked())
try:
    with lock:
        raise KeyError('inside')
except KeyError:
    print('released', not lock.locked())


def release_it():
    lock.release()


lock.acquire()
other = threading.Thread(target=release_it)
other.start()
other.join()
print('anybody may release a Lock:', not lock.locked())

# expect:
# False True True False False
# True False
# RuntimeError release unlocked lock
# ValueError can't specify a timeout for a non-blocking call
# ValueError timeout value must be positive
# OverflowError timestamp out of range for platform time_t
# OverflowError timestamp out of range for platform time_t
# ValueError Invalid value NaN (not a number)
# True True
# False
# released True
# anybody may release a Lock: True
