# A semaphore around the costly part: ten threads, but never more than three inside, and three do meet there.
import threading

LIMIT = 3
slots = threading.Semaphore(LIMIT)
lock = threading.Lock()
meeting = threading.Barrier(LIMIT)
inside, most, finished = 0, 0, []


def download(number):
    global inside, most
    with slots:
        with lock:
            inside += 1
            most = max(most, inside)
        if number < 9:        # nine come in threes, the tenth alone
            try:
                meeting.wait(timeout=10)
            except threading.BrokenBarrierError:
                finished.append('alone')
        with lock:
            inside -= 1
            finished.append(number)


threads = [threading.Thread(target=download, args=(number,)) for number in range(9)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
download(9)
print(sorted(finished), 'most inside:', most)
print([slots.acquire(blocking=False) for _ in range(4)])
slots.release(n=2)
print([slots.acquire(timeout=0.001) for _ in range(3)])
for n in (0, -1):
    try:
        slots.release(n=n)
    except ValueError as error:
        print(error)

# expect:
# [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] most inside: 3
# [True, True, True, False]
# [True, True, False]
# n must be one or more
# n must be one or more
