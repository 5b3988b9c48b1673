# A task there and back, through each kind of pool; pickling; downloads.

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import Pool, Process
from threading import Thread
from time import perf_counter, sleep
import pickle


def same(value=None):
    return value


def middle(act, times):
    lengths = []
    for _ in range(times):
        start = perf_counter()
        act()
        lengths.append(perf_counter() - start)
    return sorted(lengths)[times // 2] * 1e6


def each(act, times):
    start = perf_counter()
    for _ in range(times):
        act()
    return (perf_counter() - start) / times * 1e6


def sleeps_at_once(kind, lengths):
    start = perf_counter()
    workers = [kind(target=sleep, args=(length,)) for length in lengths]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return perf_counter() - start


if __name__ == '__main__':
    with ThreadPoolExecutor(2) as executor:
        executor.submit(same).result()
        print(f'ThreadPoolExecutor, a task: {middle(lambda: executor.submit(same).result(), 501)}')
    with ProcessPoolExecutor(2) as executor:
        executor.submit(same).result()
        print(f'ProcessPoolExecutor, a task: {middle(lambda: executor.submit(same).result(), 501)}')
    with Pool(2) as pool:
        pool.apply(same)
        print(f'Pool.apply: {middle(lambda: pool.apply(same), 501)}')
        for size in (1_000, 10_000, 100_000, 1_000_000):
            data = bytes(size)
            print(f'Pool.apply, {size // 1000} kB: {middle(lambda: pool.apply(same, (data,)), 51)}')
        for chunk, tasks in ((1, 5_000), (100, 200_000)):
            start = perf_counter()
            pool.map(same, range(tasks), chunk)
            print(f'Pool.map, chunks of {chunk}: {(perf_counter() - start) / tasks * 1e6}')
    for name, data in (('bytes', bytes(1_000)), ('bytes', bytes(1_000_000)),
                       ('list', list(range(1_000, 1_330))), ('list', list(range(100_000, 300_000)))):
        dumped = pickle.dumps(data)
        size = '1 kB' if len(dumped) < 10_000 else '1 MB'
        times = 200 if len(dumped) < 10_000 else 5
        print(f'pickle, {name} of {size}, dumps: {each(lambda: pickle.dumps(data), times)}')
        print(f'pickle, {name} of {size}, loads: {each(lambda: pickle.loads(dumped), times)}')
    lengths = (0.45, 0.38, 0.52, 0.41)
    start = perf_counter()
    for length in lengths:
        sleep(length)
    print(f'downloads, sequential: {perf_counter() - start}')
    print(f'downloads, threads: {sleeps_at_once(Thread, lengths)}')
    print(f'downloads, processes: {sleeps_at_once(Process, lengths)}')
