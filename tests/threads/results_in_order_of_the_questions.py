# Executor.map gives results in the order of its arguments, takes several iterables up to the shortest, and raises in place.
from concurrent.futures import ThreadPoolExecutor
import threading

go = threading.Event()


def first_last(n):
    if n == 0:
        go.wait(timeout=10)
    if n == 3:
        go.set()
    return n * n


with ThreadPoolExecutor(4) as pool:
    print(list(pool.map(first_last, range(4))), 'though the first was finished last')
    print(list(pool.map(pow, [2, 3, 4], [5, 2, 3, 9])))
    print(list(pool.map(lambda: 1)), list(pool.map(str, [])))
    numbers = pool.map(lambda n: 12 // n, [3, 2, 0, 1])
    got = []
    try:
        for number in numbers:
            got.append(number)
    except ZeroDivisionError as error:
        print(got, error)
    print(list(numbers))
    letters = pool.map(str.upper, 'abc')
    print(next(letters), type(letters).__name__)
    letters.close()
    print(list(letters))

# expect:
# [0, 1, 4, 9] though the first was finished last
# [32, 9, 64]
# [] []
# [4, 6] integer division or modulo by zero
# []
# A generator
# []
