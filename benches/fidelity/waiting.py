# A thread that sleeps again and again beside threads that compute.

from threading import Thread
from time import perf_counter, sleep
import sys

done = False


def compute():
    number = 0
    while not done:
        number += 1


def sleeps(length):
    lengths = []
    end = perf_counter() + length
    while perf_counter() < end:
        start = perf_counter()
        sleep(0.0001)
        lengths.append(perf_counter() - start)
    lengths.sort()
    return lengths


if __name__ == '__main__':
    print(f'alone, sleeps/s: {len(sleeps(1.0))}')
    for interval in (0.0001, 0.001, 0.005, 0.02, 0.05):
        sys.setswitchinterval(interval)
        for beside in (1, 2, 3):
            done = False
            hogs = [Thread(target=compute) for _ in range(beside)]
            for hog in hogs:
                hog.start()
            length = max(1.0, 100 * interval * beside)
            lengths = sleeps(length)
            done = True
            for hog in hogs:
                hog.join()
            name = f'beside {beside} at {interval * 1000:g} ms'
            print(f'{name}, sleeps/s: {len(lengths) / length}')
            print(f'{name}, p50: {lengths[len(lengths) // 2] * 1000}')
