# Two locks in opposite orders, with a call in between: it goes well, or nobody goes on.
import threading

first, second = threading.Lock(), threading.Lock()


def think():
    return None


def work(one, other):
    with one:
        think()
        with other:
            think()


threads = [threading.Thread(target=work, args=(first, second), name='A'),
           threading.Thread(target=work, args=(second, first), name='B')]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print('done')
# outcomes:
# done
# ---
# deadlock
