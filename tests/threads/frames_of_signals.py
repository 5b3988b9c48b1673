# A signal's handler is told where the program was.
import os
import signal


def handler(number, frame):
    print(signal.Signals(number).name, frame is not None, frame.f_code.co_name, frame.f_lineno > 0)


def work():
    signal.raise_signal(signal.SIGUSR1)
    os.kill(os.getpid(), signal.SIGUSR2)
    for _ in range(100):
        pass


signal.signal(signal.SIGUSR1, handler)
signal.signal(signal.SIGUSR2, handler)
work()
# expect:
# SIGUSR1 True work True
# SIGUSR2 True work True
