# A pool of interpreters: before Python 3.14 one of threads does the same here.
from concurrent.futures import as_completed, wait
import os
import time

try:
    from concurrent.futures import InterpreterPoolExecutor
except ImportError:
    from concurrent.futures import ThreadPoolExecutor as InterpreterPoolExecutor


def square(n):
    return n * n


def fail(n):
    raise ValueError(f'no {n}')


def own_process():
    return os.getpid()


def greet(greeting, *, name='world'):
    return f'{greeting}, {name}'


def nap(seconds):
    time.sleep(seconds)
    return seconds


def main():
    with InterpreterPoolExecutor(2) as pool:
        print(list(pool.map(square, range(6))))
        print(list(pool.map(pow, [2, 3], [5, 4])))
        print(pool.submit(greet, 'Hello', name='you').result())
        failed = pool.submit(fail, 3)
        try:
            failed.result()
        except ValueError as error:
            print('caught', error)
        print(repr(failed.exception()))
        print(pool.submit(own_process).result() == os.getpid())
        print(sorted(future.result() for future in as_completed([pool.submit(square, n) for n in range(4)])))
        done, left = wait([pool.submit(nap, 0.01), pool.submit(nap, 0.02)])
        print(sorted(future.result() for future in done), left)

    called = []
    with InterpreterPoolExecutor(max_workers=1) as pool:
        future = pool.submit(square, 9)
        future.add_done_callback(lambda future: called.append(future.result()))
        print(future.result())
        blocked, waiting = pool.submit(nap, 0.2), pool.submit(nap, 0)
        print(waiting.cancel(), waiting.cancelled())
        print(blocked.result())
    print(called)
    try:
        pool.submit(square, 1)
    except RuntimeError as error:
        print(error)
    try:
        InterpreterPoolExecutor(0)
    except ValueError as error:
        print(error)


if __name__ == '__main__':
    main()
# expect:
# [0, 1, 4, 9, 16, 25]
# [32, 81]
# Hello, you
# caught no 3
# ValueError('no 3')
# True
# [0, 1, 4, 9]
# [0.01, 0.02] set()
# 81
# True True
# 0.2
# [81]
# cannot schedule new futures after shutdown
# max_workers must be greater than 0
