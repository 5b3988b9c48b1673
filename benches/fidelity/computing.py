# Four jobs that compute, under everything that Python has for it.

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import Pool, Process
from threading import Thread
from time import perf_counter
import sys

N = 2_000_000


def power(n):
    result = 0
    for i in range(n):
        result += i ** 2
    return result


def product(n):
    result = 0
    for i in range(n):
        result += i * i
    return result


def timed(act, *arguments):
    start = perf_counter()
    act(*arguments)
    return perf_counter() - start


def one_by_one(job):
    for _ in range(4):
        job(N)


def each_in_its_own(kind, job):
    workers = [kind(target=job, args=(N,)) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()


def pool(job):
    with Pool(4) as workers:
        workers.map(job, [N] * 4)


def executor(kind, job):
    with kind(4) as workers:
        list(workers.map(job, [N] * 4))


if __name__ == '__main__':
    for job in (power, product):
        alone = timed(one_by_one, job)
        print(f'{job.__name__}, sequential: {alone}')
        for interval in (0.0001, 0.001, 0.005, 0.02, 0.05):
            sys.setswitchinterval(interval)
            share = timed(each_in_its_own, Thread, job) / alone
            print(f'{job.__name__}, threads at {interval * 1000:g} ms: {share}')
        sys.setswitchinterval(0.005)
        print(f'{job.__name__}, ThreadPoolExecutor: {timed(executor, ThreadPoolExecutor, job) / alone}')
        print(f'{job.__name__}, processes: {timed(each_in_its_own, Process, job) / alone}')
        print(f'{job.__name__}, Pool: {timed(pool, job) / alone}')
        print(f'{job.__name__}, ProcessPoolExecutor: {timed(executor, ProcessPoolExecutor, job) / alone}')
