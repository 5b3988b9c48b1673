# Objects change place by pickling: what comes back is a copy; __getstate__ and __setstate__ say what travels.
import multiprocessing
import threading


class Account:
    def __init__(self, owner, balance):
        self.owner, self.balance = owner, balance
        self.lock = threading.Lock()
        self.log = []

    def __getstate__(self):
        state = self.__dict__.copy()
        del state['lock'], state['log']
        return state

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.lock, self.log = threading.Lock(), ['travelled']

    def add(self, amount):
        with self.lock:
            self.balance += amount
            self.log.append(amount)
        return self


def pay_in(account):
    return account.add(10)


if __name__ == '__main__':
    account = Account('ann', 5)
    with multiprocessing.Pool(1) as pool:
        returned = pool.apply(pay_in, (account,))
        print(account.balance, returned.balance, returned is account, returned.owner, returned.log)
        twice = pool.map(account.add, [1, 2])
        print(account.balance, [copy.balance for copy in twice])
        shared = [account, account]
        first, second = pool.apply(list, (shared,))
        print('one object stays one:', first is second)
    print(account.log)

# expect:
# 5 15 False ann ['travelled']
# 5 [6, 7]
# one object stays one: True
# []
