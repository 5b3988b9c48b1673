# The model thread-pool: an executor does all tasks.

from _gilsim_tasks import names, run, workers
from concurrent.futures import ThreadPoolExecutor


def _main():
    with ThreadPoolExecutor(workers(), thread_name_prefix='pool') as pool:
        for number in range(len(names())):
            pool.submit(run, number)


_main()
