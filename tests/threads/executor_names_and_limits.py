# The names of a pool's threads, and that no more are started than there is work for.
from concurrent.futures import ThreadPoolExecutor
import threading


def me(barrier=None):
    if barrier:
        barrier.wait(timeout=10)
    return threading.current_thread().name


with ThreadPoolExecutor(max_workers=5, thread_name_prefix='clerk') as pool:
    print(pool.submit(me).result())
    together = threading.Barrier(3)
    names = {future.result() for future in [pool.submit(me, together) for _ in range(3)]}
    print(len(names), all(name.startswith('clerk_') for name in names))
    print(sum(thread.name.startswith('clerk') for thread in threading.enumerate()) <= 4)
print(any(thread.name.startswith('clerk') for thread in threading.enumerate()))
for wrong in (0, -1):
    try:
        ThreadPoolExecutor(wrong)
    except ValueError as error:
        print(error)
try:
    ThreadPoolExecutor(initializer='not callable')
except TypeError as error:
    print(error)
unnamed = ThreadPoolExecutor(1)
print(unnamed.submit(me).result().endswith('_0'), unnamed.submit(me).result().startswith('ThreadPoolExecutor-'))
unnamed.shutdown()
unnamed.shutdown()

# expect:
# clerk_0
# 3 True
# True
# False
# max_workers must be greater than 0
# max_workers must be greater than 0
# initializer must be a callable
# True True
