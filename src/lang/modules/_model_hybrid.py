# The main process of the model hybrid: an executor does the tasks that wait.

from _gilsim_tasks import next, run, workers
from concurrent.futures import ThreadPoolExecutor


def _main():
    with ThreadPoolExecutor(workers(), thread_name_prefix='pool') as pool:
        number = next()
        while number is not None:
            pool.submit(run, number)
            number = next()


_main()
