# Locks are released however a block is left: by its end, by return, break, continue or an exception.
import threading

lock = threading.Lock()
rlock = threading.RLock()
condition = threading.Condition()
semaphore = threading.Semaphore(1)


def leave_by_return(guard):
    with guard:
        return 'returned'


def leave_by_break(guard):
    for n in range(3):
        with guard:
            if n == 0:
                continue
            break
    return f'broke at {n}'


def leave_by_raise(guard):
    try:
        with guard:
            raise KeyError('out')
    except KeyError as error:
        return repr(error)


def leave_by_generator(guard):
    def inside():
        with guard:
            yield 1
            yield 2

    numbers = inside()
    next(numbers)
    numbers.close()
    return 'closed'


def is_free(guard):
    found = []

    def try_it():
        if guard.acquire(blocking=False):
            found.append(True)
            guard.release()

    thread = threading.Thread(target=try_it)
    thread.start()
    thread.join()
    return bool(found)


for guard in (lock, rlock, condition, semaphore):
    for leave in (leave_by_return, leave_by_break, leave_by_raise, leave_by_generator):
        said = leave(guard)
        assert is_free(guard), (guard, said)
    print(type(guard).__name__, said, is_free(guard))
with lock:
    print(is_free(lock))

# expect:
# lock closed True
# RLock closed True
# Condition closed True
# Semaphore closed True
# False
