# Messages through sockets, and waits for these together with pipes.

from _fork import checked as _checked
from _library import work as _library
from _process import poll as _poll_ends
from _socket import close as _close, poll as _poll_sockets, receive as _receive, send as _send
from multiprocessing.connection import Connection
import time

_READABLE = 1
# How long sockets are watched before pipes are looked at again.
_TURN = 0.001


class SocketConnection(Connection):
    __module__ = 'multiprocessing.connection'

    def __init__(self, fd):
        Connection.__init__(self, fd, fd)

    @property
    def _fd(self):
        self._check_closed()
        return self._reader

    def _close(self):
        fd = self._reader
        self._reader = self._writer = None
        if fd is not None:
            _close(fd)

    def __getstate__(self):
        self._check_closed()
        raise NotImplementedError('gilsim sends no connections through sockets to other processes')

    def _write(self, data):
        _checked(_send(self._reader, data, True, True))

    def _read(self, most):
        return _checked(_receive(self._reader, most, True))


SocketConnection.__name__ = SocketConnection.__qualname__ = 'Connection'


def _ready_sockets(watched, timeout):
    return _checked(_poll_sockets(watched, timeout))[::2] if watched else []


def wait_also_for_sockets(objects, timeout):
    sockets = {item._fd: _READABLE for item in objects if hasattr(item, '_fd')}
    ends = [item if isinstance(item, int) else item.fileno() for item in objects if not hasattr(item, '_fd')]
    _library('selector', 1 + len(objects))
    if not ends:
        ready = _ready_sockets(sockets, timeout), ()
    else:
        ready = _ready_of_both(sockets, ends, None if timeout is None else time.monotonic() + timeout)
    return [item for item in objects if _is_among(item, *ready)]


def _is_among(item, sockets, ends):
    if hasattr(item, '_fd'):
        return item._fd in sockets
    return (item if isinstance(item, int) else item.fileno()) in ends


def _ready_of_both(sockets, ends, limit):
    turn = 0
    while True:
        ready = _ready_sockets(sockets, turn), _checked(_poll_ends(ends, 0))
        if any(ready) or limit is not None and time.monotonic() >= limit:
            return ready
        turn = _TURN if limit is None else max(0, min(_TURN, limit - time.monotonic()))
