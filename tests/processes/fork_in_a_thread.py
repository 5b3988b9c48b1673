# The thread that forks is the main thread of the child, whatever else its parent has. In the child of a pool's worker that is
# the very thread which the pool's end would await, so the child fails at its end.
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import Process
import os
import threading


def look():
    here = threading.current_thread()
    print(here.name, here is threading.main_thread(), threading.active_count(), flush=True)


def leave():
    raise SystemExit(5)


def start(target):
    process = Process(target=target)
    process.start()
    process.join()
    return process.exitcode


def square(number):
    return number * number


def note(text):
    notes.append(text)


notes = []

if __name__ == '__main__':
    codes = []
    for target in (look, leave):
        thread = threading.Thread(target=lambda: codes.append(start(target)), name='worker')
        thread.start()
        thread.join()
    print(codes)
    with ThreadPoolExecutor(1, 'pool') as pool:
        print([pool.submit(start, target).result() for target in (look, leave)])
    with ThreadPoolExecutor(1, 'pool') as pool:
        pool.submit(int).result()
        print(start(look))
    with ProcessPoolExecutor(2) as processes, ThreadPoolExecutor(2) as pool:
        futures = [pool.submit(lambda n: processes.submit(square, n).result(), n) for n in range(4)]
        print([future.result() for future in futures])
    os.register_at_fork(before=lambda: note('before'), after_in_parent=lambda: note('parent'))
    os.register_at_fork(before=lambda: note('before that'), after_in_child=lambda: note('child'))
    last = Process(target=lambda: print(notes, flush=True))
    last.start()
    last.join()
    print(notes)

# expect:
# worker True 1
# [0, 5]
# pool_0 True 1
# [1, 1]
# MainThread True 1
# 0
# [0, 1, 4, 9]
# ['before that', 'before', 'child']
# ['before that', 'before', 'parent']
