# Since 3.10 nothing can come between the reading and the writing of a plain +=.
import threading

counter = 0


def work():
    global counter
    for _ in range(3):
        counter += 1


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)
# outcomes:
# 6
