__all__ = ['Handlers', 'SIG_DFL', 'SIG_IGN', 'Signals', 'default_int_handler', 'getsignal', 'raise_signal', 'signal',
           'strsignal', 'valid_signals']

from enum import IntEnum as _IntEnum
import threading as _threading

class Signals(_IntEnum):
    SIGHUP = 1
    SIGINT = 2
    SIGQUIT = 3
    SIGILL = 4
    SIGTRAP = 5
    SIGABRT = 6
    SIGBUS = 7
    SIGFPE = 8
    SIGKILL = 9
    SIGUSR1 = 10
    SIGSEGV = 11
    SIGUSR2 = 12
    SIGPIPE = 13
    SIGALRM = 14
    SIGTERM = 15
    SIGCHLD = 17
    SIGCONT = 18
    SIGSTOP = 19
    SIGTSTP = 20
    SIGTTIN = 21
    SIGTTOU = 22
    SIGURG = 23
    SIGXCPU = 24
    SIGXFSZ = 25
    SIGVTALRM = 26
    SIGPROF = 27
    SIGWINCH = 28
    SIGIO = 29
    SIGSYS = 31

class Handlers(_IntEnum):
    SIG_DFL = 0
    SIG_IGN = 1

SIG_DFL, SIG_IGN = Handlers.SIG_DFL, Handlers.SIG_IGN
(SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGKILL, SIGUSR1, SIGSEGV, SIGUSR2, SIGPIPE,
 SIGALRM, SIGTERM, SIGCHLD, SIGCONT, SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU, SIGURG, SIGXCPU, SIGXFSZ, SIGVTALRM, SIGPROF,
 SIGWINCH, SIGIO, SIGSYS) = Signals
NSIG = 65

_TEXTS = {1: 'Hangup', 2: 'Interrupt', 3: 'Quit', 6: 'Aborted', 9: 'Killed', 11: 'Segmentation fault', 14: 'Alarm clock',
          15: 'Terminated'}

def default_int_handler(signalnum, frame, /):
    raise KeyboardInterrupt

# No signal from outside reaches a handler: Ctrl-C ends the run, and what is sent to a process ends it. So handlers are
# for what the process sends itself, and processes that were started, which others may end, have none.
_handlers = {2: default_int_handler}

def _checked(number):
    if not isinstance(number, int):
        raise TypeError(f"'{type(number).__name__}' object cannot be interpreted as an integer")
    if not 1 <= number < NSIG:
        raise ValueError('signal number out of range')
    return int(number)

def signal(signalnum, handler, /):
    if _threading.current_thread() is not _threading.main_thread():
        raise ValueError('signal only works in main thread of the main interpreter')
    number = _checked(signalnum)
    if not callable(handler) and handler not in (SIG_DFL, SIG_IGN):
        raise TypeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object')
    if callable(handler) and handler is not default_int_handler and _was_started():
        raise NotImplementedError('gilsim does not call handlers of signals in processes that were started')
    if number in (9, 19):
        raise OSError(22, 'Invalid argument')
    before = getsignal(number)
    _handlers[number] = handler
    return before

def _was_started():
    from multiprocessing.process import parent_process
    return parent_process() is not None

def getsignal(signalnum, /):
    return _handlers.get(_checked(signalnum), SIG_DFL)

def raise_signal(signalnum, /):
    number = _checked(signalnum)
    handler = _handlers.get(number, SIG_DFL)
    if handler is SIG_IGN or handler is SIG_DFL and number in (17, 18, 23, 28):
        return
    if handler is SIG_DFL:
        from _process import kill
        from os import getpid
        kill(getpid(), number)
        return
    handler(number, None)

def strsignal(signalnum, /):
    return _TEXTS.get(_checked(signalnum))

def valid_signals():
    return set(range(1, NSIG))

def alarm(seconds, /):
    raise NotImplementedError('gilsim does not send signals to programs')

def pause():
    raise NotImplementedError('gilsim does not send signals to programs')

def setitimer(which, seconds, interval=0.0, /):
    raise NotImplementedError('gilsim does not send signals to programs')
