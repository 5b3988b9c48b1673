# A periodic timer is a chain of timers, each of which starts the next, until somebody stops the chain.
import threading


class Periodic:
    def __init__(self, interval, function, *args):
        self.interval = interval
        self.function = function
        self.args = args
        self.timer = None
        self.stopped = False
        self.lock = threading.Lock()

    def start(self):
        with self.lock:
            if not self.stopped:
                self.timer = threading.Timer(self.interval, self.fire)
                self.timer.start()
        return self

    def fire(self):
        self.function(*self.args)
        self.start()

    def stop(self):
        with self.lock:
            self.stopped = True
            self.timer.cancel()
        self.timer.join()


ticks = []
enough = threading.Event()


def tick(text):
    ticks.append(f'{text} {len(ticks) + 1}')
    if len(ticks) == 4:
        periodic.stopped = True
        enough.set()


periodic = Periodic(0.002, tick, 'tick')
periodic.start()
print(enough.wait(timeout=10))
periodic.stop()
print(ticks)
print(threading.active_count(), type(periodic.timer).__name__, periodic.timer.interval)
never = threading.Timer(60, print, args=['never'])
never.start()
never.cancel()
never.join()
print('a cancelled timer ends at once:', never.is_alive(), never.finished.is_set())

# expect:
# True
# ['tick 1', 'tick 2', 'tick 3', 'tick 4']
# 1 Timer 0.002
# a cancelled timer ends at once: False True
