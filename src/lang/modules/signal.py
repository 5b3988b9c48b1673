# Signals by name. None ever reaches a program's handler: what is sent to a process ends it.

__all__ = ['Signals', 'SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGABRT', 'SIGKILL', 'SIGUSR1', 'SIGSEGV', 'SIGUSR2', 'SIGPIPE',
           'SIGALRM', 'SIGTERM', 'SIGCHLD', 'SIG_DFL', 'SIG_IGN', 'signal', 'getsignal', 'strsignal', 'raise_signal']

_NAMES = {1: 'SIGHUP', 2: 'SIGINT', 3: 'SIGQUIT', 6: 'SIGABRT', 9: 'SIGKILL', 10: 'SIGUSR1', 11: 'SIGSEGV',
          12: 'SIGUSR2', 13: 'SIGPIPE', 14: 'SIGALRM', 15: 'SIGTERM', 17: 'SIGCHLD'}
_WORDS = {1: 'Hangup', 2: 'Interrupt', 3: 'Quit', 6: 'Aborted', 9: 'Killed', 10: 'User defined signal 1',
          11: 'Segmentation fault', 12: 'User defined signal 2', 13: 'Broken pipe', 14: 'Alarm clock', 15: 'Terminated',
          17: 'Child exited'}


class Signals(int):
    def __new__(cls, number):
        if number not in _NAMES:
            raise ValueError('%r is not a valid Signals' % (number,))
        return int.__new__(cls, number)

    @property
    def name(self):
        return _NAMES[int(self)]

    @property
    def value(self):
        return int(self)

    def __repr__(self):
        return '<Signals.%s: %d>' % (self.name, int(self))

    def __str__(self):
        return str(int(self))

    def __reduce__(self):
        return Signals, (int(self),)


SIGHUP = Signals(1)
SIGINT = Signals(2)
SIGQUIT = Signals(3)
SIGABRT = Signals(6)
SIGKILL = Signals(9)
SIGUSR1 = Signals(10)
SIGSEGV = Signals(11)
SIGUSR2 = Signals(12)
SIGPIPE = Signals(13)
SIGALRM = Signals(14)
SIGTERM = Signals(15)
SIGCHLD = Signals(17)
SIG_DFL = 0
SIG_IGN = 1


# Who has Ctrl-C ignored, or leaves it as it is, wants what happens anyway: it ends the whole run.
def signal(signalnum, handler, /):
    if handler not in (SIG_DFL, SIG_IGN) or int(signalnum) != 2:
        raise NotImplementedError('gilsim does not call handlers of signals')
    return SIG_DFL


def getsignal(signalnum, /):
    return SIG_DFL


def strsignal(signalnum, /):
    return _WORDS.get(int(signalnum))


def raise_signal(signum, /):
    import os
    os.kill(os.getpid(), signum)
