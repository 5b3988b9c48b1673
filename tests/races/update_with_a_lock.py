# The lock makes reading, call and writing one.
import threading

counter = 0
lock = threading.Lock()


def one():
    return 1


def work():
    global counter
    for _ in range(2):
        with lock:
            counter = counter + one()


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)
# outcomes:
# 4
