class Account:
    def __init__(self, balance):
        self.balance = balance
        self.count = 0

    def deposit(self, amount):
        self.balance += amount
        self.count += 1

    def total(self):
        return self.balance + self.count


def work(n):
    account = Account(100)
    result = 0
    for i in range(n):
        account.deposit(i)
        result += account.total()
    return result
