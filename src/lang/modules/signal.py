__all__ = [
    'Handlers', 'ITIMER_PROF', 'ITIMER_REAL', 'ITIMER_VIRTUAL', 'ItimerError', 'NSIG', 'SIGABRT', 'SIGALRM', 'SIGBUS',
    'SIGCHLD', 'SIGCLD', 'SIGCONT', 'SIGFPE', 'SIGHUP', 'SIGILL', 'SIGINT', 'SIGIO', 'SIGIOT', 'SIGKILL', 'SIGPIPE',
    'SIGPOLL', 'SIGPROF', 'SIGPWR', 'SIGQUIT', 'SIGRTMAX', 'SIGRTMIN', 'SIGSEGV', 'SIGSTKFLT', 'SIGSTOP', 'SIGSYS',
    'SIGTERM', 'SIGTRAP', 'SIGTSTP', 'SIGTTIN', 'SIGTTOU', 'SIGURG', 'SIGUSR1', 'SIGUSR2', 'SIGVTALRM', 'SIGWINCH',
    'SIGXCPU', 'SIGXFSZ', 'SIG_DFL', 'SIG_IGN', 'Signals', 'alarm', 'default_int_handler', 'getitimer', 'getsignal',
    'pause', 'raise_signal', 'setitimer', 'signal', 'strsignal', 'valid_signals',
]

from enum import IntEnum as _IntEnum
import sys as _sys
import threading as _threading
from _fork import after_in_child as _after_in_child
from _process import own_signal as _own_signal, pause as _pause, raise_signal as _raise_signal, set_alarm as _set_alarm

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
    SIGSTKFLT = 16
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
    SIGPWR = 30
    SIGSYS = 31
    SIGRTMIN = 34
    SIGRTMAX = 64
    SIGIOT = 6
    SIGCLD = 17
    SIGPOLL = 29

class Handlers(_IntEnum):
    SIG_DFL = 0
    SIG_IGN = 1

SIG_DFL, SIG_IGN = Handlers.SIG_DFL, Handlers.SIG_IGN
(SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGKILL, SIGUSR1, SIGSEGV, SIGUSR2, SIGPIPE,
 SIGALRM, SIGTERM, SIGSTKFLT, SIGCHLD, SIGCONT, SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU, SIGURG, SIGXCPU, SIGXFSZ, SIGVTALRM,
 SIGPROF, SIGWINCH, SIGIO, SIGPWR, SIGSYS, SIGRTMIN, SIGRTMAX) = Signals
SIGIOT, SIGCLD, SIGPOLL = SIGABRT, SIGCHLD, SIGIO
NSIG = 65

_TEXTS = {
    1: 'Hangup', 2: 'Interrupt', 3: 'Quit', 4: 'Illegal instruction', 5: 'Trace/breakpoint trap', 6: 'Aborted',
    7: 'Bus error', 8: 'Floating point exception', 9: 'Killed', 10: 'User defined signal 1', 11: 'Segmentation fault',
    12: 'User defined signal 2', 13: 'Broken pipe', 14: 'Alarm clock', 15: 'Terminated', 16: 'Stack fault',
    17: 'Child exited', 18: 'Continued', 19: 'Stopped (signal)', 20: 'Stopped', 21: 'Stopped (tty input)',
    22: 'Stopped (tty output)', 23: 'Urgent I/O condition', 24: 'CPU time limit exceeded',
    25: 'File size limit exceeded', 26: 'Virtual timer expired', 27: 'Profiling timer expired', 28: 'Window changed',
    29: 'I/O possible', 30: 'Power failure', 31: 'Bad system call',
}

def default_int_handler(signalnum, frame, /):
    runners = _sys.modules.get('asyncio.runners')
    if runners is not None and runners._running is not None and runners._running._takes_interrupt():
        return
    raise KeyboardInterrupt

# A signal is handled by the main thread.
_handlers = {2: default_int_handler, 13: SIG_IGN, 25: SIG_IGN}

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
    if number in (9, 19):
        raise OSError(22, 'Invalid argument')
    before = getsignal(number)
    _handlers[number] = handler
    _tell(number, handler)
    return before

def _tell(number, handler):
    _own_signal(number, handler is not SIG_DFL and handler is not default_int_handler)

# A forked process has the handlers of its parent.
def _inherit():
    for number, handler in _handlers.items():
        _tell(number, handler)

_after_in_child.append(_inherit)

def getsignal(signalnum, /):
    return _handlers.get(_checked(signalnum), SIG_DFL)

def raise_signal(signalnum, /):
    number = _checked(signalnum)
    handler = _handlers.get(number, SIG_DFL)
    if number not in _blocked and (handler is SIG_IGN or handler is SIG_DFL and number in (17, 18, 23, 28)):
        return
    if handler is SIG_DFL or _threading.current_thread() is _threading.main_thread():
        _deliver(number)
        return
    _raise_signal(number)

# From outside. Ctrl-C reaches all processes; those that end with their parent, as a pool's do, leave it to that one.
def _arrived(number):
    if number == 2 and _threading._ends_with_parent:
        return
    _deliver(number)

# Signals that are held back, and those of them that have come; who waits for which, at which gate; and the number of the
# file that is told of signals.
_blocked = set()
_pending = set()
_waiting = []
_wakeup = -1

# Somebody waits for it, or nobody is to hear of it yet.
def _is_held(number):
    for waiter in _waiting:
        if number in waiter[0]:
            _waiting.remove(waiter)
            waiter[2] = number
            waiter[1].release()
            return True
    if number in _blocked:
        _pending.add(number)
        return True
    return False

# In the main thread.
def _deliver(number):
    if (_blocked or _waiting) and _is_held(number):
        return
    handler = _handlers.get(number, SIG_DFL)
    if handler is SIG_IGN or handler is SIG_DFL and number in (17, 18, 23, 28):
        return
    if handler is SIG_DFL:
        from _process import kill
        from os import getpid
        kill(getpid(), number)
        return
    if _wakeup != -1:
        _wake_up(number)
    handler(number, _interrupted())

# Where the program is; None where none of it runs any more.
def _interrupted():
    from _frame import frame_at
    try:
        return frame_at(0)
    except ValueError:
        return None

def strsignal(signalnum, /):
    number = _checked(signalnum)
    return _TEXTS.get(number) if number < 34 else 'Real-time signal %d' % (number - 34)

def valid_signals():
    kinds = Signals._value2member_map_
    return {kinds.get(number, number) for number in range(1, NSIG) if number not in (32, 33)}

def _alarm_left(seconds, interval):
    return _set_alarm(seconds, interval) / 1e9

def alarm(seconds, /):
    if not isinstance(seconds, int):
        raise TypeError(f"'{type(seconds).__name__}' object cannot be interpreted as an integer")
    left = _alarm_left(seconds or None, 0)
    return int(left) + (left % 1 > 0)

def pause():
    _pause()

ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = 0, 1, 2
_interval = 0.0

class ItimerError(OSError):
    pass

def setitimer(which, seconds, interval=0.0, /):
    global _interval
    if which not in (ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF):
        raise ItimerError(22, 'Invalid argument')
    if which != ITIMER_REAL:
        raise NotImplementedError('gilsim has no timers that count CPU time: use signal.ITIMER_REAL')
    if seconds < 0 or interval < 0:
        raise ItimerError(22, 'Invalid argument')
    before, _interval = _interval, float(interval)
    left = _alarm_left(seconds or None, interval)
    return left, before

# What is left is known by setting it anew.
def getitimer(which, /):
    if which not in (ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF):
        raise ItimerError(22, 'Invalid argument')
    if which != ITIMER_REAL:
        raise NotImplementedError('gilsim has no timers that count CPU time: use signal.ITIMER_REAL')
    left = _alarm_left(None, 0)
    if left:
        _alarm_left(left, _interval)
    return left, _interval if left else 0.0
