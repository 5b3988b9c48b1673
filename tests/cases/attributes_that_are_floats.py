# A sum in an attribute, of floats and of whole numbers, in a loop that is not compiled.
class Account:
    def __init__(self, balance):
        self.balance = balance


def pay(account, by):
    account.balance += by


account, count = Account(0.5), Account(1)
for turn in range(30):
    pay(account, 0.25)
    account.balance += 2
    count.balance += 3
    pay(count, turn)
print(account.balance, count.balance)


# expect:
# 68.0 526
