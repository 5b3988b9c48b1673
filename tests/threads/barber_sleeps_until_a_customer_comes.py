# The sleeping barber: a waiting room of limited size turns customers away; nobody who sat down is forgotten.
import threading
from collections import deque

CHAIRS = 3
room, mutex = deque(), threading.Lock()
customers = threading.Semaphore(0)
cut, turned_away = [], []


def enter(name):
    with mutex:
        if len(room) == CHAIRS:
            turned_away.append(name)
            return None
        chair = threading.Event()
        room.append((name, chair))
    customers.release()
    return chair


def barber():
    while True:
        customers.acquire()
        with mutex:
            if not room:
                return
            name, chair = room.popleft()
        cut.append(name)
        chair.set()


# All come before the shop opens, so who finds a chair is settled.
chairs = {name: enter(name) for name in ('ann', 'bob', 'cid', 'dan', 'eve')}
shop = threading.Thread(target=barber)
shop.start()
for name, chair in chairs.items():
    print(name, 'has a cut' if chair and chair.wait(timeout=10) else 'went elsewhere')
print(cut, turned_away)
late = threading.Thread(target=lambda: enter('fay').wait())
late.start()
late.join()
print(cut[-1])
customers.release()
shop.join()
print('the shop is closed', shop.is_alive())

# expect:
# ann has a cut
# bob has a cut
# cid has a cut
# dan went elsewhere
# eve went elsewhere
# ['ann', 'bob', 'cid'] ['dan', 'eve']
# fay
# the shop is closed False
