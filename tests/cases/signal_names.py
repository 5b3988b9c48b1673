# Signals have names, other names, and texts; some are ignored from the beginning.
import signal

for number in (signal.SIGUSR1, signal.SIGCHLD, signal.SIGPWR, signal.SIGRTMIN, signal.SIGRTMAX, 40, 33):
    print(repr(number), signal.strsignal(number))
print(signal.SIGIOT, signal.SIGCLD.name, signal.SIGPOLL is signal.SIGIO)
print(signal.getsignal(signal.SIGPIPE), repr(signal.getsignal(signal.SIGUSR2)))
print(len(signal.valid_signals()), 32 in signal.valid_signals(), sorted(signal.valid_signals())[:2])
try:
    signal.setitimer(-1, 0)
except signal.ItimerError as error:
    print(error)

# expect:
# <Signals.SIGUSR1: 10> User defined signal 1
# <Signals.SIGCHLD: 17> Child exited
# <Signals.SIGPWR: 30> Power failure
# <Signals.SIGRTMIN: 34> Real-time signal 0
# <Signals.SIGRTMAX: 64> Real-time signal 30
# 40 Real-time signal 6
# 33 None
# 6 SIGCHLD True
# 1 <Handlers.SIG_DFL: 0>
# 62 False [<Signals.SIGHUP: 1>, <Signals.SIGINT: 2>]
# [Errno 22] Invalid argument
