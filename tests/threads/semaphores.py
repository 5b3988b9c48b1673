import threading
import time

semaphore = threading.Semaphore(2)
print(semaphore.acquire(), semaphore.acquire(), semaphore.acquire(False), semaphore.acquire(timeout=0.01))
semaphore.release(2)
inside = 0
most = 0
guard = threading.Lock()


def visit():
    global inside, most
    with semaphore:
        with guard:
            inside += 1
            most = max(most, inside)
        time.sleep(0.002)
        with guard:
            inside -= 1


threads = [threading.Thread(target=visit) for _ in range(6)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(most <= 2, inside)
bounded = threading.BoundedSemaphore(1)
bounded.acquire()
bounded.release()
for wrong in (bounded.release, lambda: threading.Semaphore(-1), lambda: semaphore.release(0),
              lambda: semaphore.acquire(False, 1)):
    try:
        wrong()
    except ValueError as error:
        print(error)

# expect:
# True True False False
# True 0
# Semaphore released too many times
# semaphore initial value must be >= 0
# n must be one or more
# can't specify timeout for non-blocking acquire
