# A lock for many readers or one writer, made of a condition: three readers meet inside, a writer is alone.
import threading
from contextlib import contextmanager


class ReadWriteLock:
    def __init__(self):
        self._condition = threading.Condition()
        self._readers = 0
        self._writing = False

    @contextmanager
    def reading(self):
        with self._condition:
            self._condition.wait_for(lambda: not self._writing)
            self._readers += 1
        try:
            yield
        finally:
            with self._condition:
                self._readers -= 1
                if not self._readers:
                    self._condition.notify_all()

    @contextmanager
    def writing(self):
        with self._condition:
            self._condition.wait_for(lambda: not self._writing and not self._readers)
            self._writing = True
        try:
            yield
        finally:
            with self._condition:
                self._writing = False
                self._condition.notify_all()


lock = ReadWriteLock()
inside = threading.Barrier(3)
page = {'version': 0, 'copy': 0}
torn = []


def read_together():
    with lock.reading():
        inside.wait(timeout=10)


def read():
    for _ in range(30):
        with lock.reading():
            if page['version'] != page['copy']:
                torn.append(dict(page))


def write():
    for _ in range(20):
        with lock.writing():
            page['version'] += 1
            page['copy'] = page['version']


for group in ([read_together] * 3, [read, write, read, write]):
    threads = [threading.Thread(target=target) for target in group]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
print('three readers met', not inside.broken)
print(page, torn)

# expect:
# three readers met True
# {'version': 40, 'copy': 40} []
