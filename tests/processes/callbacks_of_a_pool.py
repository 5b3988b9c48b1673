# Callbacks of a pool run in the parent, in a thread of its own, before get() returns; errors have one of their own.
import multiprocessing
import os
import threading


def work(n):
    if n % 3 == 0:
        raise ValueError(n)
    return n, os.getpid()


if __name__ == '__main__':
    results, errors, places = [], [], set()

    def on_result(result):
        results.append(result[0])
        places.add((os.getpid() == main, threading.current_thread() is threading.main_thread()))

    def on_error(error):
        errors.append(error.args[0])

    main = os.getpid()
    with multiprocessing.Pool(2) as pool:
        pending = [pool.apply_async(work, (n,), callback=on_result, error_callback=on_error) for n in range(7)]
        for one in pending:
            one.wait()
        print([one.successful() for one in pending])
        print(sorted(results), sorted(errors), places)
        whole = []
        pool.map_async(work, [1, 2, 4], callback=lambda pairs: whole.append([n for n, _ in pairs])).wait()
        pool.map_async(work, [1, 3, 5], error_callback=lambda error: whole.append(error.args)).wait()
        print(whole)

# expect:
# [False, True, True, False, True, True, False]
# [1, 2, 4, 5] [0, 3, 6] {(True, False)}
# [[1, 2, 4], (3,)]
