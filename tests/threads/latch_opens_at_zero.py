# A latch: workers count down, who waits goes on at zero; counting further is an error, waiting later costs nothing.
import threading


class Latch:
    def __init__(self, count):
        self.count = count
        self.condition = threading.Condition()

    def count_down(self):
        with self.condition:
            if self.count == 0:
                raise RuntimeError('the latch is open')
            self.count -= 1
            if self.count == 0:
                self.condition.notify_all()

    def wait(self, timeout=None):
        with self.condition:
            return self.condition.wait_for(lambda: self.count == 0, timeout)


ready, go, finished = Latch(3), Latch(1), Latch(3)
lanes = []


def run(lane):
    ready.count_down()
    go.wait()
    lanes.append(lane)
    finished.count_down()


for lane in range(3):
    threading.Thread(target=run, args=(lane,)).start()
ready.wait()
print('all are ready', lanes, finished.wait(timeout=0.005))
go.count_down()
print(finished.wait(timeout=10), sorted(lanes))
print(finished.wait(), finished.wait(0))
try:
    go.count_down()
except RuntimeError as error:
    print(error)

# expect:
# all are ready [] False
# True [0, 1, 2]
# True True
# the latch is open
