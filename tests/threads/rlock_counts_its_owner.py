# An RLock is taken and released as often by its owner; others are kept out until the last release, and may not release it.
import threading

lock = threading.RLock()
seen = []


def try_it(text):
    thread = threading.Thread(target=lambda: seen.append((text, lock.acquire(blocking=False) and not lock.release())))
    thread.start()
    thread.join()


def release_it():
    try:
        lock.release()
    except RuntimeError as error:
        seen.append(str(error))


for depth in range(3):
    print(lock.acquire(), end=' ' if depth < 2 else '\n')
for text in ('three deep', 'two deep', 'one deep', 'free'):
    try_it(text)
    if text == 'two deep':
        thread = threading.Thread(target=release_it)
        thread.start()
        thread.join()
    if text != 'free':
        lock.release()
for one in seen:
    print(one)
try:
    lock.release()
except RuntimeError as error:
    print(error)


def total(tree):
    with lock:
        return tree[0] + sum(total(child) for child in tree[1:])


print(total((1, (2, (3,)), (4,))))

# expect:
# True True True
# ('three deep', False)
# ('two deep', False)
# cannot release un-acquired lock
# ('one deep', False)
# ('free', True)
# cannot release un-acquired lock
# 10
