import queue
import threading

items = queue.SimpleQueue()


def produce():
    for item in range(N):
        items.put(item)
    items.put(None)


producer = threading.Thread(target=produce)
producer.start()
total = 0
while (item := items.get()) is not None:
    total += item
producer.join()
assert total == N * (N - 1) // 2
