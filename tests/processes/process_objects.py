import multiprocessing
import os
import sys
import time
from multiprocessing import Process, current_process, parent_process


def say(*words):
    print(*words, flush=True)


def work(n):
    say('child', n, current_process().name, parent_process().name)
    if n == 1:
        sys.exit(7)
    if n == 2:
        sys.exit('words')
    if n == 3:
        os._exit(9)


class Own(Process):
    def __init__(self, n):
        super().__init__(name='own-%d' % n, daemon=True)
        self.n = n

    def run(self):
        say('run', self.n, self.name, self.daemon, os.getpid() == self.pid, os.getppid() != self.pid)


def sleeper():
    time.sleep(1000)


if __name__ == '__main__':
    codes = []
    for n in range(4):
        process = Process(target=work, args=(n,))
        say(process.exitcode, process.is_alive(), process.pid)
        process.start()
        process.join()
        codes.append(process.exitcode)
    say(codes)
    own = Own(5)
    own.start()
    own.join()
    say(own.exitcode, own.is_alive(), own in multiprocessing.active_children())
    for end, code in ((Process.terminate, -15), (Process.kill, -9)):
        process = Process(target=sleeper)
        process.start()
        say(process.is_alive(), process.join(0.01), process in multiprocessing.active_children())
        end(process)
        process.join()
        say(process.exitcode == code, process.is_alive())
    process = Process(target=sleeper, kwargs={}, name='named')
    try:
        process.join()
    except AssertionError as error:
        say(error)
    process.start()
    try:
        process.start()
    except AssertionError as error:
        say(error)
    process.terminate()
    process.join()
    process.close()
    try:
        process.is_alive()
    except ValueError as error:
        say(error)
    say(current_process().name, parent_process(), multiprocessing.cpu_count() >= 1, __name__)
    daemon = Process(target=sleeper, daemon=True)
    daemon.start()
    say('end')

# expect:
# None False None
# child 0 Process-1 MainProcess
# None False None
# child 1 Process-2 MainProcess
# None False None
# child 2 Process-3 MainProcess
# None False None
# child 3 Process-4 MainProcess
# [0, 7, 1, 9]
# run 5 own-5 True True True
# 0 False False
# True None True
# True False
# True None True
# True False
# can only join a started process
# cannot start a process twice
# process object is closed
# MainProcess None True __main__
# end
