import threading
import time

condition = threading.Condition()
for wrong in (condition.wait, condition.notify):
    try:
        wrong()
    except RuntimeError as error:
        print(error)
with condition:
    print(condition.wait(0.01), condition.wait(0), condition.wait_for(lambda: False, 0.01))

items = []
taken = []


def consume():
    with condition:
        while not items:
            condition.wait()
        taken.append(items.pop(0))


consumers = [threading.Thread(target=consume) for _ in range(3)]
for consumer in consumers:
    consumer.start()
for item in 'abc':
    with condition:
        items.append(item)
        condition.notify()
for consumer in consumers:
    consumer.join()
print(sorted(taken))

turn = 0
order = []


def take_turn(mine):
    global turn
    with condition:
        condition.wait_for(lambda: turn == mine)
        order.append(mine)
        turn += 1
        condition.notify_all()


threads = [threading.Thread(target=take_turn, args=(n,)) for n in (3, 1, 0, 2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(order)

ready = threading.Barrier(4)
woken = []
waiting = 0


def wait_in_row(number):
    global waiting
    with condition:
        waiting += 1
        condition.wait()
        woken.append(number)


threads = []
for number in range(3):
    thread = threading.Thread(target=wait_in_row, args=(number,))
    thread.start()
    threads.append(thread)
    while waiting <= number:
        time.sleep(0.001)
for count in range(1, 4):
    with condition:
        condition.notify()
    while len(woken) < count:
        time.sleep(0.001)
for thread in threads:
    thread.join()
print('first in, first woken:', woken)
outer = threading.RLock()
nested = threading.Condition(outer)
with outer:
    with nested:
        print(nested.wait(0.01))
print(outer.acquire(False))

# expect:
# cannot wait on un-acquired lock
# cannot notify on un-acquired lock
# False False False
# ['a', 'b', 'c']
# [0, 1, 2, 3]
# first in, first woken: [0, 1, 2]
# False
# True
