# A worker that dies breaks the whole ProcessPoolExecutor: all that waits fails, and so does all that comes.
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
import multiprocessing
import os


def keep(event):
    global gate
    gate = event


def die(n):
    gate.wait(60)
    os._exit(n)


if __name__ == '__main__':
    may_die = multiprocessing.Event()
    with ProcessPoolExecutor(1, initializer=keep, initargs=(may_die,)) as pool:
        print(pool.submit(abs, -5).result())
        doomed = [pool.submit(die, 3), pool.submit(abs, -1)]
        may_die.set()
        for future in doomed:
            try:
                future.result(timeout=60)
            except BrokenProcessPool as error:
                print(type(error).__name__, str(error)[:44])
        try:
            pool.submit(abs, 1)
        except BrokenProcessPool as error:
            print('refused:', str(error)[:44])
    print(issubclass(BrokenProcessPool, RuntimeError), BrokenProcessPool.__module__)
    with ProcessPoolExecutor(2) as pool:
        print('a new one works:', list(pool.map(abs, [-1, -2])))

# expect:
# 5
# BrokenProcessPool A process in the process pool was terminated
# BrokenProcessPool A process in the process pool was terminated
# refused: A child process terminated abruptly, the pro
# True concurrent.futures.process
# a new one works: [1, 2]
