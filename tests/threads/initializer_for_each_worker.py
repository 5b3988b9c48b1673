# A pool's initializer runs in each worker before its first task; where it fails, the pool is broken.
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor
from concurrent.futures.thread import BrokenThreadPool
import logging
import threading

logging.getLogger('concurrent.futures').addHandler(logging.NullHandler())
logging.getLogger('concurrent.futures').propagate = False
own = threading.local()
prepared = []


def prepare(prefix, start):
    own.prefix, own.count = prefix, start
    prepared.append(prefix)


def work(barrier):
    barrier.wait(timeout=10)
    own.count += 1
    return own.prefix, own.count


with ThreadPoolExecutor(2, initializer=prepare, initargs=('p', 10)) as pool:
    barrier = threading.Barrier(2)
    print([future.result() for future in [pool.submit(work, barrier) for _ in range(2)]])
    print([future.result() for future in [pool.submit(work, barrier) for _ in range(2)]])
print(prepared, hasattr(own, 'prefix'))


def fail():
    raise OSError('no licence')


with ThreadPoolExecutor(2, initializer=fail) as pool:
    future = pool.submit(abs, -1)
    try:
        future.result(timeout=10)
    except BrokenThreadPool as error:
        print(error)
    try:
        pool.submit(abs, -1)
    except BrokenExecutor as error:
        print(type(error).__name__)

# expect:
# [('p', 11), ('p', 11)]
# [('p', 12), ('p', 12)]
# ['p', 'p'] False
# A thread initializer failed, the thread pool is not usable anymore
# BrokenThreadPool
