# SIGSTOP takes a process off its cores, whatever it is at, and SIGCONT lets it go on there.
import multiprocessing as mp
import os
import signal
import threading
import time


def stops_itself(end):
    end.send('before')
    os.kill(os.getpid(), signal.SIGSTOP)
    end.send('after')


def counts(counters):
    def count(place):
        while True:
            counters[place] += 1

    for place in range(2):
        threading.Thread(target=count, args=(place,), daemon=True).start()
    while True:
        counters[2] += 1
        time.sleep(0.001)


def handles(end):
    seen = []
    for number in (signal.SIGUSR1, signal.SIGCONT, signal.SIGTSTP):
        signal.signal(number, lambda number, frame: seen.append(signal.Signals(number).name))
    end.send('ready')
    while len(seen) < 2:
        time.sleep(0.005)
    end.send(sorted(seen))


def started(work, *args):
    process = mp.Process(target=work, args=args)
    process.start()
    return process


if __name__ == '__main__':
    here, there = mp.Pipe()
    process = started(stops_itself, there)
    print(here.recv(), here.poll(0.3), process.is_alive(), process.exitcode)
    os.kill(process.pid, signal.SIGCONT)
    print(here.recv())
    process.join()
    print(process.exitcode)

    counters = mp.Array('q', 3, lock=False)
    process = started(counts, counters)
    while not all(counters):
        time.sleep(0.01)
    os.kill(process.pid, signal.SIGSTOP)
    time.sleep(0.2)
    before = list(counters)
    time.sleep(0.2)
    print(before == list(counters), process.is_alive())
    os.kill(process.pid, signal.SIGCONT)
    while not all(old < new for old, new in zip(before, counters)):
        time.sleep(0.01)
    print('all of it goes on')

    # What ends it waits until it goes on, except for SIGKILL.
    os.kill(process.pid, signal.SIGSTOP)
    time.sleep(0.2)
    process.terminate()
    process.join(0.2)
    print(process.exitcode)
    os.kill(process.pid, signal.SIGCONT)
    process.join()
    print(process.exitcode)
    process = started(counts, counters)
    os.kill(process.pid, signal.SIGSTOP)
    time.sleep(0.2)
    process.kill()
    process.join()
    print(process.exitcode)

    # What it handles waits too, and what would stop it again is forgotten.
    process = started(handles, there)
    here.recv()
    os.kill(process.pid, signal.SIGSTOP)
    time.sleep(0.2)
    os.kill(process.pid, signal.SIGUSR1)
    os.kill(process.pid, signal.SIGTSTP)
    print(here.poll(0.2))
    os.kill(process.pid, signal.SIGCONT)
    print(here.recv())
    process.join()
    print(process.exitcode)

# expect:
# before False True None
# after
# 0
# True True
# all of it goes on
# None
# -15
# -9
# False
# ['SIGCONT', 'SIGUSR1']
# 0
