# Calls by the thousand while the thread that manages the pool is at a result: more than it can be told of by its pipe.
from concurrent.futures import ProcessPoolExecutor
import time

SECONDS = 3


class Slow:
    def __reduce__(self):
        return slowly, ()


def slowly():
    time.sleep(SECONDS)
    return 'slow'


def make():
    return Slow()


def nothing():
    pass


if __name__ == '__main__':
    with ProcessPoolExecutor(1) as pool:
        first = pool.submit(make)
        time.sleep(0.5)
        calls = [pool.submit(nothing) for _ in range(17000)]
        for call in calls[50:]:
            call.cancel()
        print(first.result())
    print(sum(call.cancelled() for call in calls) > 0)

# expect:
# slow
# True
