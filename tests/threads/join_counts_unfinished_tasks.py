# Queue.join waits until task_done was called once for every item, also for those put while it waits.
import queue
import threading

q = queue.Queue()
log = []


def work():
    while True:
        n = q.get()
        if n > 0:
            q.put(n - 1)
        log.append(n)
        q.task_done()


for _ in range(2):
    threading.Thread(target=work, daemon=True).start()
for n in (3, 1):
    q.put(n)
q.join()
print(sorted(log), q.unfinished_tasks)
q.join()
try:
    q.task_done()
except ValueError as error:
    print(error)
q.put(0)
q.join()
print(len(log), q.all_tasks_done is not None)

# expect:
# [0, 0, 1, 1, 2, 3] 0
# task_done() called too many times
# 7 True
