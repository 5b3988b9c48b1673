# Checked again with the lock in hand: made once.
import threading

made = []
the_one = None
lock = threading.Lock()


def make():
    made.append(1)
    return object()


def work():
    global the_one
    if the_one is None:
        with lock:
            if the_one is None:
                the_one = make()


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(made))
# outcomes:
# 1
