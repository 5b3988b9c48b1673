# A call between reading and writing: an update in between is lost.
import threading

counter = 0


def one():
    return 1


def work():
    global counter
    for _ in range(2):
        counter = counter + one()


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)
# outcomes:
# 2
# ---
# 3
# ---
# 4
