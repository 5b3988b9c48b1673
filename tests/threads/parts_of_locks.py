# What conditions use of an RLock, and what makes locks anew after a fork.
import threading
from contextlib import *


class Watched:
    """An RLock that tells what a condition does with it."""

    def __init__(self):
        self.lock = threading.RLock()

    def acquire(self, *args):
        return self.lock.acquire(*args)

    def release(self):
        self.lock.release()

    __enter__ = acquire

    def __exit__(self, *args):
        self.release()

    def _is_owned(self):
        return self.lock._is_owned()

    def _release_save(self):
        print('let go', self.lock._recursion_count())
        return self.lock._release_save()

    def _acquire_restore(self, saved):
        self.lock._acquire_restore(saved)
        print('had again', self.lock._recursion_count())


lock = Watched()
condition = threading.Condition(lock)
with condition:
    with condition:
        print(condition.wait(timeout=0.001), lock.lock._recursion_count())
print(lock.lock._recursion_count())

rlock = threading.RLock()
with suppress(RuntimeError):
    rlock._release_save()
rlock.acquire()
rlock.acquire()
count, owner = saved = rlock._release_save()
print(count, owner == threading.get_ident(), rlock._recursion_count())
thread = threading.Thread(target=lambda: print(rlock.acquire(False), rlock.release()))
thread.start()
thread.join()
rlock._acquire_restore(saved)
print(rlock._recursion_count())
rlock._at_fork_reinit()
print(rlock._is_owned(), rlock._recursion_count(), rlock.acquire(False))

plain = threading.Lock()
plain.acquire()
plain._at_fork_reinit()
print(plain.locked(), plain.acquire(False))

event = threading.Event()
event.set()
event._cond.acquire()
event._at_fork_reinit()
print(event.is_set(), event.wait(timeout=0.001))
print(chdir.__name__)

# expect:
# let go 2
# had again 2
# False 2
# 0
# 2 True 0
# True None
# 2
# False 0 True
# False True
# True True
# chdir
