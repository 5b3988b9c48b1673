# A signal is for the process that it is sent to: not for its children, and from whoever knows its number. One that has ended
# and that nobody has waited for hears nothing.
import multiprocessing as mp
import os
import signal
import time
from multiprocessing.connection import wait


def inner(ready, go_on):
    try:
        ready.set()
        go_on.wait()
        print('inner goes on', flush=True)
    except KeyboardInterrupt:
        print('inner interrupted', flush=True)


def outer(ready, waits, go_on):
    p = mp.Process(target=inner, args=(ready, go_on))
    p.start()
    try:
        waits.set()
        p.join()
    except KeyboardInterrupt:
        print('outer interrupted', flush=True)
        time.sleep(0.3)
        go_on.set()
        p.join()
        print(p.exitcode, flush=True)


def handle(number, frame):
    print('handled', signal.Signals(number).name, flush=True)


def patient(connection, handled):
    def handle_and_tell(number, frame):
        handle(number, frame)
        handled.set()

    signal.signal(signal.SIGUSR1, handle_and_tell)
    connection.send('ready')
    try:
        while True:
            time.sleep(10)
    except KeyboardInterrupt:
        print('patient interrupted', flush=True)


def sibling(pid, handled=None):
    try:
        print(os.kill(pid, 0), flush=True)
        os.kill(pid, signal.SIGUSR1)
        handled.wait()
        try:
            os.kill(pid, 1000)
        except OSError as error:
            print(error, flush=True)
        os.kill(pid, signal.SIGINT)
    except ProcessLookupError as error:
        print(error, flush=True)


def grandchild(pid):
    os.kill(pid, signal.SIGUSR2)


def child(pid):
    p = mp.Process(target=grandchild, args=(pid,))
    p.start()
    p.join()


def nothing():
    pass


def run(target, *args):
    p = mp.Process(target=target, args=args)
    p.start()
    return p


if __name__ == '__main__':
    # Whoever has started this may have Ctrl-C ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    ready, waits, go_on = mp.Event(), mp.Event(), mp.Event()
    p = run(outer, ready, waits, go_on)
    ready.wait()
    waits.wait()
    os.kill(p.pid, signal.SIGINT)
    p.join()
    print(p.exitcode, flush=True)

    ours, theirs = mp.Pipe()
    handled = mp.Event()
    p = run(patient, theirs, handled)
    print(ours.recv(), flush=True)
    q = run(sibling, p.pid, handled)
    q.join()
    p.join()
    print(p.exitcode, q.exitcode, flush=True)

    signal.signal(signal.SIGUSR2, handle)
    run(child, os.getpid()).join()

    p = run(nothing)
    pid = p.pid
    wait([p.sentinel])
    time.sleep(0.3)
    print(os.kill(pid, 0), os.kill(pid, signal.SIGTERM))
    p.join()
    print(p.exitcode)
    try:
        os.kill(pid, 0)
    except ProcessLookupError as error:
        print(error, flush=True)
    run(sibling, pid).join()

# expect:
# outer interrupted
# inner goes on
# 0
# 0
# ready
# None
# handled SIGUSR1
# [Errno 22] Invalid argument
# patient interrupted
# 0 0
# handled SIGUSR2
# None None
# 0
# [Errno 3] No such process
# [Errno 3] No such process
