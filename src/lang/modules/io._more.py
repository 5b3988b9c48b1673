# What files derive from, for programs that derive from it or ask for it. Executed in the variables of `io` when first wanted.

from _lines import Lines as _Lines
from abc import ABCMeta as _ABCMeta

class IOBase(metaclass=_ABCMeta):
    _is_closed = False

    @property
    def closed(self):
        return self._is_closed

    def _checkClosed(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')

    def close(self):
        if not self._is_closed:
            self.flush()
            self._is_closed = True

    def flush(self):
        self._checkClosed()

    def readable(self):
        return False

    writable = seekable = isatty = readable

    def fileno(self):
        raise UnsupportedOperation('fileno')

    def seek(self, pos, whence=0):
        raise UnsupportedOperation('seek')

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, pos=None):
        raise UnsupportedOperation('truncate')

    def writelines(self, lines):
        self._checkClosed()
        for line in lines:
            self.write(line)

    def readlines(self, hint=-1):
        return [line for line in self]

    def __enter__(self):
        self._checkClosed()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def __iter__(self):
        self._checkClosed()
        return self

    __next__ = _Lines.__next__

class RawIOBase(IOBase):
    def read(self, size=-1):
        if size < 0:
            return self.readall()
        room = bytearray(size)
        count = self.readinto(room)
        return None if count is None else bytes(room[:count])

    def readall(self):
        pieces = []
        while True:
            piece = self.read(DEFAULT_BUFFER_SIZE)
            if not piece:
                return b''.join(pieces)
            pieces.append(piece)

    def readinto(self, buffer):
        raise NotImplementedError

    def write(self, data):
        raise NotImplementedError

class BufferedIOBase(IOBase):
    def read(self, size=-1):
        raise UnsupportedOperation('read')

    def write(self, data):
        raise UnsupportedOperation('write')

    def detach(self):
        raise UnsupportedOperation('detach')

class TextIOBase(IOBase):
    encoding = newlines = errors = None

    def read(self, size=-1):
        raise UnsupportedOperation('read')

    def readline(self, size=-1):
        raise UnsupportedOperation('readline')

    def write(self, text):
        raise UnsupportedOperation('write')

    def detach(self):
        raise UnsupportedOperation('detach')

from _streams import BufferedRandom, BufferedReader, BufferedRWPair, BufferedWriter, TextIOWrapper
import _files, _files_both, _socket_files
import sys as _sys

BufferedIOBase.register(BytesIO)
TextIOBase.register(StringIO)
BufferedRandom.register(_files_both.BufferedRandom)
BufferedRWPair.register(_socket_files.BufferedRWPair)
RawIOBase.register(_socket_files.SocketIO)
for _kind in (_files.BufferedReader, _socket_files.BufferedReader, type(_sys.__stdin__.buffer)):
    BufferedReader.register(_kind)
for _kind in (_files.BufferedWriter, _socket_files.BufferedWriter, type(_sys.__stderr__.buffer)):
    BufferedWriter.register(_kind)
for _kind in (_files.TextIOWrapper, _files_both.TextIOWrapper, _socket_files.TextIOWrapper, type(_sys.__stdin__), type(_sys.__stderr__)):
    TextIOWrapper.register(_kind)
