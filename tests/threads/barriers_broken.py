# A barrier that is broken by a timeout, an abort, or its own action; and reset.
import threading

barrier = threading.Barrier(2)
try:
    barrier.wait(timeout=0.01)
except threading.BrokenBarrierError:
    print('timed out', barrier.broken)
try:
    barrier.wait()
except threading.BrokenBarrierError:
    print('still broken')
barrier.reset()
print(barrier.broken, barrier.parties, barrier.n_waiting)

results = []


def wait(b):
    try:
        results.append(b.wait())
    except threading.BrokenBarrierError:
        results.append('broken')


thread = threading.Thread(target=wait, args=(barrier,))
thread.start()
while barrier.n_waiting == 0:
    pass
barrier.abort()
thread.join()
print(results, barrier.broken)


def action():
    raise ValueError('the action fails')


barrier = threading.Barrier(1, action=action)
try:
    barrier.wait()
except ValueError as error:
    print(error, barrier.broken)
barrier = threading.Barrier(3, action=lambda: results.append('action'))
results.clear()
threads = [threading.Thread(target=wait, args=(barrier,)) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(results[0], sorted(results[1:]))
try:
    threading.Barrier(0)
except ValueError as error:
    print('refused')
    raise SystemExit(0)
print('a barrier of nobody can be made')
# expect:
# timed out True
# still broken
# False 2 0
# ['broken'] True
# the action fails True
# action [0, 1, 2]
# a barrier of nobody can be made
