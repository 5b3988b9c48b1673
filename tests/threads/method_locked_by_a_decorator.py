# A decorator gives every object a lock of its own and runs its methods under it; a method may call another.
import functools
import threading


def synchronized(method):
    @functools.wraps(method)
    def call(self, *args, **kwargs):
        with self._lock:
            return method(self, *args, **kwargs)
    return call


class Inventory:
    def __init__(self, **pieces):
        self._lock = threading.RLock()
        self.pieces = dict(pieces)

    @synchronized
    def take(self, name, count=1):
        """Takes so many, or nothing."""
        have = self.pieces.get(name, 0)
        if have < count:
            raise LookupError(f'{count} {name} wanted, {have} there')
        self.pieces[name] = have - count

    @synchronized
    def build(self, **parts):
        before = dict(self.pieces)
        try:
            for name, count in parts.items():
                self.take(name, count)
        except LookupError:
            self.pieces = before
            raise


stock = Inventory(wheel=41, frame=11)
built, failed = [], []


def assemble(worker):
    for _ in range(5):
        try:
            stock.build(frame=1, wheel=4)
            built.append(worker)
        except LookupError as error:
            failed.append(str(error))


threads = [threading.Thread(target=assemble, args=(n,)) for n in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(built), stock.pieces, set(failed), len(failed))
print(Inventory.take.__name__, Inventory.take.__doc__)

# expect:
# 10 {'wheel': 1, 'frame': 1} {'4 wheel wanted, 1 there'} 5
# take Takes so many, or nothing.
