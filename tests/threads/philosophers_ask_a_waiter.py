# Dining philosophers again: a waiter seats one less than there are, so that one of them always gets both forks.
import threading

COUNT = 5
waiter = threading.BoundedSemaphore(COUNT - 1)
forks = [threading.Semaphore(1) for _ in range(COUNT)]
lock = threading.Lock()
seated = most_seated = 0
plates = []


def dine(seat):
    global seated, most_seated
    for _ in range(5):
        with waiter:
            with lock:
                seated += 1
                most_seated = max(most_seated, seated)
            with forks[seat], forks[(seat + 1) % COUNT]:
                plates.append(seat)
            with lock:
                seated -= 1


table = [threading.Thread(target=dine, args=(seat,)) for seat in range(COUNT)]
for philosopher in table:
    philosopher.start()
for philosopher in table:
    philosopher.join()
print(len(plates), [plates.count(seat) for seat in range(COUNT)])
print('at most', COUNT - 1, 'were seated:', most_seated <= COUNT - 1)
try:
    waiter.release()
except ValueError as error:
    print('ValueError:', error)

# expect:
# 25 [5, 5, 5, 5, 5]
# at most 4 were seated: True
# ValueError: Semaphore released too many times
