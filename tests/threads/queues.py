import queue
import threading

q = queue.Queue(maxsize=2)
for number in range(2):
    q.put(number)
print(q.qsize(), q.full(), q.empty())
for wrong in (lambda: q.put_nowait(9), lambda: q.put(9, timeout=0.01), lambda: q.put(9, timeout=-1)):
    try:
        wrong()
    except (queue.Full, ValueError) as error:
        print(type(error).__name__, error)
print(q.get(), q.get())
for wrong in (q.get_nowait, lambda: q.get(timeout=0.01), lambda: q.get(timeout=-1)):
    try:
        wrong()
    except (queue.Empty, ValueError) as error:
        print(type(error).__name__, error)
q.task_done()
q.task_done()
try:
    q.task_done()
except ValueError as error:
    print(error)

lifo = queue.LifoQueue()
priority = queue.PriorityQueue()
for item in (3, 1, 2):
    lifo.put(item)
    priority.put((item, 'n%d' % item))
print([lifo.get() for _ in range(3)], [priority.get()[1] for _ in range(3)])

results = []


def work(source):
    while True:
        item = source.get()
        results.append(item * item)
        source.task_done()


jobs = queue.Queue()
for _ in range(3):
    threading.Thread(target=work, args=(jobs,), daemon=True).start()
for number in range(20):
    jobs.put(number)
jobs.join()
print(sum(results), len(results))


def produce(target, count):
    for number in range(count):
        target.put(number)
    target.put(None)


def consume(source, into):
    while (item := source.get()) is not None:
        into.append(item)


for kind in (queue.Queue, lambda: queue.Queue(1), queue.SimpleQueue):
    pipe, got = kind(), []
    threads = [threading.Thread(target=produce, args=(pipe, 50)), threading.Thread(target=consume, args=(pipe, got))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(got == list(range(50)))
simple = queue.SimpleQueue()
try:
    simple.get(timeout=0.01)
except queue.Empty:
    print('empty', simple.empty(), simple.qsize())

# expect:
# 2 True False
# Full 
# Full 
# ValueError 'timeout' must be a non-negative number
# 0 1
# Empty 
# Empty 
# ValueError 'timeout' must be a non-negative number
# task_done() called too many times
# [2, 1, 3] ['n1', 'n2', 'n3']
# 2470 20
# True
# True
# True
# empty True 0
