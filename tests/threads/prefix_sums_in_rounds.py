# Parallel prefix sums: in each round every thread adds what stands 1, 2, 4… places before it; barriers part the rounds.
import threading

values = [3, 1, 4, 1, 5, 9, 2, 6]
count = len(values)
current, following = list(values), [0] * count
rounds = []


def swap():
    global current, following
    current, following = following, [0] * count
    rounds.append(list(current))


barrier = threading.Barrier(count, action=swap)


def run(place):
    step = 1
    while step < count:
        before = current[place - step] if place >= step else 0
        following[place] = current[place] + before
        barrier.wait()
        step *= 2


threads = [threading.Thread(target=run, args=(place,)) for place in range(count)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
for row in rounds:
    print(*row)
print(current == [sum(values[:place + 1]) for place in range(count)])

# expect:
# 3 4 5 5 6 14 11 8
# 3 4 8 9 11 19 17 22
# 3 4 8 9 14 23 25 31
# True
