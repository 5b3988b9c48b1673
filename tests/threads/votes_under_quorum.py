# A quorum read: five replicas answer in any order, the reader goes on as soon as three agree.
import queue
import threading
from collections import Counter

REPLICAS = {'a': 7, 'b': 7, 'c': 6, 'd': 7, 'e': 5}


def read(quorum, slow=()):
    answers, gate = queue.SimpleQueue(), threading.Event()

    def ask(name):
        if name in slow:
            gate.wait(timeout=10)
        answers.put((name, REPLICAS[name]))

    threads = [threading.Thread(target=ask, args=(name,)) for name in REPLICAS]
    for thread in threads:
        thread.start()
    votes = Counter()
    for _ in range(len(REPLICAS) - len(slow)):
        name, value = answers.get(timeout=10)
        votes[value] += 1
        if votes[value] == quorum:
            break
    else:
        value = None
    gate.set()
    for thread in threads:
        thread.join()
    return value, answers.qsize() >= len(slow)


print(read(3))
print(read(3, slow=('c', 'e')))
print(read(4))
print(read(1, slow=('a', 'b', 'c', 'd')))

# expect:
# (7, True)
# (7, True)
# (None, True)
# (5, True)
