# Conditions: predicates, timeouts, and what needs the lock.
import threading

condition = threading.Condition()
for wrong in (condition.wait, condition.notify, condition.notify_all, condition.release):
    try:
        wrong()
    except RuntimeError as error:
        print(error)
with condition:
    print(condition.wait(timeout=0.01), condition.wait(0), condition.wait_for(lambda: False, timeout=0.01))
    print(condition.wait_for(lambda: 'at once'), condition.wait_for(lambda: [], 0))
box = []


def consume(results):
    with condition:
        condition.wait_for(lambda: box)
        results.append(box.pop())


results = []
threads = [threading.Thread(target=consume, args=(results,)) for _ in range(3)]
for thread in threads:
    thread.start()
for item in 'abc':
    with condition:
        box.append(item)
        condition.notify_all()
for thread in threads:
    thread.join()
print(sorted(results), box)
lock = threading.Lock()
left, right = threading.Condition(lock), threading.Condition(lock)
with left:
    right.notify(5)
    print(lock.locked())
print(lock.locked())
# expect:
# cannot wait on un-acquired lock
# cannot notify on un-acquired lock
# cannot notify on un-acquired lock
# cannot release un-acquired lock
# False False False
# at once []
# ['a', 'b', 'c'] []
# True
# False
