# Timeouts of futures: zero, negative, and long enough.
from concurrent.futures import Future, ThreadPoolExecutor, TimeoutError, as_completed, wait, FIRST_COMPLETED
import threading

release = threading.Event()
with ThreadPoolExecutor(2) as pool:
    slow = pool.submit(release.wait)
    for timeout in (0, -1, 0.01):
        try:
            slow.result(timeout)
        except TimeoutError:
            print('not yet within', timeout)
    try:
        slow.exception(timeout=0)
    except TimeoutError as error:
        print(type(error).__module__, repr(str(error)))
    quick = pool.submit(len, 'abc')
    done, rest = wait([slow, quick], timeout=None, return_when=FIRST_COMPLETED)
    print([f.result() for f in done], len(rest))
    done, rest = wait([slow], timeout=0)
    print(len(done), len(rest))
    try:
        for future in as_completed([slow, quick], timeout=0.01):
            print('completed', future.result())
    except TimeoutError as error:
        print(error)
    try:
        list(pool.map(lambda n: release.wait(), [1], timeout=0.01))
    except TimeoutError:
        print('map gave up')
    release.set()
    print(slow.result(timeout=10))
lonely = Future()
try:
    lonely.result(timeout=0)
except TimeoutError:
    print('nobody answers')
# expect:
# not yet within 0
# not yet within -1
# not yet within 0.01
# builtins ''
# [3] 1
# 0 1
# completed 3
# 1 (of 2) futures unfinished
# map gave up
# True
# nobody answers
