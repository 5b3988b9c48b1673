# How long it takes to start things.

from multiprocessing import get_context
from threading import Thread
from time import perf_counter


def nothing(*_):
    pass


def middle(times):
    return sorted(times)[len(times) // 2] * 1e6


def starts(kind, times):
    whole, calls = [], []
    for _ in range(times):
        begin = perf_counter()
        started = kind(target=nothing)
        started.start()
        calls.append(perf_counter() - begin)
        started.join()
        whole.append(perf_counter() - begin)
    return middle(whole), middle(calls)


def pools(context, times):
    lengths = []
    for _ in range(times):
        begin = perf_counter()
        with context.Pool(2) as pool:
            pool.apply(nothing)
        lengths.append(perf_counter() - begin)
    return middle(lengths)


if __name__ == '__main__':
    whole, call = starts(Thread, 101)
    print(f'thread, start and join: {whole}')
    print(f'thread, start: {call}')
    for method in ('fork', 'forkserver', 'spawn'):
        context = get_context(method)
        whole, call = starts(context.Process, 11)
        print(f'{method}, start and join: {whole}')
        print(f'{method}, start: {call}')
        print(f'{method}, Pool(2), a task, exit: {pools(context, 5)}')
