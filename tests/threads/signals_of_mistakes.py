# Handlers for what the system sends a program that has gone wrong, and all signals held back at once.
import os
import signal

heard = []
for name in 'SIGSEGV', 'SIGFPE', 'SIGILL', 'SIGBUS', 'SIGABRT', 'SIGUSR1':
    number = getattr(signal, name)
    before = signal.signal(number, lambda number, frame: heard.append(signal.Signals(number).name))
    signal.raise_signal(number)
    os.kill(os.getpid(), number)
    print(name, before is signal.SIG_DFL, signal.getsignal(number) is not before, heard)
    heard.clear()

held = signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
signal.raise_signal(signal.SIGSEGV)
print(held, heard, signal.sigpending())
held = signal.pthread_sigmask(signal.SIG_UNBLOCK, signal.valid_signals())
print(signal.SIGSEGV in held, signal.SIGKILL in held, heard)

# expect:
# SIGSEGV True True ['SIGSEGV', 'SIGSEGV']
# SIGFPE True True ['SIGFPE', 'SIGFPE']
# SIGILL True True ['SIGILL', 'SIGILL']
# SIGBUS True True ['SIGBUS', 'SIGBUS']
# SIGABRT True True ['SIGABRT', 'SIGABRT']
# SIGUSR1 True True ['SIGUSR1', 'SIGUSR1']
# set() [] {<Signals.SIGSEGV: 11>}
# True False ['SIGSEGV']
