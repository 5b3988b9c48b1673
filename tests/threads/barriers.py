import threading
import time

parts = []
barrier = threading.Barrier(3, action=lambda: parts.append('all here'))
indices = []


def meet():
    for _ in range(2):
        indices.append(barrier.wait())


threads = [threading.Thread(target=meet) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(indices), parts, barrier.parties, barrier.n_waiting, barrier.broken)

lonely = threading.Barrier(2)
try:
    lonely.wait(0.01)
except threading.BrokenBarrierError as error:
    print('broken', isinstance(error, RuntimeError), lonely.broken)
try:
    lonely.wait()
except threading.BrokenBarrierError:
    print('still broken')
lonely.reset()
print(lonely.broken, lonely.n_waiting)

outcome = []


def wait_for_nobody():
    try:
        lonely.wait()
    except threading.BrokenBarrierError:
        outcome.append('aborted')


thread = threading.Thread(target=wait_for_nobody)
thread.start()
while lonely.n_waiting == 0:
    time.sleep(0.001)
lonely.abort()
thread.join()
print(outcome)

# expect:
# [0, 0, 1, 1, 2, 2] ['all here', 'all here'] 3 0 False
# broken True True
# still broken
# False 0
# ['aborted']
