# Each thread's own order stays; all ways of putting the two together are possible.
import threading

seen = []


def work(name):
    for number in range(2):
        seen.append(name + str(number))


threads = [threading.Thread(target=work, args=(name,)) for name in 'ab']
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(*seen)
# outcomes:
# a0 a1 b0 b1
# ---
# a0 b0 a1 b1
# ---
# a0 b0 b1 a1
# ---
# b0 a0 a1 b1
# ---
# b0 a0 b1 a1
# ---
# b0 b1 a0 a1
