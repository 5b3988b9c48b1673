# Waking another thread is no place to be switched away from: between two calls nothing of a counter is lost.
import sys
import threading

ROUNDS = 150
count = 0
turns = [threading.Semaphore(1), threading.Semaphore(0)]
left = threading.Semaphore(0)
sys.setswitchinterval(1e-6)


def work(number):
    for turn in range(ROUNDS):
        turns[number].acquire()
        turns[1 - number].release()
        add()
    left.release()


def hurry():
    """Wants the lock all the time."""
    while left.acquire(blocking=False) is False:
        pass


def add():
    global count
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1
    count += 1


threads = [threading.Thread(target=work, args=(number,)) for number in range(2)]
threads.append(threading.Thread(target=hurry))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(count == 2 * ROUNDS * 70)

# expect:
# True
