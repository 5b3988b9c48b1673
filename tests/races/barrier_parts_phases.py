# Nobody begins the second phase before all have ended the first.
import threading

barrier = threading.Barrier(2)
seen = []


def work():
    seen.append('first')
    barrier.wait()
    seen.append('second')


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(*seen)
# outcomes:
# first first second second
