# An event as a starting gun: all wait, one set() lets everybody go, clear() arms it again; wait tells if it was set.
import threading

gun = threading.Event()
ready = threading.Barrier(4)
runs = []


def race(number):
    for lap in (1, 2):
        ready.wait()
        runs.append((lap, gun.wait(timeout=10)))
        ready.wait()


threads = [threading.Thread(target=race, args=(number,)) for number in range(3)]
for thread in threads:
    thread.start()
for lap in (1, 2):
    ready.wait()
    print('before:', len(runs), gun.is_set(), gun.wait(0), gun.wait(timeout=0.001))
    gun.set()
    ready.wait()
    gun.clear()
for thread in threads:
    thread.join()
print(sorted(runs))
gun.set()
gun.set()
print(gun.wait(), gun.wait(timeout=-1), gun.is_set())

# expect:
# before: 0 False False False
# before: 3 False False False
# [(1, True), (1, True), (1, True), (2, True), (2, True), (2, True)]
# True True True
