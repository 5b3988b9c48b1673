# wait_for with a predicate of one's own for each thread: one notify_all wakes all, and only those go on whose level is reached.
import threading
import time


class Tank:
    def __init__(self):
        self.level = 0
        self.changed = threading.Condition()

    def fill(self, amount):
        with self.changed:
            self.level += amount
            self.changed.notify_all()

    def wait_until(self, level, timeout=None):
        with self.changed:
            reached = self.changed.wait_for(lambda: self.level >= level and self.level, timeout)
            alarms.append((level, bool(reached)))
            return reached


tank, alarms = Tank(), []
threads = [threading.Thread(target=tank.wait_until, args=(level,)) for level in (3, 9, 6)]
for thread in threads:
    thread.start()
for amount, expected in ((4, 1), (1, 1), (2, 2), (5, 3)):
    tank.fill(amount)
    while len(alarms) < expected:
        tank.wait_until(0)
        alarms.remove((0, True))
        time.sleep(0.0005)
    print(tank.level, sorted(alarms))
for thread in threads:
    thread.join()
print(tank.wait_until(5), tank.wait_until(100, timeout=0.001), tank.wait_until(100, timeout=0))

# expect:
# 4 [(3, True)]
# 5 [(3, True)]
# 7 [(3, True), (6, True)]
# 12 [(3, True), (6, True), (9, True)]
# 12 False False
