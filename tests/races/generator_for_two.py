# A generator belongs to one thread at a time.
import threading


def count():
    number = 0
    while True:
        number += len('x')
        yield number


numbers = count()
got = []


def work():
    try:
        got.append(next(numbers))
    except ValueError as error:
        got.append(str(error))


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(got, key=str))
# outcomes:
# [1, 2]
# ---
# [1, 'generator already executing']
