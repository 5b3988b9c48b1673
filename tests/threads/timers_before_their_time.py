# Timers: arguments, cancelling before and after, joining, and one that is never started.
import threading

fired = []


def fire(*args, **kwargs):
    fired.append((args, kwargs, threading.current_thread() is timer))


timer = threading.Timer(0.001, fire, args=(1, 2), kwargs={'x': 3})
print(timer.is_alive(), timer.finished.is_set(), isinstance(timer, threading.Thread))
timer.start()
timer.join()
print(fired, timer.is_alive(), timer.finished.is_set())
timer.cancel()
late = threading.Timer(60, fire)
late.start()
print(late.is_alive())
late.cancel()
late.join(timeout=10)
print(late.is_alive(), len(fired))
never = threading.Timer(0, fire)
never.cancel()
never.start()
never.join()
print(len(fired), never.finished.is_set())
try:
    timer.start()
except RuntimeError as error:
    print(error)
at_once = threading.Timer(0, fired.clear)
at_once.start()
at_once.join()
print(fired)

# expect:
# False False True
# [((1, 2), {'x': 3}, True)] False True
# True
# False 1
# 1 True
# threads can only be started once
# []
