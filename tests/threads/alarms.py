# Alarms interrupt whatever the main thread waits for, and what is not interrupted goes on.
import queue
import signal
import threading
import time


class TooLong(Exception):
    pass


def late(number, frame):
    raise TooLong


def bounded(work, *args):
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try:
        work(*args)
    except TooLong:
        print('too long')


def spin():
    while True:
        pass


signal.signal(signal.SIGALRM, late)
lock = threading.Lock()
lock.acquire()
for work in (spin, lock.acquire, queue.Queue().get, queue.SimpleQueue().get, threading.Event().wait, signal.pause):
    bounded(work)
bounded(time.sleep, 100)
bounded(lock.acquire, True, 100)
print(signal.alarm(100), signal.alarm(0), signal.getitimer(signal.ITIMER_REAL)[0])

seen = []
signal.signal(signal.SIGALRM, lambda number, frame: seen.append(number))
signal.setitimer(signal.ITIMER_REAL, 0.05, 0.05)
while len(seen) < 3:
    signal.pause()
begun = time.monotonic()
time.sleep(0.3)
signal.setitimer(signal.ITIMER_REAL, 0)
print(time.monotonic() - begun >= 0.3, len(seen) > 3)
signal.setitimer(signal.ITIMER_REAL, 0.05)
print(lock.acquire(timeout=0.2), len(seen) > 4)

# Whoever raises it, the main thread handles it.
signal.signal(signal.SIGUSR1, lambda number, frame: print('in', threading.current_thread().name))
thread = threading.Thread(target=signal.raise_signal, args=(signal.SIGUSR1,))
thread.start()
thread.join()
time.sleep(0.05)

# expect:
# too long
# too long
# too long
# too long
# too long
# too long
# too long
# too long
# 0 100 0.0
# True True
# False True
# in MainThread
