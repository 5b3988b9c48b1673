# A leaky bucket on a clock that is handed in: what overflows is refused, what leaks makes room again.
import threading


class Bucket:
    def __init__(self, size, leak, clock):
        self.size, self.leak, self.clock = size, leak, clock
        self.level, self.last = 0, clock()
        self.lock = threading.Lock()

    def pour(self, amount=1):
        with self.lock:
            now = self.clock()
            self.level = max(0, self.level - (now - self.last) * self.leak)
            self.last = now
            if self.level + amount > self.size:
                return False
            self.level += amount
            return True


now = 0
bucket = Bucket(size=5, leak=2, clock=lambda: now)


def storm(count):
    poured = []
    threads = [threading.Thread(target=lambda: poured.append(bucket.pour())) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return poured.count(True), poured.count(False)


for now, drops in ((0, 8), (1, 3), (1, 1), (3, 4), (100, 6)):
    print(now, drops, storm(drops), bucket.level)

# expect:
# 0 8 (5, 3) 5
# 1 3 (2, 1) 5
# 1 1 (0, 1) 5
# 3 4 (4, 0) 5
# 100 6 (5, 1) 5
