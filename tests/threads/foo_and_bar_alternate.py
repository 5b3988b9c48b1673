# Two semaphores pass the turn to and fro, so that two threads print strictly in turn.
import threading


class Turns:
    def __init__(self, *names):
        self.gates = [threading.Semaphore(0) for _ in names]
        self.names = names
        self.gates[0].release()

    def run(self, place, times, out):
        for _ in range(times):
            self.gates[place].acquire()
            out.append(self.names[place])
            self.gates[(place + 1) % len(self.gates)].release()


for names in (('foo', 'bar'), ('a', 'b', 'c'), ('alone',)):
    turns, out = Turns(*names), []
    threads = [threading.Thread(target=turns.run, args=(place, 4, out)) for place in reversed(range(len(names)))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(' '.join(out))
    print([gate.acquire(blocking=False) for gate in turns.gates])

# expect:
# foo bar foo bar foo bar foo bar
# [True, False]
# a b c a b c a b c a b c
# [True, False, False]
# alone alone alone alone
# [True]
