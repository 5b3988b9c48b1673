# An attribute that is a property is two calls.
import threading


class Counter:
    def __init__(self):
        self._value = 0

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, value):
        self._value = value


counter = Counter()


def work():
    counter.value += 1


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter.value)
# outcomes:
# 1
# ---
# 2
