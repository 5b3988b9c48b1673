# Timers fire once, or not at all; events stay set.
import threading

fired = threading.Event()
timer = threading.Timer(0.01, fired.set)
print(timer.daemon, fired.is_set(), fired.wait(timeout=0))
timer.start()
print(fired.wait(10), fired.wait(), timer.finished.wait(10))
timer.join()
never = threading.Timer(60, print, args=('too late',))
never.start()
never.cancel()
never.join()
print(never.is_alive(), never.finished.is_set())
got = []
timer = threading.Timer(0, lambda *args, **kwargs: got.append((args, kwargs)), [1, 2], {'key': 3})
timer.start()
timer.join()
print(got)
fired.clear()
print(fired.is_set(), fired.wait(0.01), fired.wait(-1))
waiters = [threading.Thread(target=lambda: got.append(fired.wait())) for _ in range(3)]
for waiter in waiters:
    waiter.start()
fired.set()
for waiter in waiters:
    waiter.join()
print(got[1:])
# expect:
# False False False
# True True True
# False True
# [((1, 2), {'key': 3})]
# False False False
# [True, True, True]
