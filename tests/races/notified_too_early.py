# A condition remembers nothing: who begins to wait afterwards waits for ever.
import threading

condition = threading.Condition()


def wait():
    with condition:
        condition.wait()
    print('woken')


def notify():
    with condition:
        condition.notify()


threads = [threading.Thread(target=wait, name='waits'), threading.Thread(target=notify, name='notifies')]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
# outcomes:
# woken
# ---
# deadlock
