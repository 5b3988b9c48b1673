# Each result gets its own patience: what is late gets a default, and its thread still ends.
from concurrent.futures import ThreadPoolExecutor, TimeoutError
import threading

release = threading.Event()


def fetch(name):
    if name.startswith('slow'):
        release.wait(timeout=10)
    return name.upper()


with ThreadPoolExecutor(4) as pool:
    futures = {name: pool.submit(fetch, name) for name in ('quick', 'slow one', 'brisk', 'slow two')}
    answers = {}
    for name, future in futures.items():
        try:
            answers[name] = future.result(timeout=0.005 if name.startswith('slow') else 10)
        except TimeoutError:
            answers[name] = '(late)'
    print(answers)
    print(futures['slow one'].done(), futures['quick'].done())
    release.set()
print([future.result() for future in futures.values()])
print(TimeoutError is __builtins__.TimeoutError if hasattr(__builtins__, 'TimeoutError') else True)

# expect:
# {'quick': 'QUICK', 'slow one': '(late)', 'brisk': 'BRISK', 'slow two': '(late)'}
# False True
# ['QUICK', 'SLOW ONE', 'BRISK', 'SLOW TWO']
# True
