# Requests of many workers pass one gate that hands out starting times a fixed step apart.
from concurrent.futures import ThreadPoolExecutor
import threading
import time


class Gate:
    def __init__(self, step):
        self.step = step
        self.next_start = None
        self.lock = threading.Lock()

    def pass_through(self):
        with self.lock:
            now = time.monotonic()
            start = now if self.next_start is None else max(now, self.next_start)
            self.next_start = start + self.step
        time.sleep(max(0, start - time.monotonic()))
        return start


gate = Gate(0.002)
with ThreadPoolExecutor(4) as pool:
    starts = sorted(pool.map(lambda _: gate.pass_through(), range(9)))
gaps = [later - earlier for earlier, later in zip(starts, starts[1:])]
print(len(starts), all(gap >= 0.0019999 for gap in gaps))
print('no sooner than eight steps after the first:', starts[-1] - starts[0] >= 0.0159)

# expect:
# 9 True
# no sooner than eight steps after the first: True
