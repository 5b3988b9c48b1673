# A dictionary that another thread extends cannot be gone through, unless the loop is over or has not begun.
import threading

known = {1: 'a', 2: 'b'}


def read():
    try:
        print(sum(key for key in known))
    except RuntimeError as error:
        print(error)


def write():
    known[3] = 'c'


threads = [threading.Thread(target=read), threading.Thread(target=write)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
# outcomes:
# 3
# ---
# 6
# ---
# dictionary changed size during iteration
