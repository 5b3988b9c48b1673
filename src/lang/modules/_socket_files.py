# Files upon sockets: what is written goes out when there is enough of it, at flush() and at close().

from _bytes_like import checked as _checked_bytes, put_into as _put_into
from _files import UnsupportedOperation, with_plain_ends as _with_plain_ends
from _lines import Lines as _Lines

_ENOUGH = 8192


def _absent(self):
    raise AttributeError('%r object has no such attribute' % type(self).__name__)


class _OnSocket(_Lines):
    # Whether it stands within another file, which closes it.
    _is_inner = False
    closed = False

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *args):
        self.close()

    # Nobody hears of what goes wrong then.
    def __del__(self):
        if not self._is_inner:
            try:
                self.close()
            except Exception:
                pass

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle '%s' object" % type(self).__name__)

    def _check_open(self, message='I/O operation on closed file.'):
        if self.closed:
            raise ValueError(message)

    def isatty(self):
        self._check_open()
        return False

    def seekable(self):
        self._check_open('I/O operation on closed socket.')
        return False

    def readlines(self, hint=-1):
        self._check_open()
        lines = []
        size = 0
        for line in self:
            lines.append(line)
            size += len(line)
            if hint is not None and 0 < hint <= size:
                break
        return lines

    def writelines(self, lines):
        for line in lines:
            self.write(line)


# Without a buffer: each call is one of the socket's.
class SocketIO(_OnSocket):
    __module__ = 'socket'

    def __init__(self, sock, mode):
        self._sock = sock
        self.mode = mode
        self._has_timed_out = False

    def readable(self):
        self._check_open('I/O operation on closed socket.')
        return 'r' in self.mode

    def writable(self):
        self._check_open('I/O operation on closed socket.')
        return 'w' in self.mode

    def fileno(self):
        self._check_open()
        return self._sock.fileno()

    @property
    def name(self):
        return -1 if self.closed else self._sock.fileno()

    # What has come, or None where that would have to be waited for.
    def _receive(self, size):
        if self._has_timed_out:
            raise OSError('cannot read from timed out object')
        try:
            return self._sock.recv(size)
        except TimeoutError:
            self._has_timed_out = True
            raise
        except BlockingIOError:
            return None

    def _check_reading(self):
        self._check_open()
        if 'r' not in self.mode:
            raise UnsupportedOperation('File or stream is not readable.')

    def read(self, size=-1):
        if size is None or size < 0:
            return self.readall()
        self._check_reading()
        return self._receive(size)

    def readall(self):
        self._check_reading()
        parts = []
        while more := self._receive(_ENOUGH):
            parts.append(more)
        return b''.join(parts) if parts else more

    def readinto(self, buffer):
        data = self.read(len(buffer))
        if data is None:
            return None
        memoryview(buffer)[:len(data)] = data
        return len(data)

    # Byte by byte: what comes behind the line stays with the socket.
    def readline(self, limit=-1):
        self._check_reading()
        line = b''
        while limit is None or limit < 0 or len(line) < limit:
            more = self._receive(1)
            if not more:
                break
            line += more
            if more == b'\n':
                break
        return line

    def write(self, data):
        self._check_open()
        if 'w' not in self.mode:
            raise UnsupportedOperation('File or stream is not writable.')
        try:
            return self._sock.send(data)
        except BlockingIOError:
            return None

    def flush(self):
        self._check_open()

    def close(self):
        if not self.closed:
            self.closed = True
            self._sock._file_closed()


# A file upon another, which is closed with it; collects what is written.
class _Upon(_OnSocket):
    def __init__(self, inner):
        inner._is_inner = True
        self._inner = inner
        self._written = []
        self._size = 0

    @property
    def name(self):
        return self._inner.name

    def fileno(self):
        return self._inner.fileno()

    def readable(self):
        return self._inner.readable()

    def writable(self):
        return self._inner.writable()

    def _collect(self, data):
        self._written.append(data)
        self._size += len(data)

    # All that was collected, which is gone from here.
    def _collected(self):
        data = b''.join(self._written)
        self._written = []
        self._size = 0
        return data

    def close(self):
        if not self.closed:
            try:
                self.flush()
            finally:
                self.closed = True
                self._inner.close()


class _Buffered(_Upon):
    __module__ = '_io'

    def __init__(self, raw, enough):
        super().__init__(raw)
        self.raw = raw
        self._enough = enough
        self._read = b''

    def __repr__(self):
        return '<_io.%s name=%d>' % (type(self).__name__, self.raw.name)

    @property
    def mode(self):
        return self.raw.mode

    def seek(self, *args):
        raise UnsupportedOperation('File or stream is not seekable.')

    tell = truncate = seek

    # How much more there is now: nothing at the end, None where it would have to be waited for.
    def _more(self):
        data = self.raw._receive(self._enough)
        if data:
            self._read += data
        return data

    def _taken(self, end):
        data = self._read[:end]
        self._read = self._read[end:]
        return data

    def read(self, size=-1):
        self._check_open('read of closed file')
        if size is not None and size < 0:
            size = None
        if self._gather(size) is None and not self._read:
            return None
        return self._taken(len(self._read) if size is None else size)

    # Receives until there is so much, or all, and tells what the last call gave: nothing at the end, None where it would have
    # to be waited for.
    def _gather(self, size):
        parts = [self._read]
        missing = None if size is None else size - len(self._read)
        more = b''
        try:
            while missing is None or missing > 0:
                more = self.raw._receive(self._enough)
                if not more:
                    break
                parts.append(more)
                if missing is not None:
                    missing -= len(more)
        finally:
            self._read = b''.join(parts)
        return more

    def read1(self, size=-1):
        self._check_open('read of closed file')
        if size == 0:
            return b''
        if not self._read:
            self._more()
        return self._taken(len(self._read) if size < 0 else size)

    def peek(self, size=0):
        self._check_open('peek of closed file')
        if not self._read:
            self._more()
        return self._read

    def readinto(self, buffer):
        self._check_open('readinto of closed file')
        return _put_into(buffer, self.read(len(buffer)))

    def readinto1(self, buffer):
        self._check_open('readinto of closed file')
        return _put_into(buffer, self.read1(len(buffer)))

    def readline(self, limit=-1):
        self._check_open('readline of closed file')
        if limit is None:
            limit = -1
        start = 0
        while True:
            at = self._read.find(b'\n', start)
            if at >= 0 or 0 <= limit <= len(self._read):
                break
            start = len(self._read)
            if not self._more():
                break
        end = at + 1 if at >= 0 else len(self._read)
        return self._taken(limit if 0 <= limit < end else end)

    def write(self, data):
        self._check_open('write to closed file')
        data = data if isinstance(data, bytes) else bytes(_checked_bytes(data))
        if self._size + len(data) > self._enough:
            self.flush()
        if len(data) > self._enough:
            self.raw._sock.sendall(data)
        else:
            self._collect(data)
        return len(data)

    def flush(self):
        self._check_open('flush of closed file')
        if self._written:
            self.raw._sock.sendall(self._collected())


class BufferedReader(_Buffered):
    __module__ = '_io'

    def write(self, data):
        raise UnsupportedOperation('write')

    def flush(self):
        self._check_open()


class BufferedWriter(_Buffered):
    __module__ = '_io'

    def _refuse_reading(self, *args):
        raise UnsupportedOperation('read')

    read = read1 = readline = readinto = readinto1 = _refuse_reading
    peek = property(_absent)


class BufferedRWPair(_Buffered):
    __module__ = '_io'
    mode = name = property(_absent)

    def __repr__(self):
        return object.__repr__(self)

    def fileno(self):
        raise UnsupportedOperation('fileno')


class TextIOWrapper(_Upon):
    __module__ = '_io'
    line_buffering = False

    def __init__(self, buffer, mode, encoding, errors, newline):
        super().__init__(buffer)
        self.buffer = buffer
        self.mode = mode
        self.encoding = encoding
        self.errors = errors
        self._newline = newline
        # What has come: bytes of a character that is not whole yet, and text that nobody has read.
        self._cut = b''
        self._text = ''

    def __repr__(self):
        name = '' if isinstance(self.buffer, BufferedRWPair) else ' name=%d' % self.name
        return '<_io.TextIOWrapper%s mode=%r encoding=%r>' % (name, self.mode, self.encoding)

    def seek(self, *args):
        raise UnsupportedOperation('underlying stream is not seekable')

    tell = seek

    def _check_reading(self):
        self._check_open()
        if 'r' not in self.mode:
            raise UnsupportedOperation('not readable')

    # The end of a line may be cut in two, as may a character.
    def _more(self):
        data = self.buffer.read1(_ENOUGH)
        is_end = not data
        data = self._cut + data
        whole = len(data) if is_end else whole_characters(data, self.encoding)
        self._cut = data[whole:]
        text = data[:whole].decode(self.encoding, self.errors)
        if not is_end and text.endswith('\r') and not self._newline:
            self._cut = b'\r' + self._cut
            text = text[:-1]
        self._text += _with_plain_ends(text) if self._newline is None else text
        return not is_end

    def _taken(self, end):
        text = self._text[:end]
        self._text = self._text[end:]
        return text

    def read(self, size=-1):
        self._check_reading()
        is_all = size is None or size < 0
        while (is_all or len(self._text) < size) and self._more():
            pass
        return self._taken(len(self._text) if is_all else size)

    def readline(self, limit=-1):
        self._check_reading()
        while True:
            end = self._end_of_line()
            if end or 0 <= limit <= len(self._text) or not self._more():
                break
        end = end or self._end_of_line() or len(self._text)
        return self._taken(limit if 0 <= limit < end else end)

    # Where the first line ends, with what ends it, or 0.
    def _end_of_line(self):
        text = self._text
        if self._newline != '':
            ending = self._newline or '\n'
            return text.find(ending) + len(ending) if ending in text else 0
        ends = [end for end in (text.find('\r'), text.find('\n')) if end >= 0]
        if not ends:
            return 0
        end = min(ends)
        return end + (2 if text[end:end + 2] == '\r\n' else 1)

    def write(self, text):
        self._check_open()
        if not isinstance(text, str):
            raise TypeError('write() argument must be str, not %s' % type(text).__name__)
        if 'w' not in self.mode:
            raise UnsupportedOperation('not writable')
        ended = text.replace('\n', self._newline) if self._newline in ('\r', '\r\n') else text
        data = ended.encode(self.encoding, self.errors)
        if self._size + len(data) > _ENOUGH:
            self._hand_on()
        self._collect(data)
        if self._size >= _ENOUGH:
            self._hand_on()
        if self.line_buffering and '\n' in text:
            self.flush()
        return len(text)

    def _hand_on(self):
        if self._written:
            self.buffer.write(self._collected())

    def flush(self):
        self._check_open()
        self._hand_on()
        self.buffer.flush()


# How many of these bytes are characters as a whole.
def whole_characters(data, encoding):
    size = len(data)
    if encoding.lower().replace('_', '-') in ('utf-8', 'utf8', 'utf-8-sig'):
        for i in range(1, min(size, 3) + 1):
            byte = data[size - i]
            if byte < 0x80:
                break
            if byte >= 0xc0:
                needed = 2 if byte < 0xe0 else 3 if byte < 0xf0 else 4
                return size - i if needed > i else size
    return size


def made(sock, mode, buffering, encoding, errors, newline):
    if newline not in (None, '', '\n', '\r', '\r\n'):
        raise ValueError('illegal newline value: %s' % newline)
    kind = ('r' if 'r' in mode else '') + ('w' if 'w' in mode else '')
    kind = kind or 'r'
    if buffering == 0 and 'b' not in mode:
        raise ValueError('unbuffered streams must be binary')
    raw = SocketIO(sock, kind + 'b')
    sock._files += 1
    if buffering == 0:
        return raw
    kind_of_buffer = {'r': BufferedReader, 'w': BufferedWriter, 'rw': BufferedRWPair}[kind]
    buffer = kind_of_buffer(raw, buffering if buffering and buffering > 0 else _ENOUGH)
    if 'b' in mode:
        return buffer
    return TextIOWrapper(buffer, mode, encoding or 'UTF-8', errors or 'strict', newline)
