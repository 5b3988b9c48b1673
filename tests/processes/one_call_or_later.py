# apply waits for its result, apply_async gives it later: ready, successful, wait, get, and callbacks for result and error.
from multiprocessing import Pool, TimeoutError
import time


def greet(name, *, loud=False):
    return f'HELLO {name}' if loud else f'hello {name}'


def fail(text):
    raise LookupError(text)


def nap(seconds):
    time.sleep(seconds)
    return 'rested'


if __name__ == '__main__':
    heard = []
    with Pool(2) as pool:
        print(pool.apply(greet, ('ann',)), pool.apply(greet, args=['bob'], kwds={'loud': True}))
        good = pool.apply_async(greet, ('cid',), callback=heard.append)
        bad = pool.apply_async(fail, ('lost',), callback=heard.append, error_callback=lambda e: heard.append(repr(e)))
        good.wait()
        bad.wait()
        print(good.ready(), good.successful(), bad.ready(), bad.successful())
        print(sorted(heard))
        try:
            bad.get()
        except LookupError as error:
            print(repr(error), type(error.__cause__).__name__)
        slow = pool.apply_async(nap, (0.05,))
        try:
            slow.get(timeout=0)
        except TimeoutError as error:
            print('TimeoutError', error.args)
        try:
            slow.successful()
        except ValueError as error:
            print(str(error).split('>')[-1].strip())
        print(slow.get(), slow.get())

# expect:
# hello ann HELLO bob
# True True True False
# ["LookupError('lost')", 'hello cid']
# LookupError('lost') RemoteTraceback
# TimeoutError ()
# not ready
# rested rested
