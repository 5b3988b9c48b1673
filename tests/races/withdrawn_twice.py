# Both find enough on the account and report that, and both take it.
import threading

balance = 10


def enough(amount):
    return balance >= amount


def report():
    return None


def work():
    global balance
    if enough(7):
        report()
        balance -= 7


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(balance)
# outcomes:
# 3
# ---
# -4
