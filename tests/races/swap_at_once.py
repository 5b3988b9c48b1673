# A swap without a call is one step.
import threading

left, right = 'l', 'r'


def work():
    global left, right
    left, right = right, left


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(left, right)
# outcomes:
# l r
