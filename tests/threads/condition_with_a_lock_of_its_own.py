# One lock, two conditions: who waits on one is not woken by the other; the lock may be given, and is re-entrant by default.
import threading

lock = threading.Lock()
even, odd = threading.Condition(lock), threading.Condition(lock)
number, seen = 0, []


def watch(condition, is_mine, name):
    with condition:
        for _ in range(3):
            while not is_mine(number):
                condition.wait()
            seen.append((name, number))
            step(odd if condition is even else even)


def step(other):
    global number
    number += 1
    other.notify()


threads = [threading.Thread(target=watch, args=(odd, lambda n: n % 2 == 1, 'odd')),
           threading.Thread(target=watch, args=(even, lambda n: n % 2 == 0, 'even'))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(seen)
with even:
    print(lock.locked(), odd.acquire(blocking=False))
default = threading.Condition()
with default:
    with default:
        print('re-entrant', default.wait(timeout=0.001), default.wait_for(lambda: 'at once', timeout=0))
    default.notify(5)
    default.notify_all()
for wrong in (default.notify, default.wait, default.release):
    try:
        wrong()
    except RuntimeError as error:
        print(error)

# expect:
# [('even', 0), ('odd', 1), ('even', 2), ('odd', 3), ('even', 4), ('odd', 5)]
# True False
# re-entrant False at once
# cannot notify on un-acquired lock
# cannot wait on un-acquired lock
# cannot release un-acquired lock
