# What cancelling means for each state of a future: pending, running, finished, and who is told of it.
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor, wait
import threading

begun, gate = threading.Event(), threading.Event()


def hold():
    begun.set()
    return gate.wait(timeout=10)


def states(future):
    return future.cancelled(), future.running(), future.done()


told = []
with ThreadPoolExecutor(1) as pool:
    running = pool.submit(hold)
    waiting = pool.submit(told.append, 'ran')
    waiting.add_done_callback(lambda future: told.append(('told', future is waiting)))
    begun.wait(timeout=10)
    print(states(running), states(waiting), running.cancel(), waiting.cancel(), waiting.cancel())
    print(states(waiting), told)
    for ask in (waiting.result, waiting.exception):
        try:
            ask(timeout=0)
        except CancelledError as error:
            print(type(error).__name__, error.args)
    gate.set()
print(states(running), running.cancel(), running.result(), told)
done, rest = wait([running, waiting], timeout=0)
print(len(done), len(rest))
by_hand = Future()
print(by_hand.set_running_or_notify_cancel(), by_hand.cancel(), states(by_hand))

# expect:
# (False, True, False) (False, False, False) False True True
# (True, False, True) [('told', True)]
# CancelledError ()
# CancelledError ()
# (False, False, True) False True [('told', True)]
# 2 0
# True False (False, True, False)
