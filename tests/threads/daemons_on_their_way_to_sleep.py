# The program ends while its daemons are about to wait for what nobody gives them any more.
import queue
import threading

given = queue.Queue()


def take():
    while True:
        given.get()
        given.task_done()


for _ in range(4):
    threading.Thread(target=take, daemon=True).start()
for turn in range(20):
    given.put(turn)
given.join()
print('over')

# expect:
# over
