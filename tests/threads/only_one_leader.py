# Leader election: everybody tries the lock without blocking, one gets it; when it resigns the next election has one again.
import threading

office = threading.Lock()


def elect(count):
    candidates, closed = threading.Barrier(count), threading.Barrier(count)
    results = {}

    def stand(name):
        candidates.wait()
        won = office.acquire(blocking=False)
        results[name] = won
        closed.wait()         # nobody resigns before everybody has tried
        if won:
            office.release()

    threads = [threading.Thread(target=stand, args=(name,)) for name in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


for count in (1, 2, 5, 5):
    results = elect(count)
    print(count, 'candidates', sum(results.values()), 'leader', office.locked())
try:
    office.acquire(blocking=False, timeout=1)
except ValueError as error:
    print(error)
print(office.acquire(timeout=0), office.acquire(timeout=0))

# expect:
# 1 candidates 1 leader False
# 2 candidates 1 leader False
# 5 candidates 1 leader False
# 5 candidates 1 leader False
# can't specify a timeout for a non-blocking call
# True False
