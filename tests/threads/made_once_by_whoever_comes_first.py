# Double-checked locking: many threads ask for the same thing, which is made once.
import threading
import time


class Lazy:
    def __init__(self, make):
        self._make = make
        self._lock = threading.Lock()
        self._made = False
        self._value = None

    def get(self):
        if not self._made:
            with self._lock:
                if not self._made:
                    self._value = self._make()
                    self._made = True
        return self._value


made = []


def load():
    made.append('settings')
    time.sleep(0.002)
    return {'colour': 'red'}


settings = Lazy(load)
everybody = threading.Barrier(5)
seen = []


def use():
    everybody.wait()
    seen.append(settings.get())


threads = [threading.Thread(target=use) for _ in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(made, len(seen), all(one is seen[0] for one in seen))

failures = []


def load_badly():
    failures.append('tried')
    if len(failures) < 3:
        raise OSError('disk is not ready')
    return 'ready'


patient = Lazy(load_badly)
for _ in range(4):
    try:
        print(patient.get())
    except OSError as error:
        print('again:', error)

# expect:
# ['settings'] 5 True
# again: disk is not ready
# again: disk is not ready
# ready
# ready
