# join returns None, in time or not: is_alive tells which. Joining again costs nothing; oneself cannot be joined.
import threading

gate = threading.Event()
thread = threading.Thread(target=gate.wait)
thread.start()
print(thread.join(timeout=0.001), thread.is_alive())
print(thread.join(timeout=0), thread.join(-1), thread.is_alive())
gate.set()
print(thread.join(), thread.is_alive(), thread.join(timeout=5))
problems = []


def join_myself():
    try:
        threading.current_thread().join()
    except RuntimeError as error:
        problems.append(str(error))


def join_main():
    threading.main_thread().join(timeout=0.001)
    problems.append(threading.main_thread().is_alive())


for target in (join_myself, join_main):
    thread = threading.Thread(target=target)
    thread.start()
    thread.join()
print(problems)
try:
    threading.current_thread().join()
except RuntimeError as error:
    print(error)

# expect:
# None True
# None None True
# None False None
# ['cannot join current thread', True]
# cannot join current thread
