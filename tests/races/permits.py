# Never more than two at once, and at times one after the other.
import threading

permits = threading.Semaphore(2)
guard = threading.Lock()
inside = peak = 0


def work():
    global inside, peak
    with permits:
        with guard:
            inside += 1
            peak = max(peak, inside)
        with guard:
            inside -= 1


threads = [threading.Thread(target=work) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(peak)
# outcomes:
# 1
# ---
# 2
