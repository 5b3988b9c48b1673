# A lock for each key: work on one key waits for others on that key only.
import threading
from collections import defaultdict
from contextlib import contextmanager


class KeyLocks:
    def __init__(self):
        self._guard = threading.Lock()
        self._locks = {}
        self._users = defaultdict(int)

    @contextmanager
    def __call__(self, key):
        with self._guard:
            lock = self._locks.setdefault(key, threading.Lock())
            self._users[key] += 1
        try:
            with lock:
                yield
        finally:
            with self._guard:
                self._users[key] -= 1
                if not self._users[key]:
                    del self._users[key], self._locks[key]


locked = KeyLocks()
stock = {'apple': 0, 'pear': 0}
together = threading.Barrier(2)


def meet(key):
    with locked(key):
        together.wait(timeout=10)


def add(key):
    for _ in range(50):
        with locked(key):
            count = stock[key]
            stock[key] = count + 1


for target, keys in ((meet, ['apple', 'pear']), (add, ['apple', 'pear', 'apple'])):
    threads = [threading.Thread(target=target, args=(key,)) for key in keys]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
print(stock, 'two keys at once:', not together.broken)
print(locked._locks, dict(locked._users))

# expect:
# {'apple': 100, 'pear': 50} two keys at once: True
# {} {}
