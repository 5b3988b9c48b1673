# A Queue of one's own: subclasses override _init, _put, _get and _qsize, and inherit locking, timeouts and join.
import queue
import threading


class Unique(queue.Queue):
    def _init(self, maxsize):
        self.items = {}

    def _qsize(self):
        return len(self.items)

    def _put(self, item):
        self.items[item] = None

    def _get(self):
        item = next(iter(self.items))
        del self.items[item]
        return item


class Smallest(queue.PriorityQueue):
    def _put(self, item):
        super()._put((-len(item), item))

    def _get(self):
        return super()._get()[1]


q = Unique()
threads = [threading.Thread(target=lambda: [q.put(n % 3) for n in range(9)]) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(q.get() for _ in range(q.qsize())), q.empty())
try:
    q.get(timeout=0.001)
except queue.Empty:
    print('empty')
words = Smallest()
for word in ('a', 'longest', 'mid'):
    words.put(word)
print([words.get() for _ in range(3)])

# expect:
# [0, 1, 2] True
# empty
# ['longest', 'mid', 'a']
