import threading

event = threading.Event()
print(event.is_set(), event.wait(0.01), event.wait(0))
seen = []


def wait(number):
    seen.append((number, event.wait(10)))


threads = [threading.Thread(target=wait, args=(n,)) for n in range(5)]
for thread in threads:
    thread.start()
event.set()
for thread in threads:
    thread.join()
print(sorted(seen), event.is_set(), event.wait())
event.clear()
print(event.is_set())
done = []
timer = threading.Timer(0.01, done.append, args=('late',))
timer.start()
timer.join()
never = threading.Timer(30, done.append, ['never'])
never.start()
never.cancel()
never.join()
print(done)

# expect:
# False False False
# [(0, True), (1, True), (2, True), (3, True), (4, True)] True True
# False
# ['late']
