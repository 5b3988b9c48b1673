# A bounded Queue: full, put_nowait, put with a timeout, and a producer that goes on as soon as there is room.
import queue
import threading

q = queue.Queue(maxsize=2)
for item in 'ab':
    q.put(item)
for attempt in (lambda: q.put_nowait('c'), lambda: q.put('c', block=False), lambda: q.put('c', timeout=0.002)):
    try:
        attempt()
    except queue.Full as error:
        print(type(error).__name__, error.args)
print(q.full(), q.qsize(), q.maxsize, q.unfinished_tasks)
try:
    q.put('c', timeout=-1)
except ValueError as error:
    print(error)
put = []


def produce():
    for item in 'cde':
        q.put(item)
        put.append(item)


producer = threading.Thread(target=produce)
producer.start()
print([q.get(timeout=10) for _ in range(5)])
producer.join()
print(put, q.empty(), queue.Queue(maxsize=0).full(), queue.Queue(-3).full())

# expect:
# Full ()
# Full ()
# Full ()
# True 2 2 2
# 'timeout' must be a non-negative number
# ['a', 'b', 'c', 'd', 'e']
# ['c', 'd', 'e'] True False False
