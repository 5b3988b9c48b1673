import threading

lock = threading.RLock()
print(lock.acquire(), lock.acquire(), lock.acquire(blocking=False))
said = []


def try_it():
    said.append(lock.acquire(blocking=False))
    said.append(lock.acquire(timeout=0.01))
    try:
        lock.release()
    except RuntimeError as error:
        said.append(str(error))


def in_a_thread():
    thread = threading.Thread(target=try_it)
    thread.start()
    thread.join()


in_a_thread()
print(said)
lock.release()
lock.release()
in_a_thread()
print(said[3:5])
lock.release()
try:
    lock.release()
except RuntimeError as error:
    print(error)


class Account:
    def __init__(self):
        self.lock = threading.RLock()
        self.balance = 0

    def add(self, amount):
        with self.lock:
            self.balance += amount

    def add_twice(self, amount):
        with self.lock:
            self.add(amount)
            self.add(amount)


account = Account()
threads = [threading.Thread(target=account.add_twice, args=(n,)) for n in range(10)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(account.balance)

# expect:
# True True True
# [False, False, 'cannot release un-acquired lock']
# [False, False]
# cannot release un-acquired lock
# 90
