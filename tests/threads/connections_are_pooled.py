# A pool of two connections for six clients: a context manager takes one from a queue and puts it back, come what may.
import queue
import threading
from contextlib import contextmanager


class Connection:
    def __init__(self, number):
        self.number = number
        self.in_use = False
        self.served = 0

    def query(self, text):
        assert self.in_use
        self.served += 1
        if 'drop' in text:
            raise PermissionError(text)
        return text.upper()


class Pool:
    def __init__(self, size):
        self.connections = [Connection(n) for n in range(size)]
        self.free = queue.Queue()
        for connection in self.connections:
            self.free.put(connection)

    @contextmanager
    def connection(self, timeout=None):
        connection = self.free.get(timeout=timeout)
        assert not connection.in_use
        connection.in_use = True
        try:
            yield connection
        finally:
            connection.in_use = False
            self.free.put(connection)


pool = Pool(2)
answers = {}


def client(number):
    text = 'drop table' if number == 3 else f'select {number}'
    try:
        with pool.connection() as connection:
            answers[number] = connection.query(text)
    except PermissionError as error:
        answers[number] = f'refused: {error}'


threads = [threading.Thread(target=client, args=(number,)) for number in range(6)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
for number in sorted(answers):
    print(number, answers[number])
print('free again:', pool.free.qsize(), 'served:', sum(c.served for c in pool.connections))
with pool.connection(), pool.connection():
    try:
        with pool.connection(timeout=0.005):
            pass
    except queue.Empty:
        print('none is free')

# expect:
# 0 SELECT 0
# 1 SELECT 1
# 2 SELECT 2
# 3 refused: drop table
# 4 SELECT 4
# 5 SELECT 5
# free again: 2 served: 6
# none is free
