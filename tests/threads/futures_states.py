# What a future may not do twice, and what a pool says of it.
from concurrent.futures import CancelledError, Future, InvalidStateError, ThreadPoolExecutor
import threading

future = Future()
print(future.set_running_or_notify_cancel(), future.running(), future.cancel())
future.set_result('done')
for again in (lambda: future.set_result(1), lambda: future.set_exception(ValueError())):
    try:
        again()
    except InvalidStateError as error:
        print(type(error).__name__, str(error).split(':')[0])
gone = Future()
gone.cancel()
print(gone.set_running_or_notify_cancel())
try:
    gone.result()
except CancelledError as error:
    print('CancelledError', repr(str(error)))

gate, begun = threading.Event(), threading.Event()


def hold():
    begun.set()
    gate.wait()


pool = ThreadPoolExecutor(max_workers=1)
first = pool.submit(hold)
begun.wait()
waiting = [pool.submit(pow, 2, n) for n in range(3)]
print(first.running(), first.cancel(), waiting[1].cancel(), waiting[1].cancelled())
gate.set()
pool.shutdown()
print([f.result() for f in waiting if not f.cancelled()])
try:
    pool.submit(print)
except RuntimeError as error:
    print(error)

begun.clear()
gate.clear()
pool = ThreadPoolExecutor(1)
first = pool.submit(hold)
begun.wait()
rest = [pool.submit(pow, 2, n) for n in range(3)]
pool.shutdown(wait=False, cancel_futures=True)
print([f.cancelled() for f in rest])
gate.set()
first.result()
# expect:
# True True False
# InvalidStateError FINISHED
# InvalidStateError FINISHED
# False
# CancelledError ''
# True False True True
# [1, 4]
# cannot schedule new futures after shutdown
# [True, True, True]
