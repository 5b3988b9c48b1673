# A process of the model hybrid: its threads take tasks until there are none left.

from _gilsim_tasks import next, run, workers
from concurrent.futures import ThreadPoolExecutor


def _work():
    number = next()
    while number is not None:
        run(number)
        number = next()


def _main():
    count = workers()
    if count == 1:
        _work()
        return
    with ThreadPoolExecutor(count, thread_name_prefix='pool') as pool:
        for _ in range(count):
            pool.submit(_work)


_main()
