# An echo server in a thread, beside threads that compute; its client is another process.

from multiprocessing import Pipe, Process
from threading import Thread
from time import perf_counter

REQUESTS = 3_000
done = False


def ask(end, beside):
    start = perf_counter()
    for _ in range(REQUESTS):
        end.send_bytes(b'x')
        end.recv_bytes()
    print(f'beside {beside}, requests/s: {REQUESTS / (perf_counter() - start) / 1000}')


def answer(end):
    for _ in range(REQUESTS):
        end.send_bytes(end.recv_bytes())


def compute():
    number = 0
    while not done:
        number += 1


def serve(beside):
    global done
    done = False
    ours, theirs = Pipe()
    client = Process(target=ask, args=(theirs, beside))
    client.start()
    hogs = [Thread(target=compute) for _ in range(beside)]
    for hog in hogs:
        hog.start()
    server = Thread(target=answer, args=(ours,))
    server.start()
    server.join()
    done = True
    for hog in hogs:
        hog.join()
    client.join()


if __name__ == '__main__':
    for beside in (1, 2):
        serve(beside)
