# With a flag that says what the condition is about nothing is missed.
import threading

condition = threading.Condition()
ready = False


def wait():
    with condition:
        condition.wait_for(lambda: ready)
    print('woken')


def notify():
    global ready
    with condition:
        ready = True
        condition.notify()


threads = [threading.Thread(target=wait), threading.Thread(target=notify)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
# outcomes:
# woken
