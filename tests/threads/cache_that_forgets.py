# A cache with a lifetime a key, under a lock; the clock is handed in, so that time passes when the program says so.
import threading


class Cache:
    def __init__(self, lifetime, clock):
        self._lifetime, self._clock = lifetime, clock
        self._entries = {}
        self._lock = threading.Lock()
        self.hits = self.misses = 0

    def get(self, key, make):
        with self._lock:
            made_at, value = self._entries.get(key, (None, None))
            if made_at is not None and self._clock() - made_at < self._lifetime:
                self.hits += 1
                return value
            self.misses += 1
            value = make(key)
            self._entries[key] = (self._clock(), value)
            return value


now = 0
cache = Cache(10, lambda: now)
made = []


def make(key):
    made.append(key)
    return f'{key}@{now}'


def ask(results):
    results.append([cache.get(key, make) for key in 'abab'])


for now in (0, 9, 10, 25):
    results = []
    threads = [threading.Thread(target=ask, args=(results,)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(now, results[0], results.count(results[0]), 'made', len(made))
print('hits', cache.hits, 'misses', cache.misses)

# expect:
# 0 ['a@0', 'b@0', 'a@0', 'b@0'] 3 made 2
# 9 ['a@0', 'b@0', 'a@0', 'b@0'] 3 made 2
# 10 ['a@10', 'b@10', 'a@10', 'b@10'] 3 made 4
# 25 ['a@25', 'b@25', 'a@25', 'b@25'] 3 made 6
# hits 42 misses 6
