# SIGCHLD: the parent's handler is called at the end of each child, also in the middle of a wait, which then goes on.
import multiprocessing
import os
import signal
import time


def work(status):
    time.sleep(0.02)
    os._exit(status)


def forked(status):
    pid = os.fork()
    if pid == 0:
        time.sleep(0.02)
        os._exit(status)
    return pid


if __name__ == '__main__':
    heard = []
    before = signal.signal(signal.SIGCHLD, lambda number, frame: heard.append(signal.Signals(number).name))
    print(before)
    process = multiprocessing.Process(target=work, args=(3,))
    process.start()
    process.join()
    time.sleep(0.05)
    print(heard, process.exitcode)

    # The handler takes what there is, as servers do.
    def reap(number, frame):
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if not pid:
                return
            ended[pid] = os.waitstatus_to_exitcode(status)

    ended = {}
    signal.signal(signal.SIGCHLD, reap)
    children = [forked(status) for status in (0, 1, 2)]
    end = time.monotonic() + 30
    while len(ended) < 3 and time.monotonic() < end:
        time.sleep(0.01)
    print([ended[pid] for pid in children])

    class Ended(Exception):
        pass

    def complain(number, frame):
        raise Ended

    signal.signal(signal.SIGCHLD, complain)
    try:
        forked(0)
        time.sleep(60)
    except Ended:
        print('woken')
    os.wait()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    process = multiprocessing.Process(target=work, args=(0,))
    process.start()
    process.join()
    print(process.exitcode)

# expect:
# 0
# ['SIGCHLD'] 3
# [0, 1, 2]
# woken
# 0
