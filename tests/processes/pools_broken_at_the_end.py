# Pools that are broken while the program ends: whoever ends them finds workers that are gone, and nothing to tell.
from concurrent.futures import ProcessPoolExecutor
import os
import signal


def nothing():
    pass


if __name__ == '__main__':
    for n in range(6):
        pool = ProcessPoolExecutor(2)
        calls = [pool.submit(nothing) for _ in range(4)]
        os.kill(next(iter(pool._processes)), signal.SIGKILL)
        pool.shutdown(wait=False)
    print('end')

# expect:
# end
