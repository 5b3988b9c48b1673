# A queue keeps the order of each producer.
import queue
import threading

items = queue.Queue()


def produce(name):
    items.put(name + '0')
    items.put(name + '1')


threads = [threading.Thread(target=produce, args=(name,)) for name in 'ab']
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(*[items.get() for _ in range(4)])
# outcomes:
# a0 a1 b0 b1
# ---
# a0 b0 a1 b1
# ---
# a0 b0 b1 a1
# ---
# b0 a0 a1 b1
# ---
# b0 a0 b1 a1
# ---
# b0 b1 a0 a1
