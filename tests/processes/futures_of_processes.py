# ProcessPoolExecutor: submit, as_completed, map with chunks and several iterables, and errors that come back.
from concurrent.futures import ProcessPoolExecutor, as_completed
import os


def cube(n):
    if n < 0:
        raise ValueError(f'{n} is below zero')
    return n ** 3


def add(a, b):
    return a + b


if __name__ == '__main__':
    with ProcessPoolExecutor(max_workers=2) as pool:
        futures = {pool.submit(cube, n): n for n in (3, -1, 2)}
        found = {}
        for future in as_completed(futures):
            error = future.exception()
            found[futures[future]] = repr(error) if error else future.result()
        print(sorted(found.items()))
        print(list(pool.map(cube, range(9), chunksize=4)), list(pool.map(add, 'abc', 'xyz')))
        print(pool.submit(os.getpid).result() != os.getpid())
        try:
            list(pool.map(cube, [1, -2, 3]))
        except ValueError as error:
            print(error, type(error.__cause__).__name__)
        unpicklable = pool.submit(lambda: 1)
        print(type(unpicklable.exception()).__name__)
        try:
            pool.map(cube, [1], chunksize=0)
        except ValueError as error:
            print(error)
    for wrong in (0, -3):
        try:
            ProcessPoolExecutor(wrong)
        except ValueError as error:
            print(error)

# expect:
# [(-1, "ValueError('-1 is below zero')"), (2, 8), (3, 27)]
# [0, 1, 8, 27, 64, 125, 216, 343, 512] ['ax', 'by', 'cz']
# True
# -2 is below zero _RemoteTraceback
# PicklingError
# chunksize must be >= 1.
# max_workers must be greater than 0
# max_workers must be greater than 0
