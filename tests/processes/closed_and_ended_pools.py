# close lets a pool finish what it has, terminate does not; join is allowed after either, and then nothing more is taken.
import multiprocessing
import time


def double(n):
    return 2 * n


def sleep_long(n):
    time.sleep(60)


if __name__ == '__main__':
    pool = multiprocessing.Pool(2)
    try:
        pool.join()
    except ValueError as error:
        print(error)
    result = pool.map_async(double, range(5))
    pool.close()
    pool.join()
    print(result.get())
    for attempt in (lambda: pool.map(double, [1]), lambda: pool.apply_async(double, (1,)), lambda: list(pool.imap(double, [1]))):
        try:
            attempt()
        except ValueError as error:
            print(error)
    pool = multiprocessing.Pool(2)
    never = pool.map_async(sleep_long, range(4))
    pool.terminate()
    pool.join()
    print('ended early:', never.ready())
    with multiprocessing.Pool(1) as pool:
        print(pool.apply(double, (21,)))
    try:
        pool.apply(double, (1,))
    except ValueError as error:
        print('with ends it:', error)

# expect:
# Pool is still running
# [0, 2, 4, 6, 8]
# Pool not running
# Pool not running
# Pool not running
# ended early: False
# 42
# with ends it: Pool not running
