# shutdown(wait=False) returns at once while tasks go on; with cancel_futures those that wait never run.
from concurrent.futures import ThreadPoolExecutor
import threading

gate, begun = threading.Event(), threading.Event()
ran = []


def work(n):
    begun.set()
    gate.wait(timeout=10)
    ran.append(n)
    return n


pool = ThreadPoolExecutor(1)
futures = [pool.submit(work, n) for n in range(4)]
begun.wait(timeout=10)
pool.shutdown(wait=False, cancel_futures=True)
print([future.cancelled() for future in futures], ran)
gate.set()
print(futures[0].result(timeout=10), ran)
pool.shutdown()
plain = ThreadPoolExecutor(2)
later = [plain.submit(pow, 2, n) for n in range(5)]
plain.shutdown(wait=False)
print([future.result(timeout=10) for future in later])
with ThreadPoolExecutor() as empty:
    pass
print('no thread without work:', len(empty._threads))

# expect:
# [False, True, True, True] []
# 0 [0]
# [1, 2, 4, 8, 16]
# no thread without work: 0
