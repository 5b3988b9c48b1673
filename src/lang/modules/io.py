__all__ = [
    'BufferedReader', 'BufferedWriter', 'BytesIO', 'SEEK_CUR', 'SEEK_END', 'SEEK_SET', 'StringIO', 'TextIOWrapper',
    'UnsupportedOperation', 'open',
]

from _exports import any as _is_seen
from _files import UnsupportedOperation, open, kinds_of_ends as _kinds_of_ends, with_plain_ends as _with_plain_ends
from _lines import Lines as _Lines

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192

class _Memory(_Lines):
    def __init__(self, initial):
        self._whole = initial
        self._size = len(initial)
        # Written behind the whole and not yet joined to it.
        self._pieces = []
        self._at = 0
        self.closed = False

    def _check(self):
        if self.closed:
            raise ValueError('I/O operation on closed file' + self._stop)

    @property
    def _data(self):
        if self._pieces:
            self._whole += self._filler[:0].join(self._pieces)
            self._pieces = []
        return self._whole

    @_data.setter
    def _data(self, data):
        self._whole, self._pieces, self._size = data, [], len(data)

    def getvalue(self):
        self._check()
        return self._data

    def read(self, size=-1):
        self._check()
        start = self._at
        if size is None or size < 0:
            self._at = max(start, len(self._data))
        else:
            self._at = max(start, min(start + size, len(self._data)))
        return self._data[start:self._at]

    def readline(self, size=-1):
        self._check()
        start, data = self._at, self._data
        end = self._end_of_line(data, start)
        if size is not None and size >= 0:
            end = min(end, start + size)
        self._at = end if end > start else start
        return data[start:self._at]

    def _end_of_line(self, data, start):
        return data.find(self._line_end, start) + 1 or len(data)

    def readlines(self, hint=-1):
        return [line for line in self]

    def write(self, data):
        self._check()
        given, data = data, self._accept(data)
        length = len(data)
        if self._at == self._size:
            self._pieces.append(data)
            self._size += length
        else:
            gap = self._at - self._size
            if gap > 0:
                self._data += self._filler * gap
            self._data = self._data[:self._at] + data + self._data[self._at + length:]
        self._at += length
        return length if type(data) is bytes else len(given)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def tell(self):
        self._check()
        return self._at

    def seek(self, offset, whence=0):
        self._check()
        self._at = max((0, self._at, len(self._data))[whence] + offset, 0)
        return self._at

    def truncate(self, size=None):
        self._check()
        size = self._at if size is None else size
        self._data = self._data[:size]
        return size

    def flush(self):
        self._check()

    def close(self):
        self.closed = True

    def fileno(self):
        raise UnsupportedOperation('fileno')

    def isatty(self):
        return False

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        self.close()

class StringIO(_Memory):
    __module__ = '_io'
    _line_end = '\n'
    _filler = '\0'
    _stop = ''
    encoding = errors = None
    line_buffering = False

    def __init__(self, initial_value='', newline='\n'):
        if newline is not None and not isinstance(newline, str):
            raise TypeError(f'newline must be str or None, not {type(newline).__name__}')
        if newline not in (None, '', '\n', '\r', '\r\n'):
            raise ValueError(f'illegal newline value: {newline!r}')
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f'initial_value must be str or None, not {type(initial_value).__name__}')
        # Under which ends of lines texts are kept; files have a `_newline` of their own.
        self._end_kept, self._line_end, self._seen = newline, newline or '\n', ''
        _Memory.__init__(self, self._accept(initial_value or ''))

    # What is kept of it.
    def _accept(self, data):
        if not isinstance(data, str):
            raise TypeError(f"string argument expected, got '{type(data).__name__}'")
        return data if self._end_kept == '\n' else self._with_ends(data)

    def _with_ends(self, data):
        if self._end_kept:
            return data.replace('\n', self._end_kept)
        # A text with the ends of lines that there have been, no two of which make a third.
        ends = _kinds_of_ends(self._seen + ' ' + data)
        self._seen = ends if isinstance(ends, str) else ' '.join(ends or ())
        return data if self._end_kept == '' else _with_plain_ends(data)

    @property
    def newlines(self):
        self._check()
        return _kinds_of_ends(self._seen) or None

    def _end_of_line(self, data, start):
        if self._end_kept == '':
            ends = [at for at in (data.find('\n', start), data.find('\r', start)) if at >= 0]
            at = min(ends, default=-1)
            return (at + 1 or len(data)) + (data[at:at + 2] == '\r\n')
        at = data.find(self._line_end, start)
        return len(data) if at < 0 else at + len(self._line_end)

class BytesIO(_Memory):
    __module__ = '_io'
    _line_end = b'\n'
    _filler = b'\0'
    _stop = '.'

    def __init__(self, initial_bytes=b''):
        if isinstance(initial_bytes, (int, str)):
            raise TypeError(f"a bytes-like object is required, not '{type(initial_bytes).__name__}'")
        # What views of the buffer see, from when there was one until nobody sees it any more.
        self._shared = None
        _Memory.__init__(self, b'' if initial_bytes is None else bytes(initial_bytes))

    # Takes over what views have changed; for good, where nobody sees the bytes any more.
    def _take_over(self):
        if self._shared is not None:
            self._whole = bytes(self._shared)
            if not _is_seen(self._shared):
                self._shared = None

    @property
    def _data(self):
        self._take_over()
        if self._pieces:
            self._whole += b''.join(self._pieces)
            self._pieces = []
        return self._whole

    @_data.setter
    def _data(self, data):
        self._whole, self._pieces, self._size = data, [], len(data)

    def _check_views(self):
        self._take_over()
        if self._shared is not None:
            raise BufferError('Existing exports of data: object cannot be re-sized')

    def read1(self, size=-1):
        return self.read(size)

    def readinto(self, buffer):
        data = self.read(len(buffer))
        memoryview(buffer)[:len(data)] = data
        return len(data)

    readinto1 = readinto

    def getbuffer(self):
        self._check()
        data = self._data
        if self._shared is None:
            self._shared = bytearray(data)
        return memoryview(self._shared)

    def truncate(self, size=None):
        self._check()
        self._check_views()
        return _Memory.truncate(self, size)

    def close(self):
        self._check_views()
        _Memory.close(self)

    def _accept(self, data):
        if type(data) is not bytes:
            try:
                data = memoryview(data).tobytes()
            except TypeError:
                raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None
        self._check_views()
        return data
