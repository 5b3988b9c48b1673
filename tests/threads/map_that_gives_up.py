# Executor.map with a timeout counts from the call for all results together; what is late raises where it is asked for.
from concurrent.futures import ThreadPoolExecutor
import threading

gate = threading.Event()


def work(n):
    if n == 2:
        gate.wait(timeout=10)
    return n


with ThreadPoolExecutor(3) as pool:
    results = pool.map(work, range(5), timeout=0.2)
    got = []
    try:
        for result in results:
            got.append(result)
    except TimeoutError as error:
        print(got, type(error).__name__)
    gate.set()
    print(list(results))
    print(list(pool.map(work, range(3), timeout=10)), list(pool.map(work, [], timeout=0)))
    try:
        pool.map(work)
        pool.map(None, [1]).__next__()
    except TypeError as error:
        print(error)

# expect:
# [0, 1] TimeoutError
# []
# [0, 1, 2] []
# 'NoneType' object is not callable
