# multiprocessing.dummy and ThreadPool: the interface of Pool upon threads, so nothing is pickled and globals are shared.
import threading
from multiprocessing.dummy import Pool as DummyPool
from multiprocessing.pool import ThreadPool

seen = []


def note(n):
    seen.append(n)
    return lambda: n * n


if __name__ == '__main__':
    with ThreadPool(3) as pool:
        functions = pool.map(note, range(5))
        print([function() for function in functions], sorted(seen))
        names = set(pool.map(lambda _: threading.current_thread() is threading.main_thread(), range(6)))
        print(names, list(pool.imap(str, [1, 2])), sorted(pool.imap_unordered(abs, [-2, 1])))
        failing = pool.apply_async(int, ('x',))
        failing.wait()
        print(failing.successful())
        try:
            failing.get()
        except ValueError as error:
            print(error, error.__cause__)
        print(pool.starmap(max, [(1, 2), (4, 3)]))
    pool = DummyPool(2)
    print(type(pool).__name__, pool.map(len, ['', 'a']))
    pool.close()
    pool.join()
    try:
        ThreadPool(0)
    except ValueError as error:
        print(error)

# expect:
# [0, 1, 4, 9, 16] [0, 1, 2, 3, 4]
# {False} ['1', '2'] [1, 2]
# False
# invalid literal for int() with base 10: 'x' None
# [2, 4]
# ThreadPool [0, 1]
# Number of processes must be at least 1
