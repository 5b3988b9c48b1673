# After shutdown a pool takes no more work, not even from its own tasks; what was taken is still done.
from concurrent.futures import ThreadPoolExecutor
import threading

closing = threading.Event()
results = []


def late(pool):
    closing.wait(timeout=10)
    try:
        pool.submit(results.append, 'never')
    except RuntimeError as error:
        results.append(str(error))


pool = ThreadPoolExecutor(1)
first = pool.submit(late, pool)
second = pool.submit(results.append, 'was taken before')
pool.shutdown(wait=False)
closing.set()
first.result(timeout=10)
second.result(timeout=10)
print(results)
for attempt in (lambda: pool.submit(len, ''), lambda: pool.map(len, ['']), lambda: pool.__enter__().submit(len, '')):
    try:
        attempt()
    except RuntimeError as error:
        print('refused:', error)

# expect:
# ['cannot schedule new futures after shutdown', 'was taken before']
# refused: cannot schedule new futures after shutdown
# refused: cannot schedule new futures after shutdown
# refused: cannot schedule new futures after shutdown
