# After the count and before the pop there is a call, in which another thread may take the last.
import threading

items = ['only']
got = []


def report(count):
    return None


def work():
    if len(items) > 0:
        report(len(items))
        try:
            got.append(items.pop())
        except IndexError:
            got.append('nothing left')


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(got))
# outcomes:
# ['only']
# ---
# ['nothing left', 'only']
