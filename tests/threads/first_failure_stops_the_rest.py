# wait until the first exception: the tasks that have not begun are cancelled, those that run are told to stop.
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
import threading

stop = threading.Event()
running = threading.Barrier(3)


def work(name):
    running.wait(timeout=10)
    if name == 'faulty':
        raise ValueError('broken part')
    return 'stopped early' if stop.wait(timeout=10) else 'never told'


with ThreadPoolExecutor(3) as pool:
    names = ['steady', 'faulty', 'patient', 'late', 'later']
    futures = {name: pool.submit(work, name) for name in names[:3]}
    futures |= {name: pool.submit(stop.wait, 10) for name in names[3:]}
    done, rest = wait(futures.values(), return_when=FIRST_EXCEPTION)
    print(futures['faulty'] in done, futures['steady'] in rest, futures['patient'] in rest)
    pool.shutdown(wait=False, cancel_futures=True)
    stop.set()
print(repr(futures['faulty'].exception()))
for name in ('steady', 'patient'):
    print(name, futures[name].result())
# The thread of the one that failed takes another, unless that is cancelled before.
print('of the two that were left, one was never begun:', any(futures[name].cancelled() for name in ('late', 'later')))
done, rest = wait([futures['steady'], futures['patient']], return_when=FIRST_EXCEPTION)
print('without exceptions it waits for all:', len(done), len(rest))

# expect:
# True True True
# ValueError('broken part')
# steady stopped early
# patient stopped early
# of the two that were left, one was never begun: True
# without exceptions it waits for all: 2 0
