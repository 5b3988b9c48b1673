# Between the test of a list's truth and the call of pop nothing can come.
import threading

items = ['only']
got = []


def work():
    if items:
        got.append(items.pop())


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(got)
# outcomes:
# ['only']
