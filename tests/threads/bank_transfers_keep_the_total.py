# Transfers lock both accounts, always the one with the lower number first, so nobody waits in a circle.
import threading


class Account:
    def __init__(self, number, balance):
        self.number = number
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source, target, amount):
    first, second = sorted((source, target), key=lambda account: account.number)
    with first.lock, second.lock:
        if source.balance < amount:
            return False
        source.balance -= amount
        target.balance += amount
        return True


accounts = [Account(n, 100) for n in range(3)]


def trade(mine):
    for step in range(60):
        transfer(accounts[mine], accounts[(mine + 1 + step) % 3 if step % 3 != 2 else (mine + 1) % 3], step % 5)


traders = [threading.Thread(target=trade, args=(n % 3,)) for n in range(6)]
for trader in traders:
    trader.start()
for trader in traders:
    trader.join()
print('total', sum(account.balance for account in accounts))
print('nobody overdrawn', all(account.balance >= 0 for account in accounts))
print('no lock is held', not any(account.lock.locked() for account in accounts))
print(transfer(accounts[0], accounts[1], 10_000))

# expect:
# total 300
# nobody overdrawn True
# no lock is held True
# False
