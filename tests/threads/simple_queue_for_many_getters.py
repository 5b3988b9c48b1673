# Several threads wait at one SimpleQueue: each item wakes one of them, nobody is forgotten.
import queue
import threading

q = queue.SimpleQueue()
got = []


def get_two():
    got.append(q.get())
    got.append(q.get(timeout=10))


threads = [threading.Thread(target=get_two) for _ in range(4)]
for thread in threads:
    thread.start()
for n in range(8):
    q.put(n)
for thread in threads:
    thread.join()
print(sorted(got), q.empty(), q.qsize())
for attempt in (q.get_nowait, lambda: q.get(False), lambda: q.get(timeout=0.001), lambda: q.get(timeout=-1)):
    try:
        attempt()
    except (queue.Empty, ValueError) as error:
        print(repr(error))
q.put(1, block=False)
q.put_nowait(2)
q.put(3, True, 5)
print([q.get() for _ in range(3)], hasattr(q, 'join'), hasattr(q, 'full'))

# expect:
# [0, 1, 2, 3, 4, 5, 6, 7] True 0
# Empty()
# Empty()
# Empty()
# ValueError("'timeout' must be a non-negative number")
# [1, 2, 3] False False
