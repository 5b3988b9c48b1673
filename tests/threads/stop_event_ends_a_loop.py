# A thread with a stop event: it works until told, the waiting between two rounds ends at once when told, then it tidies up.
import threading


class Stoppable(threading.Thread):
    def __init__(self, pause):
        super().__init__()
        self._stop_event = threading.Event()
        self.pause = pause
        self.rounds = 0
        self.first_round = threading.Event()
        self.tidied = False

    def stop(self):
        self._stop_event.set()

    def stopped(self):
        return self._stop_event.is_set()

    def run(self):
        try:
            while not self.stopped():
                self.rounds += 1
                self.first_round.set()
                self._stop_event.wait(self.pause)
        finally:
            self.tidied = True


lazy = Stoppable(pause=1000)
lazy.start()
lazy.first_round.wait()
print(lazy.is_alive(), lazy.stopped(), lazy.tidied)
lazy.stop()
lazy.join(timeout=10)
print(lazy.is_alive(), lazy.rounds, lazy.tidied)
eager = Stoppable(pause=0)
eager.start()
while eager.rounds < 5:
    eager.first_round.wait()
eager.stop()
eager.join()
print(eager.rounds >= 5, eager.tidied)
stopped_before = Stoppable(pause=1)
stopped_before.stop()
stopped_before.start()
stopped_before.join()
print(stopped_before.rounds, stopped_before.tidied)

# expect:
# True False False
# False 1 True
# True True
# 0 True
