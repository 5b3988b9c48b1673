# A watchdog is a timer that every heartbeat cancels and starts anew; without heartbeats it bites.
import threading


class Watchdog:
    def __init__(self, timeout, bite):
        self.timeout = timeout
        self.bite = bite
        self.timer = None

    def beat(self):
        self.stop()
        self.timer = threading.Timer(self.timeout, self.bite)
        self.timer.daemon = True
        self.timer.start()

    def stop(self):
        if self.timer is not None:
            self.timer.cancel()


bitten = threading.Event()
patient = Watchdog(30, lambda: print('never printed'))
for _ in range(5):
    patient.beat()
first = patient.timer
patient.stop()
first.join()
print('five heartbeats, no bite', first.finished.is_set())

strict = Watchdog(0.002, bitten.set)
strict.beat()
strict.timer.join()
print('no second heartbeat:', bitten.is_set())
bitten.clear()
strict.beat()
print('again:', bitten.wait(timeout=10))
print(threading.Timer(1, print, args=None).args, threading.Timer(1, print).kwargs)

# expect:
# five heartbeats, no bite True
# no second heartbeat: True
# again: True
# [] {}
