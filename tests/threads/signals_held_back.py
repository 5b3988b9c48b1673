# Signals that are held back, waited for, and told of by a byte.
import os
import select
import signal
import socket
import threading
import time


def refused(call, *args):
    try:
        call(*args)
    except (OSError, ValueError) as error:
        print(type(error).__name__, error)


# A byte for each signal that has a handler.
r, w = socket.socketpair()
r.setblocking(False)
refused(signal.set_wakeup_fd, w.fileno())
w.setblocking(False)
print(signal.set_wakeup_fd(w.fileno()))
signal.signal(signal.SIGUSR1, lambda number, frame: print('handled', number))
os.kill(os.getpid(), signal.SIGUSR1)
print(select.select([r], [], [], 5)[0] == [r], r.recv(10))
print(signal.set_wakeup_fd(-1) == w.fileno(), signal.set_wakeup_fd(-1))

# The main thread handles it, whichever thread it is for.
handlers = []
signal.signal(signal.SIGUSR2, lambda number, frame: handlers.append(threading.current_thread().name))


def sends():
    signal.pthread_kill(threading.main_thread().ident, signal.SIGUSR2)
    time.sleep(0.02)
    signal.pthread_kill(threading.get_ident(), signal.SIGUSR2)
    refused(signal.pthread_kill, threading.get_ident(), 99)
    refused(signal.set_wakeup_fd, 1)


sender = threading.Thread(target=sends)
sender.start()
sender.join()
print(handlers)

# Held back, and handled as soon as that ends.
print(signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1]))
os.kill(os.getpid(), signal.SIGUSR1)
print('held', signal.sigpending(), signal.pthread_sigmask(signal.SIG_BLOCK, []))
signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1])
print('free', signal.sigpending())

# Waited for, by another thread and by this one.
signal.pthread_sigmask(signal.SIG_SETMASK, {signal.SIGUSR1, signal.SIGTERM})
waiter = threading.Thread(target=lambda: print('waited', signal.sigwait({signal.SIGTERM, signal.SIGUSR1})))
waiter.start()
time.sleep(0.02)
os.kill(os.getpid(), signal.SIGTERM)
waiter.join()
os.kill(os.getpid(), signal.SIGTERM)
print(repr(signal.sigwait([signal.SIGTERM])), signal.sigtimedwait([signal.SIGTERM], 0.02))
threading.Timer(0.02, os.kill, [os.getpid(), signal.SIGTERM]).start()
print(signal.sigwaitinfo([signal.SIGTERM]).si_signo)
signal.pthread_sigmask(signal.SIG_SETMASK, [])

# expect:
# ValueError the fd 4 must be in non-blocking mode
# -1
# handled 10
# True b'\n'
# True -1
# OSError [Errno 22] Invalid argument
# ValueError set_wakeup_fd only works in main thread of the main interpreter
# ['MainThread', 'MainThread']
# set()
# held {<Signals.SIGUSR1: 10>} {<Signals.SIGUSR1: 10>}
# handled 10
# free set()
# waited 15
# <Signals.SIGTERM: 15> None
# 15
