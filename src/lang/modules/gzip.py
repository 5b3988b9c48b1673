# Files of gzip. What is read is unpacked as a whole at the first read; what is written is packed as it comes.

__all__ = ['BadGzipFile', 'GzipFile', 'open', 'compress', 'decompress']

import builtins
import io
import time
import zlib
from _lines import Lines as _Lines
from errno import EBADF as _EBADF

READ, WRITE = 1, 2

class BadGzipFile(OSError):
    pass

def _head(level, mtime, name=b''):
    mtime = int(time.time() if mtime is None else mtime)
    extra = {9: 2, 1: 4}.get(level, 0)
    begin = b'\x1f\x8b\x08' + (b'\x08' if name else b'\0') + mtime.to_bytes(4, 'little')
    return begin + bytes([extra, 255]) + (name + b'\0' if name else b'')

def _number(number):
    return (number & 0xffffffff).to_bytes(4, 'little')

def compress(data, compresslevel=9, *, mtime=None):
    if mtime == 0:
        return zlib.compress(data, compresslevel, wbits=31)
    packed = zlib.compress(data, compresslevel, wbits=-15)
    return _head(compresslevel, mtime) + packed + _number(zlib.crc32(data)) + _number(len(data))

def _truncated():
    return EOFError('Compressed file ended before the end-of-stream marker was reached')

def decompress(data):
    parts = []
    while data:
        if data[:2] != b'\x1f\x8b':
            raise BadGzipFile(f'Not a gzipped file ({bytes(data[:2])!r})')
        if len(data) > 2 and data[2] != 8:
            raise BadGzipFile('Unknown compression method')
        begin = zlib._head_end(data)
        if begin is None:
            raise _truncated()
        member = zlib.decompressobj(wbits=-15)
        part = member.decompress(data[begin:])
        rest = member.unused_data
        if not member.eof or len(rest) < 8:
            raise _truncated()
        if rest[:4] != _number(zlib.crc32(part)):
            raise BadGzipFile('CRC check failed')
        if rest[4:8] != _number(len(part)):
            raise BadGzipFile('Incorrect length of data produced')
        parts.append(part)
        # Zeros may follow.
        data = rest[8:].lstrip(b'\0')
    return b''.join(parts)

class GzipFile(_Lines):
    def __init__(self, filename=None, mode=None, compresslevel=9, fileobj=None, mtime=None):
        if mode and ('t' in mode or 'U' in mode):
            raise ValueError(f'Invalid mode: {mode!r}')
        if mode and 'b' not in mode:
            mode += 'b'
        self._own = None
        if fileobj is None:
            fileobj = self._own = builtins.open(filename, mode or 'rb')
        if filename is None:
            filename = getattr(fileobj, 'name', '')
            if not isinstance(filename, str):
                filename = ''
        self.name = getattr(filename, '__fspath__', lambda: filename)()
        self.fileobj = fileobj
        mode = mode or getattr(fileobj, 'mode', 'rb')
        if mode[0] not in 'rwax':
            raise ValueError(f'Invalid mode: {mode!r}')
        self.mtime = mtime
        self.mode = READ if mode[0] == 'r' else WRITE
        self._data = None
        if self.mode == WRITE:
            self._packer = zlib.compressobj(compresslevel, zlib.DEFLATED, -15, zlib.DEF_MEM_LEVEL, 0)
            self._sum = self._size = 0
            name = self.name.replace('\\', '/').rpartition('/')[2].removesuffix('.gz').encode('latin-1', 'ignore')
            fileobj.write(_head(compresslevel, mtime, name))

    def __repr__(self):
        return f'<gzip {self.fileobj!r} {hex(id(self))}>'

    @property
    def closed(self):
        return self.fileobj is None

    def _check(self, mode, doing):
        if self.fileobj is None:
            raise ValueError('I/O operation on closed file.')
        if self.mode != mode:
            raise OSError(_EBADF, f'{doing}() on {"write" if mode == READ else "read"}-only GzipFile object')

    def _content(self, doing):
        self._check(READ, doing)
        if self._data is None:
            self._data = io.BytesIO(decompress(self.fileobj.read()))
        return self._data

    def read(self, size=-1):
        return self._content('read').read(size)

    read1 = read

    def readline(self, size=-1):
        return self._content('readline').readline(size)

    def readlines(self, hint=-1):
        return list(self)

    def peek(self, n):
        content = self._content('peek')
        at = content.tell()
        found = content.read(n)
        content.seek(at)
        return found

    def write(self, data):
        self._check(WRITE, 'write')
        if isinstance(data, str):
            raise TypeError("memoryview: a bytes-like object is required, not 'str'")
        data = bytes(data)
        if data:
            self.fileobj.write(self._packer.compress(data))
            self._size += len(data)
            self._sum = zlib.crc32(data, self._sum)
        return len(data)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self, zlib_mode=zlib.Z_SYNC_FLUSH):
        if self.mode == WRITE:
            self._check(WRITE, 'flush')
            self.fileobj.write(self._packer.flush(zlib_mode))
            self.fileobj.flush()

    def tell(self):
        return self._size if self.mode == WRITE else self._content('tell').tell()

    def seek(self, offset, whence=0):
        return self._content('seek').seek(offset, whence)

    def close(self):
        fileobj, self.fileobj = self.fileobj, None
        if fileobj is None:
            return
        if self.mode == WRITE:
            fileobj.write(self._packer.flush() + _number(self._sum) + _number(self._size))
        if self._own is not None:
            self._own.close()

    def readable(self):
        return self.mode == READ

    def writable(self):
        return self.mode == WRITE

    def seekable(self):
        return True

    def __enter__(self):
        if self.fileobj is None:
            raise ValueError('I/O operation on closed file.')
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        self.close()

class _Text(_Lines):
    # The lines of a file of gzip as text.
    def __init__(self, raw, encoding, newline):
        self.buffer = raw
        self.name = raw.name
        self.encoding = encoding
        self._newline = newline
        self._text = None

    @property
    def closed(self):
        return self.buffer.closed

    def _content(self):
        if self._text is None:
            text = self.buffer.read().decode(self.encoding)
            if self._newline is None:
                text = text.replace('\r\n', '\n').replace('\r', '\n')
            self._text = io.StringIO(text)
        return self._text

    def read(self, size=-1):
        return self._content().read(size)

    def readline(self, size=-1):
        return self._content().readline(size)

    def readlines(self, hint=-1):
        return list(self)

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f'write() argument must be str, not {type(text).__name__}')
        self.buffer.write(text.encode(self.encoding))
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        self.buffer.flush()

    def close(self):
        self.buffer.close()

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        self.close()

def open(filename, mode='rb', compresslevel=9, encoding=None, errors=None, newline=None):
    if 't' in mode:
        if 'b' in mode:
            raise ValueError(f'Invalid mode: {mode!r}')
    elif encoding is not None:
        raise ValueError("Argument 'encoding' not supported in binary mode")
    elif errors is not None:
        raise ValueError("Argument 'errors' not supported in binary mode")
    elif newline is not None:
        raise ValueError("Argument 'newline' not supported in binary mode")
    plain = mode.replace('t', '')
    if isinstance(filename, str) or hasattr(filename, '__fspath__'):
        raw = GzipFile(filename, plain, compresslevel)
    elif hasattr(filename, 'read') or hasattr(filename, 'write'):
        raw = GzipFile(None, plain, compresslevel, filename)
    else:
        raise TypeError('filename must be a str or bytes object, or a file')
    return _Text(raw, encoding or 'UTF-8', newline) if 't' in mode else raw
