# An attribute that is computed once is computed once by several threads, too.
import functools
import threading
import time


class Item:
    count = 0

    @functools.cached_property
    def cost(self):
        time.sleep(0.01)
        self.count += 1
        return self.count


item = Item()
seen = []
threads = [threading.Thread(target=lambda: seen.append(item.cost)) for _ in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(seen, item.count)

# expect:
# [1, 1, 1, 1, 1] 1
