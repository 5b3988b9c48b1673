# next() of one itertools.count is a single step, so threads that share it never get the same number.
import itertools
import threading

numbers = itertools.count(1)
taken = [[] for _ in range(5)]


def take(mine):
    for _ in range(200):
        mine.append(next(numbers))


threads = [threading.Thread(target=take, args=(mine,)) for mine in taken]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(itertools.chain(*taken)) == list(range(1, 1001)))
print('each thread sees them rise:', all(mine == sorted(mine) for mine in taken))
print(next(numbers))

# expect:
# True
# each thread sees them rise: True
# 1001
