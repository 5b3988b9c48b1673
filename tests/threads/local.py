import threading

data = threading.local()
data.name = 'main'
seen = []


def look(name):
    seen.append(hasattr(data, 'name'))
    data.name = name
    barrier.wait()
    seen.append(data.name == name)


barrier = threading.Barrier(3)
threads = [threading.Thread(target=look, args=('t%d' % n,)) for n in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(seen), data.name)


class Counter(threading.local):
    def __init__(self, start):
        self.count = start

    def up(self):
        self.count += 1
        return self.count


counter = Counter(10)
print(counter.up(), counter.up())
thread = threading.Thread(target=lambda: print(counter.up()))
thread.start()
thread.join()
print(counter.up())
del counter.count
try:
    counter.count
except AttributeError as error:
    print(error)

# expect:
# [False, False, False, True, True, True] main
# 11 12
# 11
# 13
# 'Counter' object has no attribute 'count'
