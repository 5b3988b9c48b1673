import threading
import time
from concurrent.futures import (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, CancelledError, Future,
                                ThreadPoolExecutor, TimeoutError, as_completed, wait)


def square(number):
    return number * number


with ThreadPoolExecutor(max_workers=3) as pool:
    print(list(pool.map(square, range(8))))
    print(list(pool.map(pow, [2, 3, 4], [5, 2])))
    futures = [pool.submit(square, number) for number in range(5)]
    print(sorted(future.result() for future in as_completed(futures)))
    print([future.done() for future in futures], futures[0].cancel(), futures[0].cancelled())
    failing = pool.submit(lambda: 1 / 0)
    print(repr(failing.exception()))
    try:
        failing.result()
    except ZeroDivisionError as error:
        print('raised', error)
try:
    pool.submit(square, 1)
except RuntimeError as error:
    print(error)

gate = threading.Event()
with ThreadPoolExecutor(1) as pool:
    blocked = pool.submit(gate.wait)
    queued = pool.submit(square, 2)
    while not blocked.running():
        time.sleep(0.001)
    print(blocked.cancel(), queued.cancel(), queued.cancelled(), queued.done())
    try:
        blocked.result(timeout=0.01)
    except TimeoutError:
        print('not yet')
    done, not_done = wait([blocked, queued], timeout=0.01)
    print(len(done), len(not_done))
    done, not_done = wait([blocked, pool.submit(square, 3)], timeout=0.01, return_when=FIRST_COMPLETED)
    print(len(done), len(not_done))
    called = []
    blocked.add_done_callback(lambda future: called.append(future.result()))
    gate.set()
    print(blocked.result())
    try:
        queued.result()
    except CancelledError:
        print('cancelled')
print(called)
blocked.add_done_callback(lambda future: called.append('at once'))
print(called)

names = set()
prepared = []


def prepare(what):
    prepared.append(what)


def note():
    names.add(threading.current_thread().name)


with ThreadPoolExecutor(2, thread_name_prefix='pool', initializer=prepare, initargs=('ready',)) as pool:
    wait([pool.submit(note) for _ in range(6)])
print(names <= {'pool_0', 'pool_1'}, set(prepared))
future = Future()
print(future.set_running_or_notify_cancel(), future.running())
future.set_result(5)
print(future.result(), future.exception())
try:
    ThreadPoolExecutor(0)
except ValueError as error:
    print(error)
pool = ThreadPoolExecutor(1)
print(pool.submit(square, 9).result())
left = pool.submit(square, 10)
pool.shutdown(wait=False)
print(left.result())
print(ThreadPoolExecutor(2).submit(square, 11).result())

# expect:
# [0, 1, 4, 9, 16, 25, 36, 49]
# [32, 9]
# [0, 1, 4, 9, 16]
# [True, True, True, True, True] False False
# ZeroDivisionError('division by zero')
# raised division by zero
# cannot schedule new futures after shutdown
# False True True True
# not yet
# 0 2
# 0 2
# True
# cancelled
# [True]
# [True, 'at once']
# True {'ready'}
# True True
# 5 None
# max_workers must be greater than 0
# 81
# 100
# 121
