# A token bucket: calls beyond the first burst wait until tokens have come in, so that all takes at least that long.
import threading
import time


class Bucket:
    def __init__(self, rate, burst):
        self.rate = rate
        self.burst = self.tokens = burst
        self.last = time.monotonic()
        self.lock = threading.Lock()

    def take(self):
        while True:
            with self.lock:
                now = time.monotonic()
                self.tokens = min(self.burst, self.tokens + (now - self.last) * self.rate)
                self.last = now
                if self.tokens >= 1:
                    self.tokens -= 1
                    return
                missing = (1 - self.tokens) / self.rate
            time.sleep(missing)


bucket = Bucket(rate=500, burst=4)
calls = []


def call(number):
    bucket.take()
    calls.append(number)


started = time.monotonic()
threads = [threading.Thread(target=call, args=(number,)) for number in range(14)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
took = time.monotonic() - started
print(sorted(calls))
print('ten tokens had to come in at 500 a second:', took >= 10 / 500 - 0.0001)

# expect:
# [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]
# ten tokens had to come in at 500 a second: True
