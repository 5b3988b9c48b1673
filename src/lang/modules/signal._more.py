# Signals that are held back, waited for, and told of by a byte. Executed in the variables of `signal` when it is first wanted.

from _file_table import entry_of as _entry_of, write as _write_file
from collections import namedtuple as _namedtuple
from os import getpid as _getpid


class Sigmasks(_IntEnum):
    SIG_BLOCK = 0
    SIG_UNBLOCK = 1
    SIG_SETMASK = 2


SIG_BLOCK, SIG_UNBLOCK, SIG_SETMASK = Sigmasks

struct_siginfo = _namedtuple('struct_siginfo', 'si_signo si_code si_errno si_pid si_uid si_status si_band')

# Of threads other than the main one, by their numbers: what is blocked there. It holds nothing back.
_masks = {}


def _numbers(signals):
    return {_checked(number) for number in signals} - {9, 19}


def _named(numbers):
    return {Signals._value2member_map_.get(number, number) for number in numbers}


def pthread_sigmask(how, mask, /):
    numbers = _numbers(mask)
    if how not in (SIG_BLOCK, SIG_UNBLOCK, SIG_SETMASK):
        raise OSError(22, 'Invalid argument')
    is_main = _threading.current_thread() is _threading.main_thread()
    held = _blocked if is_main else _masks.setdefault(_threading.get_ident(), set(_blocked))
    before = _named(held)
    if how == SIG_BLOCK:
        after = held | numbers
    elif how == SIG_UNBLOCK:
        after = held - numbers
    else:
        after = numbers
    freed, taken = held - after, after - held
    held.clear()
    held.update(after)
    if is_main:
        for number in taken:
            _own_signal(number, True)
        for number in freed:
            _tell(number, getsignal(number))
        for number in sorted(freed & _pending):
            _pending.discard(number)
            _deliver(number)
    return before


def sigpending():
    return _named(_pending)


def pthread_kill(thread_id, signalnum, /):
    if thread_id not in _threading._active:
        raise ProcessLookupError(3, 'No such process')
    if not 0 <= signalnum < NSIG:
        raise OSError(22, 'Invalid argument')
    if signalnum:
        raise_signal(signalnum)


# One of these signals that was held back, or that comes in time; 0 otherwise.
def _waited_for(sigset, timeout):
    numbers = _numbers(sigset)
    gate = _threading.Lock()
    gate.acquire()
    waiter = [numbers, gate, 0]
    _waiting.append(waiter)
    try:
        for number in sorted(numbers & _pending):
            _pending.discard(number)
            return number
        if timeout is None:
            gate.acquire()
        else:
            gate.acquire(timeout=timeout)
        return waiter[2]
    finally:
        if waiter in _waiting:
            _waiting.remove(waiter)


def sigwait(sigset, /):
    number = _waited_for(sigset, None)
    return Signals._value2member_map_.get(number, number)


def sigwaitinfo(sigset, /):
    return _information(_waited_for(sigset, None))


def sigtimedwait(sigset, timeout, /):
    if timeout < 0:
        raise ValueError('timeout must be non-negative')
    number = _waited_for(sigset, timeout)
    return _information(number) if number else None


def _information(number):
    return struct_siginfo(number, 0, 0, _getpid(), 0, 0, 0)


def siginterrupt(signalnum, flag, /):
    if _checked(signalnum) in (9, 19):
        raise OSError(22, 'Invalid argument')


def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    global _wakeup
    if _threading.current_thread() is not _threading.main_thread():
        raise ValueError('set_wakeup_fd only works in main thread of the main interpreter')
    if fd != -1 and _entry_of(fd).is_blocking:
        raise ValueError('the fd %d must be in non-blocking mode' % fd)
    before = _wakeup
    _wakeup = fd
    return before


def _wake_up(number):
    try:
        _write_file(_wakeup, bytes([number]))
    except BlockingIOError:
        # It is full, so whoever reads there will wake up.
        pass
