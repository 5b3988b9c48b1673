# A bounded buffer whose two conditions share one lock: not_full for producers, not_empty for consumers.
import threading
from collections import deque


class Buffer:
    def __init__(self, size):
        self.size = size
        self.items = deque()
        self.most = 0
        lock = threading.Lock()
        self.not_full = threading.Condition(lock)
        self.not_empty = threading.Condition(lock)

    def put(self, item):
        with self.not_full:
            while len(self.items) == self.size:
                self.not_full.wait()
            self.items.append(item)
            self.most = max(self.most, len(self.items))
            self.not_empty.notify()

    def get(self):
        with self.not_empty:
            while not self.items:
                self.not_empty.wait()
            item = self.items.popleft()
            self.not_full.notify()
            return item


buffer = Buffer(3)
eaten = [[], []]


def produce(start):
    for n in range(start, start + 20):
        buffer.put(n)


def consume(mine):
    while (item := buffer.get()) is not None:
        mine.append(item)


producers = [threading.Thread(target=produce, args=(start,)) for start in (0, 100)]
consumers = [threading.Thread(target=consume, args=(mine,)) for mine in eaten]
for thread in producers + consumers:
    thread.start()
for producer in producers:
    producer.join()
for _ in consumers:
    buffer.put(None)
for consumer in consumers:
    consumer.join()
print(sorted(eaten[0] + eaten[1]) == list(range(20)) + list(range(100, 120)))
print('each eats in the order of each producer:',
      all([n for n in mine if low <= n < low + 100] == sorted(n for n in mine if low <= n < low + 100)
          for mine in eaten for low in (0, 100)))
print('never more than', buffer.size, buffer.most <= buffer.size)

# expect:
# True
# each eats in the order of each producer: True
# never more than 3 True
