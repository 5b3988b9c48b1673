# A pool of one worker is a queue of jobs in order: what it touches needs no lock.
from concurrent.futures import ThreadPoolExecutor
import threading


class Ledger:
    def __init__(self):
        self._clerk = ThreadPoolExecutor(1, thread_name_prefix='clerk')
        self._balance = 0
        self._history = []

    def _book(self, amount):
        if self._balance + amount < 0:
            raise ValueError(f'{-amount} is more than {self._balance}')
        self._balance += amount
        self._history.append(amount)
        return self._balance

    def book(self, amount):
        return self._clerk.submit(self._book, amount)

    def close(self):
        report = self._clerk.submit(lambda: (self._balance, list(self._history), threading.current_thread().name))
        self._clerk.shutdown()
        return report.result()


ledger = Ledger()
futures = [ledger.book(amount) for amount in (100, -30, -80, 5)]
for future in futures:
    try:
        print(future.result())
    except ValueError as error:
        print('refused:', error)
customers = [threading.Thread(target=lambda: [ledger.book(1) for _ in range(20)]) for _ in range(3)]
for customer in customers:
    customer.start()
for customer in customers:
    customer.join()
balance, history, clerk = ledger.close()
print(balance, len(history), clerk)
try:
    ledger.book(1)
except RuntimeError as error:
    print(error)

# expect:
# 100
# 70
# refused: 80 is more than 70
# 75
# 135 63 clerk_0
# cannot schedule new futures after shutdown
