# A ticket lock: who draws a number is served when it is shown, so the order of service is the order of drawing.
import itertools
import threading


class TicketLock:
    def __init__(self):
        self._tickets = itertools.count()
        self._serving = 0
        self._changed = threading.Condition()

    def draw(self):
        return next(self._tickets)

    def enter(self, ticket):
        with self._changed:
            self._changed.wait_for(lambda: self._serving == ticket)

    def leave(self):
        with self._changed:
            self._serving += 1
            self._changed.notify_all()


lock = TicketLock()
drawn, served, inside = [], [], 0


def visit():
    global inside
    for _ in range(5):
        ticket = lock.draw()
        drawn.append(ticket)
        lock.enter(ticket)
        inside += 1
        assert inside == 1
        served.append(ticket)
        inside -= 1
        lock.leave()


threads = [threading.Thread(target=visit) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(drawn) == list(range(20)), served == list(range(20)))

# expect:
# True True
