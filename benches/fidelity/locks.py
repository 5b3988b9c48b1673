# Counters under locks, and sleeping with a lock.

from multiprocessing import Process, Value
from threading import Lock, Thread
from time import perf_counter, sleep
import sys

TURNS = 100_000
counter = 0
lock = Lock()


def count(turns):
    global counter
    for _ in range(turns):
        with lock:
            counter += 1


def count_shared(value, turns):
    for _ in range(turns):
        with value.get_lock():
            value.value += 1


def nap():
    with lock:
        sleep(0.2)


def timed(act, *arguments):
    start = perf_counter()
    act(*arguments)
    return perf_counter() - start


def all_at_once(kind, workers, target, *arguments):
    workers = [kind(target=target, args=arguments) for _ in range(workers)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()


if __name__ == '__main__':
    print(f'one thread: {timed(count, 4 * TURNS)}')
    for interval in (0.0001, 0.001, 0.005, 0.02, 0.05):
        sys.setswitchinterval(interval)
        print(f'four threads at {interval * 1000:g} ms: {timed(all_at_once, Thread, 4, count, TURNS)}')
    sys.setswitchinterval(0.005)
    shared = Value('i', 0)
    print(f'Value, one process: {timed(count_shared, shared, 4 * TURNS)}')
    print(f'Value, four processes: {timed(all_at_once, Process, 4, count_shared, shared, TURNS)}')
    for workers in (2, 4):
        print(f'{workers} threads that sleep with the lock: {timed(all_at_once, Thread, workers, nap)}')
