import concurrent.futures
import multiprocessing
import os
import time
from concurrent.futures import ProcessPoolExecutor, as_completed, wait
from concurrent.futures.process import BrokenProcessPool


def square(n):
    return n * n


def fail(n):
    raise KeyError(n)


def slow(n):
    time.sleep(0.02 * n)
    return n


def set_up(n):
    global base
    base = n


def based(n):
    return base + n


def die(n):
    os._exit(3)


if __name__ == '__main__':
    with ProcessPoolExecutor(max_workers=2) as executor:
        print(list(executor.map(square, range(8))), list(executor.map(pow, [2, 3], [3, 2])))
        print(list(executor.map(square, range(10), chunksize=4)))
        futures = [executor.submit(square, n) for n in range(5)]
        print(sorted(future.result() for future in as_completed(futures)))
        future = executor.submit(fail, 'k')
        print(repr(future.exception()), type(future.exception().__cause__).__name__, future.done())
        unpicklable = executor.submit(lambda: 1)
        print(type(unpicklable.exception()).__name__)
        done, left = wait([executor.submit(square, n) for n in range(3)])
        print(len(done), len(left))
        try:
            executor.submit(slow, 3).result(timeout=0.001)
        except concurrent.futures.TimeoutError:
            print('timeout')
        try:
            list(executor.map(square, [1], chunksize=0))
        except ValueError as error:
            print(error)
        called = []
        future = executor.submit(square, 12)
        future.add_done_callback(lambda future: called.append(future.result()))
        wait([future])
    print(called)
    try:
        executor.submit(square, 1)
    except RuntimeError as error:
        print(error)

    with ProcessPoolExecutor(1, initializer=set_up, initargs=(100,)) as executor:
        print(list(executor.map(based, range(3))))
        many = [executor.submit(slow, 1) for _ in range(8)]
        print(many[-1].cancel(), many[-1].cancelled())
        print(many[0].result(), many[0].cancel())

    # A worker that dies takes the pool along, and every call that was not done.
    executor = ProcessPoolExecutor(2)
    print(executor.submit(square, 3).result())
    broken = executor.submit(die, 1)
    try:
        broken.result()
    except BrokenProcessPool as error:
        print(error)
    try:
        executor.submit(square, 1)
    except BrokenProcessPool as error:
        print(error)
    executor.shutdown()

    context = multiprocessing.get_context('spawn')
    with ProcessPoolExecutor(2, mp_context=context, max_tasks_per_child=1) as executor:
        print(list(executor.map(square, range(3))))
    for wrong in (lambda: ProcessPoolExecutor(0), lambda: ProcessPoolExecutor(1, initializer=1)):
        try:
            wrong()
        except (ValueError, TypeError) as error:
            print(error)

# expect:
# [0, 1, 4, 9, 16, 25, 36, 49] [8, 9]
# [0, 1, 4, 9, 16, 25, 36, 49, 64, 81]
# [0, 1, 4, 9, 16]
# KeyError('k') _RemoteTraceback True
# PicklingError
# 3 0
# timeout
# chunksize must be >= 1.
# [144]
# cannot schedule new futures after shutdown
# [100, 101, 102]
# True True
# 1 False
# 9
# A process in the process pool was terminated abruptly while the future was running or pending.
# A child process terminated abruptly, the process pool is not usable anymore
# [0, 1, 4]
# max_workers must be greater than 0
# initializer must be a callable
