from _socket import poll as _poll

__all__ = ['POLLERR', 'POLLHUP', 'POLLIN', 'POLLNVAL', 'POLLOUT', 'error', 'poll', 'select']

POLLIN = 1
POLLOUT = 4
POLLERR = 8
POLLHUP = 16
POLLNVAL = 32

error = OSError


def _number(file):
    if isinstance(file, int):
        number = file
    elif hasattr(file, 'fileno'):
        number = file.fileno()
    else:
        raise TypeError('argument must be an int, or have a fileno() method.')
    if number < 0:
        raise ValueError('file descriptor cannot be a negative integer (%d)' % number)
    return number


# The bits of each file that is ready, by its number.
def _ready(wanted, timeout):
    reply = _poll(wanted, timeout)
    if isinstance(reply, tuple):
        raise OSError(*reply)
    return {reply[i]: reply[i + 1] for i in range(0, len(reply), 2)}


def select(rlist, wlist, xlist, timeout=None):
    if timeout is not None and timeout < 0:
        raise ValueError('timeout must be non-negative')
    wanted = {}
    for file in rlist:
        number = _number(file)
        wanted[number] = wanted.get(number, 0) | 1
    for file in wlist:
        number = _number(file)
        wanted[number] = wanted.get(number, 0) | 2
    ready = _ready(wanted, timeout)
    readable = [file for file in rlist if ready.get(_number(file), 0) & 1]
    writable = [file for file in wlist if ready.get(_number(file), 0) & 2]
    return readable, writable, []


# What poll() gives: its times are milliseconds.
class _Poll:
    def __init__(self):
        self._wanted = {}

    def register(self, fd, eventmask=POLLIN | POLLOUT):
        self._wanted[_number(fd)] = eventmask

    def modify(self, fd, eventmask):
        number = _number(fd)
        if number not in self._wanted:
            raise FileNotFoundError(2, 'No such file or directory')
        self._wanted[number] = eventmask

    def unregister(self, fd):
        del self._wanted[_number(fd)]

    def poll(self, timeout=None):
        wanted = {}
        for number, mask in self._wanted.items():
            wanted[number] = (1 if mask & POLLIN else 0) | (2 if mask & POLLOUT else 0)
        limit = None if timeout is None or timeout < 0 else timeout / 1000
        found = _ready(wanted, limit)
        return [(number, (POLLIN if bits & 1 else 0) | (POLLOUT if bits & 2 else 0)) for number, bits in found.items()]


def poll():
    return _Poll()
