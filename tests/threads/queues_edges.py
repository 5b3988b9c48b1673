# Queues: full and empty at once, after a time, and with wrong timeouts; task_done too often.
import queue
import threading

q = queue.Queue(maxsize=2)
q.put('a')
q.put_nowait('b')
print(q.full(), q.qsize(), q.empty())
for put in (lambda: q.put('c', block=False), lambda: q.put('c', timeout=0.01), lambda: q.put('c', timeout=0)):
    try:
        put()
    except queue.Full as error:
        print('Full', repr(str(error)))
for wrong in (lambda: q.put('c', timeout=-1), lambda: q.get(timeout=-1)):
    try:
        wrong()
    except ValueError as error:
        print(error)
print(q.get(), q.get_nowait())
for get in (q.get_nowait, lambda: q.get(timeout=0.01), lambda: q.get(True, 0)):
    try:
        get()
    except queue.Empty:
        print('Empty')
q.task_done()
q.task_done()
try:
    q.task_done()
except ValueError as error:
    print(error)
q.join()
stack = queue.LifoQueue()
for n in range(3):
    stack.put(n)
print([stack.get() for _ in range(3)])
heap = queue.PriorityQueue()
for item in [(3, 'c'), (1, 'a'), (2, 'b')]:
    heap.put(item)
print([heap.get()[1] for _ in range(3)])
simple = queue.SimpleQueue()
simple.put(1)
print(simple.get(timeout=0), simple.empty(), simple.qsize())
try:
    simple.get(block=False)
except queue.Empty:
    print('Empty')


def feed():
    for n in range(5):
        q.put(n)
    q.put(None)


threading.Thread(target=feed).start()
print(list(iter(q.get, None)))
print(queue.Queue(0).full(), queue.Queue(-3).maxsize)
# expect:
# True 2 False
# Full ''
# Full ''
# Full ''
# 'timeout' must be a non-negative number
# 'timeout' must be a non-negative number
# a b
# Empty
# Empty
# Empty
# task_done() called too many times
# [2, 1, 0]
# ['a', 'b', 'c']
# 1 True 0
# Empty
# [0, 1, 2, 3, 4]
# False -3
