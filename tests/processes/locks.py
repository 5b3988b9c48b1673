import multiprocessing as mp
import time


def add(value, lock, times):
    for _ in range(times):
        with lock:
            value.value += 1


def hold(lock, ready, go):
    with lock:
        ready.set()
        go.wait()


def wait_for(condition, flag, results):
    with condition:
        condition.wait_for(lambda: flag.value == 1)
        results.put('woken')


def meet(barrier, results):
    results.put(barrier.wait() >= 0)


def inside(semaphore, count, most):
    for _ in range(5):
        with semaphore:
            with count.get_lock():
                count.value += 1
                most.value = max(most.value, count.value)
            time.sleep(0.001)
            with count.get_lock():
                count.value -= 1


if __name__ == '__main__':
    value, lock = mp.Value('i', 0, lock=False), mp.Lock()
    processes = [mp.Process(target=add, args=(value, lock, 250)) for _ in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(value.value)

    ready, go = mp.Event(), mp.Event()
    process = mp.Process(target=hold, args=(lock, ready, go))
    process.start()
    ready.wait()
    print(lock.acquire(block=False), lock.acquire(timeout=0.01), lock)
    go.set()
    process.join()
    print(lock.acquire(), lock)
    print(lock.release(), lock)

    rlock = mp.RLock()
    print(rlock.acquire(), rlock.acquire(), rlock)
    rlock.release()
    rlock.release()
    for wrong in (rlock.release, lock.release):
        try:
            wrong()
        except (AssertionError, ValueError) as error:
            print(type(error).__name__, error)

    semaphore, count, most = mp.Semaphore(2), mp.Value('i', 0), mp.Value('i', 0)
    processes = [mp.Process(target=inside, args=(semaphore, count, most)) for _ in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(count.value, most.value <= 2, semaphore.get_value())
    bounded = mp.BoundedSemaphore(1)
    try:
        bounded.release()
    except ValueError as error:
        print(error)

    condition, flag, results = mp.Condition(), mp.Value('i', 0), mp.SimpleQueue()
    processes = [mp.Process(target=wait_for, args=(condition, flag, results)) for _ in range(3)]
    for process in processes:
        process.start()
    time.sleep(0.01)
    with condition:
        flag.value = 1
        condition.notify_all()
    print([results.get() for _ in processes])
    for process in processes:
        process.join()
    with condition:
        print(condition.wait(timeout=0.01))

    event = mp.Event()
    print(event.is_set(), event.wait(0.01), event.set(), event.is_set(), event.wait(), event.clear(), event.is_set())

    barrier = mp.Barrier(3)
    processes = [mp.Process(target=meet, args=(barrier, results)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print([results.get() for _ in processes], barrier.parties, barrier.n_waiting, barrier.broken)

# expect:
# 1000
# False False <Lock(owner=SomeOtherProcess)>
# True <Lock(owner=MainProcess)>
# None <Lock(owner=None)>
# True True <RLock(MainProcess, 2)>
# AssertionError attempt to release recursive lock not owned by thread
# ValueError semaphore or lock released too many times
# 0 True 2
# semaphore or lock released too many times
# ['woken', 'woken', 'woken']
# False
# False False None True True None False
# [True, True, True] 3 0 False
