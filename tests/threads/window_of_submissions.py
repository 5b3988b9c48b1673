# A generator of many inputs is not read ahead further than the window: a semaphore is freed as each task ends.
from concurrent.futures import ThreadPoolExecutor
import threading


class Bounded:
    def __init__(self, pool, window):
        self.pool = pool
        self.places = threading.BoundedSemaphore(window)

    def submit(self, function, *args):
        self.places.acquire()
        try:
            future = self.pool.submit(function, *args)
        except BaseException:
            self.places.release()
            raise
        future.add_done_callback(lambda _: self.places.release())
        return future


taken = finished = most_ahead = 0
lock = threading.Lock()


def inputs(count):
    global taken, most_ahead
    for n in range(count):
        with lock:
            taken += 1
            most_ahead = max(most_ahead, taken - finished)
        yield n


def work(n):
    global finished
    with lock:
        finished += 1
    return -n


with ThreadPoolExecutor(2) as pool:
    bounded = Bounded(pool, 5)
    futures = [bounded.submit(work, n) for n in inputs(40)]
print(sum(future.result() for future in futures), finished)
print('read ahead by at most the window and one:', most_ahead <= 6)
try:
    bounded.submit(work, 1)
except RuntimeError as error:
    print(error)
print([bounded.places.acquire(blocking=False) for _ in range(6)])

# expect:
# -780 40
# read ahead by at most the window and one: True
# cannot schedule new futures after shutdown
# [True, True, True, True, True, False]
