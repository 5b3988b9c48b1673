import multiprocessing as mp
import os
import time
from multiprocessing.pool import ThreadPool


def square(n):
    return n * n


def add(a, b):
    return a + b


def fail_at_three(n):
    if n == 3:
        raise ValueError('three')
    return n


def set_up(text, n):
    global prefix
    prefix = text * n


def prefixed(n):
    return prefix + str(n)


def who(n):
    time.sleep(0.001)
    return os.getpid()


def no_pickle(n):
    return lambda: n


if __name__ == '__main__':
    with mp.Pool(3) as pool:
        print(pool.map(square, range(10)), pool.map(square, []), pool.map(square, (n for n in (1, 2))))
        print(pool.map(square, range(7), chunksize=2), pool.starmap(add, [(1, 2), ('a', 'b')]))
        print(list(pool.imap(square, range(6))), list(pool.imap(square, range(6), chunksize=4)))
        print(sorted(pool.imap_unordered(square, range(6))), sorted(pool.imap_unordered(square, range(6), 3)))
        print(pool.apply(add, (1,), {'b': 2}))
        result = pool.apply_async(square, (9,))
        print(result.get(timeout=100), result.ready(), result.successful())
        seen, wrong = [], []
        results = pool.map_async(square, range(4), callback=seen.append)
        results.wait()
        failing = pool.apply_async(fail_at_three, (3,), error_callback=wrong.append)
        failing.wait()
        print(seen, wrong, failing.successful())
        try:
            pool.map(fail_at_three, range(6))
        except ValueError as error:
            print(repr(error), type(error.__cause__).__name__, 'fail_at_three' in str(error.__cause__))
        numbers = pool.imap(fail_at_three, range(5))
        try:
            while True:
                print(next(numbers), end=' ')
        except ValueError as error:
            print(error)
        try:
            pool.apply(no_pickle, (1,))
        except mp.pool.MaybeEncodingError as error:
            print(str(error).startswith('Error sending result'))
        try:
            pool.apply(lambda: 1)
        except Exception as error:
            print(type(error).__name__)
        slow = pool.apply_async(time.sleep, (0.05,))
        try:
            slow.get(timeout=0.001)
        except mp.TimeoutError:
            print('timeout')
    try:
        pool.map(square, [1])
    except ValueError as error:
        print(error)

    pool = mp.Pool(2, initializer=set_up, initargs=('-', 2))
    print(pool.map(prefixed, range(3)))
    pool.close()
    pool.join()

    # A worker ends after two tasks and is replaced.
    with mp.Pool(1, maxtasksperchild=2) as pool:
        print(len(set(pool.map(who, range(6), chunksize=1))))
    with mp.Pool(2) as pool:
        print(1 <= len(set(pool.map(who, range(8), chunksize=1))) <= 2, os.getpid() not in pool.map(who, range(4)))
    with ThreadPool(2) as pool:
        print(pool.map(square, range(5)), set(pool.map(who, range(3))) == {os.getpid()})
        print(pool.apply_async(lambda: 'any object').get())
    try:
        mp.Pool(0)
    except ValueError as error:
        print(error)

# expect:
# [0, 1, 4, 9, 16, 25, 36, 49, 64, 81] [] [1, 4]
# [0, 1, 4, 9, 16, 25, 36] [3, 'ab']
# [0, 1, 4, 9, 16, 25] [0, 1, 4, 9, 16, 25]
# [0, 1, 4, 9, 16, 25] [0, 1, 4, 9, 16, 25]
# 3
# 81 True True
# [[0, 1, 4, 9]] [ValueError('three')] False
# ValueError('three') RemoteTraceback True
# 0 1 2 three
# True
# PicklingError
# timeout
# Pool not running
# ['--0', '--1', '--2']
# 3
# True True
# [0, 1, 4, 9, 16] True
# any object
# Number of processes must be at least 1
