# A barrier breaks for all when one gives up: by a timeout, by abort, or by its action; reset mends it.
import threading


def meet(barrier, count, timeouts=None):
    said = []

    def wait(number):
        try:
            place = barrier.wait(timeout=(timeouts or {}).get(number, 10))
            said.append('through' if 0 <= place < count else 'wrong')
        except threading.BrokenBarrierError:
            said.append('broken')
        except ZeroDivisionError:
            said.append('action failed')

    threads = [threading.Thread(target=wait, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(said)


barrier = threading.Barrier(3)
print(meet(barrier, 3), barrier.broken, barrier.parties, barrier.n_waiting)
print(meet(barrier, 2, {0: 0.002}), barrier.broken)
print(meet(barrier, 3), 'while it is broken')
barrier.reset()
print(meet(barrier, 3), barrier.broken)
barrier.abort()
print(meet(barrier, 1), barrier.broken)
print(meet(threading.Barrier(2, action=lambda: 1 / 0), 2))
print(meet(threading.Barrier(2, timeout=0.002), 1, {0: None}))
print(threading.Barrier(1).wait(), threading.Barrier(1, timeout=0).wait(timeout=0))

# expect:
# ['through', 'through', 'through'] False 3 0
# ['broken', 'broken'] True
# ['broken', 'broken', 'broken'] while it is broken
# ['through', 'through', 'through'] False
# ['broken'] True
# ['action failed', 'broken']
# ['broken']
# 0 0
