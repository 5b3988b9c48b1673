# Who finds the key gone fails; the other does not, whoever that is.
import threading

left = {'key': 1}


def work():
    if left.get('key'):
        left.pop('key')


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(left)
# outcomes:
# {}
# ---
# KeyError: 'key'
# {}
