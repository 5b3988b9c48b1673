# Signals that processes handle, whatever they are at, and those that end them.
import multiprocessing as mp
import os
import signal
import sys
import time


class Stop(Exception):
    pass


def notes(end):
    seen = []

    def handler(number, frame):
        seen.append(signal.Signals(number).name)

    for number in (signal.SIGTERM, signal.SIGUSR1):
        signal.signal(number, handler)
    end.send('ready')
    while len(seen) < 2:
        time.sleep(0.01)
    end.send(seen)
    try:
        end.send('goes to sleep')
        time.sleep(1000)
    except KeyboardInterrupt:
        sys.exit(7)


def sleeps():
    time.sleep(1000)


def spin(end):
    end.send('ready')
    while True:
        pass


def stops(end):
    def handler(number, frame):
        raise Stop

    signal.signal(signal.SIGTERM, handler)
    try:
        spin(end)
    except Stop:
        end.send('stopped')


def ignores(end):
    signal.signal(signal.SIGUSR1, signal.SIG_IGN)
    signal.signal(signal.SIGUSR2, lambda number, frame: end.send('handled'))
    signal.signal(signal.SIGUSR2, signal.SIG_DFL)
    end.send('ready')
    end.recv()
    end.send('still here')
    time.sleep(1000)


# What is waited for comes all the same: a lock until its time is over, bytes, a child.
def waits(end, lock):
    seen = []
    signal.signal(signal.SIGUSR2, lambda number, frame: seen.append(number))
    end.send('ready')
    print(lock.acquire(timeout=1), end.recv(), len(seen), flush=True)
    process = mp.Process(target=time.sleep, args=(1,))
    process.start()
    end.send('ready')
    process.join()
    print(process.exitcode, len(seen))


def inherits(end):
    end.send('ready')
    time.sleep(0.5)


if __name__ == '__main__':
    # Whoever has started this may have Ctrl-C ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    here, there = mp.Pipe()

    def started(work, *args):
        process = mp.Process(target=work, args=args)
        process.start()
        if args:
            here.recv()
        return process

    process = started(notes, there)
    os.kill(process.pid, signal.SIGUSR1)
    time.sleep(0.1)
    process.terminate()
    print(here.recv(), here.recv())
    time.sleep(0.2)
    os.kill(process.pid, signal.SIGINT)
    process.join()
    print(process.exitcode)

    process = started(sleeps)
    os.kill(process.pid, signal.SIGUSR1)
    process.join()
    print(process.exitcode)

    process = started(stops, there)
    time.sleep(0.2)
    process.terminate()
    print(here.recv())
    process.join()
    print(process.exitcode)

    process = started(ignores, there)
    os.kill(process.pid, signal.SIGUSR1)
    os.kill(process.pid, signal.SIGCHLD)
    here.send('go on')
    print(here.recv())
    os.kill(process.pid, signal.SIGUSR2)
    process.join()
    print(process.exitcode)

    lock = mp.Lock()
    lock.acquire()
    process = started(waits, there, lock)
    time.sleep(0.2)
    os.kill(process.pid, signal.SIGUSR2)
    time.sleep(1.5)
    os.kill(process.pid, signal.SIGUSR2)
    time.sleep(0.2)
    here.send('bytes')
    here.recv()
    time.sleep(0.2)
    os.kill(process.pid, signal.SIGUSR2)
    process.join()

    # A forked process has its parent's handlers, and not its alarm.
    signal.signal(signal.SIGALRM, lambda number, frame: print('rings'))
    signal.alarm(100)
    process = started(inherits, there)
    os.kill(process.pid, signal.SIGALRM)
    process.join()
    print(process.exitcode, signal.alarm(0) > 0)

# expect:
# ['SIGUSR1', 'SIGTERM'] goes to sleep
# 7
# -10
# stopped
# 0
# still here
# -12
# False bytes 2
# 0 3
# rings
# 0 True
