# The function's checkpoint is at its entry: what it has found still holds when its caller acts upon it at once.
import threading

balance = 10


def enough(amount):
    return balance >= amount


def work():
    global balance
    if enough(7):
        balance -= 7


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(balance)
# outcomes:
# 3
