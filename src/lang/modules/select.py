from _file_table import FAILED as _FAILED, HUNG_UP as _HUNG_UP, READABLE as _READABLE, WRITABLE as _WRITABLE
from _file_table import Entry as _Entry, add as _add, entry_of as _entry_of, number_of as _number, ready as _ready
from _file_table import release as _release, table as _table

__all__ = ['POLLERR', 'POLLHUP', 'POLLIN', 'POLLNVAL', 'POLLOUT', 'POLLPRI', 'POLLRDHUP', 'error', 'poll', 'select']

POLLIN = 1
POLLPRI = 2
POLLOUT = 4
POLLERR = 8
POLLHUP = 16
POLLNVAL = 32
POLLRDNORM = 64
POLLWRNORM = 256
POLLRDHUP = 8192

error = OSError


def select(rlist, wlist, xlist, timeout=None, /):
    if timeout is not None:
        if not isinstance(timeout, (int, float)):
            raise TypeError('timeout must be a float or None')
        if timeout < 0:
            raise ValueError('timeout must be non-negative')
    rlist, wlist, wanted = list(rlist), list(wlist), {}
    for files, bit in ((rlist, _READABLE), (wlist, _WRITABLE), (list(xlist), 0)):
        for file in files:
            number = _number(file)
            _entry_of(number)
            if bit:
                wanted[number] = wanted.get(number, 0) | bit
    ready = _ready(wanted, timeout)
    readable = [file for file in rlist if ready.get(_number(file), 0) & _READABLE]
    writable = [file for file in wlist if ready.get(_number(file), 0) & _WRITABLE]
    return readable, writable, []


# What of a file is to be watched for these events; that it is over is told in any case.
def _bits_of(events):
    bits = _HUNG_UP | _FAILED
    if events & (POLLIN | POLLRDNORM | POLLRDHUP):
        bits |= _READABLE
    if events & (POLLOUT | POLLWRNORM):
        bits |= _WRITABLE
    return bits


def _events_of(bits, wanted):
    events = 0
    if bits & _READABLE:
        events |= wanted & (POLLIN | POLLRDNORM)
    if bits & _WRITABLE:
        events |= wanted & (POLLOUT | POLLWRNORM)
    if bits & _HUNG_UP:
        events |= POLLHUP | wanted & POLLRDHUP
    if bits & _FAILED:
        events |= POLLERR
    return events


# What poll() gives: its times are milliseconds.
class _Poll:
    def __init__(self):
        self._wanted = {}

    def register(self, fd, eventmask=POLLIN | POLLPRI | POLLOUT, /):
        self._wanted[_number(fd)] = eventmask

    def modify(self, fd, eventmask, /):
        number = _number(fd)
        if number not in self._wanted:
            raise FileNotFoundError(2, 'No such file or directory')
        self._wanted[number] = eventmask

    def unregister(self, fd, /):
        del self._wanted[_number(fd)]

    def poll(self, timeout=None, /):
        if timeout is not None and not isinstance(timeout, (int, float)):
            raise TypeError('timeout must be an integer or None')
        limit = None if timeout is None or timeout < 0 else timeout / 1000
        wanted, found = {}, []
        for number, events in self._wanted.items():
            try:
                _entry_of(number)
                wanted[number] = _bits_of(events)
            except OSError:
                found.append((number, POLLNVAL))
        ready = _ready(wanted, 0 if found else limit)
        for number, bits in ready.items():
            events = _events_of(bits, self._wanted[number])
            if events:
                found.append((number, events))
        return found


_Poll.__name__ = _Poll.__qualname__ = 'poll'
_Poll.__module__ = 'select'


def poll():
    return _Poll()
