# Files upon numbers of open ones: pipes, sockets, the standard streams, and what `os.open` gave.

from _file_table import entry_of as _entry_of, read as _read, release as _release, write as _write
from _socket_files import made as _made


# What files upon sockets want of a socket.
class _Open:
    _files = 0

    def __init__(self, number, is_own):
        self._number = number
        self._is_own = is_own

    def fileno(self):
        return self._number

    def recv(self, size):
        return _read(self._number, size)

    def send(self, data):
        return _write(self._number, data)

    def sendall(self, data):
        while data:
            data = data[_write(self._number, data):]

    def _file_closed(self):
        if self._is_own:
            _release(self._number)


def made(number, mode, buffering, encoding, errors, newline, closefd):
    _entry_of(number)
    kind = mode.replace('t', '').replace('a', 'w').replace('x', 'w')
    if '+' in kind:
        raise NotImplementedError('gilsim opens a number for reading or for writing, not for both')
    file = _made(_Open(number, closefd), kind, None if buffering < 0 else buffering, encoding, errors, newline)
    if buffering == 1 and 'b' not in mode:
        file.line_buffering = True
    return file
