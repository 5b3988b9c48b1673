import threading

ping, pong = threading.Lock(), threading.Lock()
ping.acquire()
pong.acquire()


def answer():
    for _ in range(N):
        ping.acquire()
        pong.release()


answerer = threading.Thread(target=answer)
answerer.start()
for _ in range(N):
    ping.release()
    pong.acquire()
answerer.join()
