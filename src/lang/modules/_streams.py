# io.BufferedReader, io.BufferedWriter and io.TextIOWrapper upon streams that a program has: its own, or those in memory.

from _bytes_like import checked as _checked_bytes, put_into as _put_into
from _text_streams import TextIOWrapper
from _upon import Upon as _Upon
from io import BufferedIOBase as _BufferedIOBase, DEFAULT_BUFFER_SIZE as _ENOUGH, UnsupportedOperation as _Unsupported

class _Buffered(_Upon, _BufferedIOBase):
    _called = 'raw stream'
    raw = property(_Upon._get_below)

    def __init__(self, raw, buffer_size=_ENOUGH):
        self._check_raw(raw)
        if buffer_size <= 0:
            raise ValueError('buffer size must be strictly positive')
        self._below = raw
        self._enough = buffer_size

    def __repr__(self):
        return f'<_io.{type(self).__name__}{self._shown_name()}>'

    @property
    def mode(self):
        return self.raw.mode

    def _check(self, doing):
        if self.closed:
            raise ValueError(f'{doing} of closed file')

class _Reading(_Buffered):
    _unread = b''

    # What one call of the raw stream gives: nothing at the end, None where it would have to be waited for.
    def _received(self, size):
        if not hasattr(self._below, 'readinto'):
            return self._below.read(size)
        room = bytearray(size)
        count = self._below.readinto(room)
        return None if count is None else bytes(room[:count])

    def _more(self):
        data = self._received(self._enough)
        if data:
            self._unread += data
        return data

    def _taken(self, end):
        data = self._unread[:end]
        self._unread = self._unread[end:]
        return data

    def read(self, size=-1):
        self._check('read')
        if size is not None and size < -1:
            raise ValueError('read length must be non-negative or -1')
        size = None if size is None or size < 0 else size
        while size is None or len(self._unread) < size:
            more = self._more()
            if not more:
                break
        else:
            return self._taken(size)
        is_nothing = more is None and not self._unread
        return None if is_nothing else self._taken(len(self._unread))

    def read1(self, size=-1):
        self._check('read')
        if not self._unread and size:
            self._unread = self._received(self._enough if size < 0 else size) or b''
        return self._taken(len(self._unread) if size < 0 else size)

    def peek(self, size=0):
        self._check('peek')
        if not self._unread:
            self._more()
        return self._unread

    def readinto(self, buffer):
        return _put_into(buffer, self.read(len(buffer)))

    def readinto1(self, buffer):
        return _put_into(buffer, self.read1(len(buffer)))

    def readline(self, size=-1):
        self._check('readline')
        limit = -1 if size is None else size
        start = 0
        while (at := self._unread.find(b'\n', start)) < 0 and not 0 <= limit <= len(self._unread):
            start = len(self._unread)
            if not self._more():
                break
        end = at + 1 if at >= 0 else len(self._unread)
        return self._taken(limit if 0 <= limit < end else end)

    def tell(self):
        return self.raw.tell() - len(self._unread)

    def seek(self, target, whence=0):
        self._check('seek')
        if whence == 1:
            target -= len(self._unread)
        self._unread = b''
        return self._below.seek(target, whence)

class BufferedReader(_Reading):
    __module__ = '_io'

    def _check_raw(self, raw):
        if not raw.readable():
            raise _Unsupported('File or stream is not readable.')

    def writable(self):
        return False

    def flush(self):
        self.raw.flush()

    def truncate(self, pos=None):
        raise _Unsupported('truncate')

class _Writing(_Buffered):
    _waiting = b''

    def write(self, data):
        if self.closed:
            raise ValueError('write to closed file')
        data = bytes(_checked_bytes(data))
        if len(self._waiting) + len(data) > self._enough:
            self._send()
        self._waiting += data
        if len(data) > self._enough:
            self._send()
        return len(data)

    def _send(self):
        while self._waiting:
            count = self._below.write(self._waiting)
            if count is None:
                raise BlockingIOError(11, 'write could not complete without blocking', 0)
            self._waiting = self._waiting[count:]

    def flush(self):
        if self.closed:
            raise ValueError('flush of closed file')
        self._send()
        self._below.flush()

    def tell(self):
        return self.raw.tell() + len(self._waiting)

    def seek(self, target, whence=0):
        self.flush()
        return self._below.seek(target, whence)

    def truncate(self, pos=None):
        self.flush()
        return self._below.truncate(self.tell() if pos is None else pos)

class BufferedWriter(_Writing):
    __module__ = '_io'

    def _check_raw(self, raw):
        if not raw.writable():
            raise _Unsupported('File or stream is not writable.')

    def readable(self):
        return False

# One stream for both: where one ends, the other goes on.
class BufferedRandom(_Writing, _Reading):
    __module__ = '_io'

    def _check_raw(self, raw):
        for able, what in ((raw.seekable(), 'seekable'), (raw.readable(), 'readable'), (raw.writable(), 'writable')):
            if not able:
                raise _Unsupported(f'File or stream is not {what}.')

    def _received(self, size):
        self._send()
        return _Reading._received(self, size)

    def write(self, data):
        if self._unread:
            self.seek(0, 1)
        return _Writing.write(self, data)

    def tell(self):
        return self.raw.tell() + len(self._waiting) - len(self._unread)

    def seek(self, target, whence=0):
        self._send()
        return _Reading.seek(self, target, whence)

class BufferedRWPair(_BufferedIOBase):
    __module__ = '_io'

    def __init__(self, reader, writer, buffer_size=_ENOUGH):
        self._reader = BufferedReader(reader, buffer_size)
        self._writer = BufferedWriter(writer, buffer_size)
        for name in ('read', 'read1', 'peek', 'readinto', 'readinto1', 'readable', 'readline'):
            setattr(self, name, getattr(self._reader, name))
        for name in ('write', 'flush', 'writable'):
            setattr(self, name, getattr(self._writer, name))

    @property
    def closed(self):
        return self._writer.closed

    def isatty(self):
        return self._writer.isatty() or self._reader.isatty()

    def close(self):
        try:
            self._writer.close()
        finally:
            self._reader.close()
