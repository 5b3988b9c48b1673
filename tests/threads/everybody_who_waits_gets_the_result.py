# Several threads wait for one future made by hand; all get the same object, or the same error.
from concurrent.futures import Future, CancelledError, InvalidStateError
import threading


def gather(future, count):
    found = []

    def wait():
        try:
            found.append(('result', future.result(timeout=10)))
        except (CancelledError, LookupError) as error:
            found.append((type(error).__name__, str(error)))

    threads = [threading.Thread(target=wait) for _ in range(count)]
    for thread in threads:
        thread.start()
    return threads, found


answer = ['shared']
for finish in (lambda f: f.set_result(answer), lambda f: f.set_exception(LookupError('lost')), lambda f: f.cancel()):
    future = Future()
    threads, found = gather(future, 3)
    finish(future)
    for thread in threads:
        thread.join()
    print(len(found), found[0], all(one == found[0] for one in found))
    print(all(one[1] is answer for one in found), future.done(), future.cancelled())
    try:
        future.set_exception(KeyError())
    except InvalidStateError as error:
        print(type(error).__name__)

# expect:
# 3 ('result', ['shared']) True
# True True False
# InvalidStateError
# 3 ('LookupError', 'lost') True
# False True False
# InvalidStateError
# 3 ('CancelledError', '') True
# False True True
# InvalidStateError
