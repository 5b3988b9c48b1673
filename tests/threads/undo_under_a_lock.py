# A transaction: changes of several threads are applied as a whole or taken back as a whole, readers see neither halves.
import threading
from contextlib import contextmanager


class Store:
    def __init__(self, **values):
        self.values = values
        self.lock = threading.RLock()
        self.version = 0

    @contextmanager
    def transaction(self):
        with self.lock:
            before = dict(self.values)
            try:
                yield self.values
            except BaseException:
                self.values = before
                raise
            else:
                self.version += 1


store = Store(left=50, right=50)
failed, sums = [], []


def move(amount):
    try:
        with store.transaction() as values:
            values['left'] -= amount
            if values['left'] < 0:
                raise ValueError('not enough')
            values['right'] += amount
    except ValueError:
        failed.append(amount)


def read():
    for _ in range(20):
        with store.lock:
            sums.append(sum(store.values.values()))


threads = [threading.Thread(target=move, args=(20,)) for _ in range(4)] + [threading.Thread(target=read)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(store.values, store.version, failed, set(sums))
with store.transaction() as outer:
    outer['left'] = 0
    try:
        with store.transaction() as inner:
            inner['left'] = -1
            raise KeyError
    except KeyError:
        print('inner undone:', store.values)

# expect:
# {'left': 10, 'right': 90} 2 [20, 20] {100}
# inner undone: {'left': 0, 'right': 90}
