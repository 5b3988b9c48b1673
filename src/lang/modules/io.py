__all__ = [
    'BufferedReader', 'BufferedWriter', 'BytesIO', 'SEEK_CUR', 'SEEK_END', 'SEEK_SET', 'StringIO', 'TextIOWrapper',
    'UnsupportedOperation', 'open',
]

from _files import UnsupportedOperation, open, with_plain_ends as _with_plain_ends
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
        end = data.find(self._line_end, start) + 1 or len(data)
        if size is not None and size >= 0:
            end = min(end, start + size)
        self._at = end if end > start else start
        return data[start:self._at]

    def readlines(self, hint=-1):
        return [line for line in self]

    def write(self, data):
        self._check()
        self._accept(data)
        length = len(data)
        if self._at == self._size:
            self._pieces.append(data if type(data) is not bytearray else bytes(data))
            self._size += length
        else:
            gap = self._at - self._size
            if gap > 0:
                self._data += self._filler * gap
            self._data = self._data[:self._at] + data + self._data[self._at + length:]
        self._at += length
        return length

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

def _with_ends(text, newline):
    if newline is None:
        return _with_plain_ends(text)
    return text.replace('\n', newline) if newline else text

class StringIO(_Memory):
    __module__ = '_io'
    _line_end = '\n'
    _filler = '\0'
    _stop = ''

    def __init__(self, initial_value='', newline='\n'):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f'initial_value must be str or None, not {type(initial_value).__name__}')
        initial = initial_value or ''
        if newline != '\n':
            initial = _with_ends(initial, newline)
        _Memory.__init__(self, initial)

    def _accept(self, data):
        if not isinstance(data, str):
            raise TypeError(f"string argument expected, got '{type(data).__name__}'")

class BytesIO(_Memory):
    __module__ = '_io'
    _line_end = b'\n'
    _filler = b'\0'
    _stop = '.'

    def __init__(self, initial_bytes=b''):
        if isinstance(initial_bytes, (int, str)):
            raise TypeError(f"a bytes-like object is required, not '{type(initial_bytes).__name__}'")
        _Memory.__init__(self, b'' if initial_bytes is None else bytes(initial_bytes))

    def read1(self, size=-1):
        return self.read(size)

    def readinto(self, buffer):
        data = self.read(len(buffer))
        memoryview(buffer)[:len(data)] = data
        return len(data)

    readinto1 = readinto

    # A copy: what is written there does not come back.
    def getbuffer(self):
        self._check()
        return memoryview(self._data)

    def _accept(self, data):
        if not isinstance(data, (bytes, bytearray)):
            raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
