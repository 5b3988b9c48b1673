# A deque of limited length shared by threads: appends are single steps, so it always holds the last whole entries.
import threading
from collections import deque

ring = deque(maxlen=4)
everything = []


def report(name):
    for n in range(25):
        entry = (name, n)
        ring.append(entry)
        everything.append(entry)


threads = [threading.Thread(target=report, args=(name,)) for name in 'xyz']
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(ring), ring.maxlen, len(everything))
print('entries are whole:', all(name in 'xyz' and 0 <= n < 25 for name, n in ring))
print('the last of somebody is there:', any(n == 24 for _, n in ring))
for n in range(3):
    ring.appendleft(n)
print(list(ring)[:3], len(ring))

# expect:
# 4 4 75
# entries are whole: True
# the last of somebody is there: True
# [2, 1, 0] 4
