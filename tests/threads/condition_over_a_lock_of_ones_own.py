# A Condition asks the lock that it is given how to let go of it and how to take it back.
import threading


class Told:
    def __init__(self):
        self._lock = threading.Lock()
        self._holder = None

    def acquire(self, *args):
        taken = self._lock.acquire(*args)
        if taken:
            self._holder = threading.get_ident()
        return taken

    def release(self):
        self._holder = None
        self._lock.release()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *args):
        self.release()

    def _is_owned(self):
        return self._holder == threading.get_ident()

    def _release_save(self):
        print('saved')
        self.release()
        return 'what was saved'

    def _acquire_restore(self, saved):
        self.acquire()
        print('restored', saved)


condition = threading.Condition(Told())
ready = []


def give():
    with condition:
        ready.append(1)
        condition.notify()


giver = threading.Thread(target=give)
with condition:
    giver.start()
    print(condition.wait_for(lambda: ready, timeout=5))
giver.join()
try:
    condition.notify()
except RuntimeError as error:
    print(error)
with threading.Condition(threading.RLock()) as plain:
    print(plain)
kind = threading.local
print(kind, type(threading.local()).__name__, kind.__qualname__)
# expect:
# saved
# restored what was saved
# [1]
# cannot notify on un-acquired lock
# True
# <class '_thread._local'> _local _local
