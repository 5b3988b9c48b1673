import queue
import threading

there, back = queue.SimpleQueue(), queue.SimpleQueue()


def answer():
    for _ in range(N):
        back.put(there.get())


answerer = threading.Thread(target=answer)
answerer.start()
for item in range(N):
    there.put(item)
    back.get()
answerer.join()
