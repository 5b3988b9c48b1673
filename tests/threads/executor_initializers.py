# What each thread of a pool does first; and a pool whose first step fails.
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures.thread import BrokenThreadPool
import logging
import threading

logging.disable(logging.CRITICAL)
own = threading.local()


def begin(value):
    own.value = value


with ThreadPoolExecutor(2, thread_name_prefix='mill', initializer=begin, initargs=(42,)) as pool:
    print(set(pool.map(lambda _: own.value, range(6))))
    names = set(pool.map(lambda _: threading.current_thread().name, range(6)))
    print(all(name.startswith('mill_') for name in names))
print(hasattr(own, 'value'))


def fail():
    raise ValueError('no')


pool = ThreadPoolExecutor(1, initializer=fail)
try:
    pool.submit(int).result()
except BrokenThreadPool as error:
    print(error)
try:
    pool.submit(int)
except BrokenThreadPool as error:
    print('again:', error)
pool.shutdown()
for wrong in (dict(max_workers=0), dict(max_workers=-1), dict(initializer=3)):
    try:
        ThreadPoolExecutor(**wrong)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
# expect:
# {42}
# True
# False
# A thread initializer failed, the thread pool is not usable anymore
# again: A thread initializer failed, the thread pool is not usable anymore
# ValueError max_workers must be greater than 0
# ValueError max_workers must be greater than 0
# TypeError initializer must be a callable
