class InsufficientFunds(Exception):
    def __init__(self, balance, amount):
        super().__init__(f'balance {balance} is less than {amount}')
        self.balance, self.amount = balance, amount
class Account:
    interest = 0.02
    def __init__(self, owner, balance=0):
        self.owner, self._balance, self.history = owner, balance, []
    @property
    def balance(self): return self._balance
    @balance.setter
    def balance(self, v):
        if v < 0: raise ValueError('negative')
        self._balance = v
    def withdraw(self, n):
        if n > self._balance: raise InsufficientFunds(self._balance, n)
        self._balance -= n; self.history.append(('w', n)); return self
    def deposit(self, n): self._balance += n; self.history.append(('d', n)); return self
    def __repr__(self): return f'{type(self).__name__}({self.owner!r}, {self._balance:.2f})'
    def __iadd__(self, n): return self.deposit(n)
    def __lt__(self, o): return self.balance < o.balance
class Savings(Account):
    def add_interest(self): return self.deposit(self._balance * self.interest)
a = Account('ann', 100); s = Savings('bob', 250)
a.deposit(50).withdraw(30); s.add_interest(); a += 5
print(a, s, a < s, max(a, s), sorted([s, a]))
try: a.withdraw(1000)
except InsufficientFunds as e: print(e, e.balance, e.args, repr(e))
try: a.balance = -1
except ValueError as e: print(e)
print(a.history, vars(s), Savings.__mro__, Account.balance.fget.__name__)

# expect:
# Account('ann', 125.00) Savings('bob', 255.00) True Savings('bob', 255.00) [Account('ann', 125.00), Savings('bob', 255.00)]
# balance 125 is less than 1000 125 ('balance 125 is less than 1000',) InsufficientFunds('balance 125 is less than 1000')
# negative
# [('d', 50), ('w', 30), ('d', 5)] {'owner': 'bob', '_balance': 255.0, 'history': [('d', 5.0)]} (<class '__main__.Savings'>, <class '__main__.Account'>, <class 'object'>) balance
