# Texts upon streams of bytes, as they are read and written piece by piece.

from _files import kinds_of_ends as _kinds_of_ends, with_plain_ends as _with_plain_ends
from _socket_files import whole_characters as _whole
from _upon import Upon as _Upon
from io import DEFAULT_BUFFER_SIZE as _ENOUGH, TextIOBase as _TextIOBase, UnsupportedOperation as _Unsupported

class TextIOWrapper(_Upon, _TextIOBase):
    __module__ = '_io'
    _called = 'underlying buffer'
    buffer = property(_Upon._get_below)

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        if newline not in (None, '', '\n', '\r', '\r\n'):
            raise ValueError(f'illegal newline value: {newline}')
        self.encoding = 'UTF-8' if encoding is None else encoding
        self.errors = 'strict' if errors is None else errors
        self.line_buffering, self.write_through = bool(line_buffering), bool(write_through)
        self._newline = newline
        ''.encode(self.encoding)
        self._reads, self._writes, self._seeks = buffer.readable(), buffer.writable(), buffer.seekable()
        self._below = buffer
        self._kinds = ()
        self._waiting = []
        self._size = 0
        self._forget()

    # What was read ahead: texts, the bytes that they were, and those of a character or an end of line that is not whole yet.
    def _forget(self):
        self._text, self._bytes, self._at, self._cut = '', b'', 0, b''

    def __repr__(self):
        mode = f' mode={self.mode!r}' if hasattr(self, 'mode') else ''
        return f'<_io.TextIOWrapper{self._shown_name()}{mode} encoding={self.encoding!r}>'

    @property
    def newlines(self):
        return self._kinds[0] if len(self._kinds) == 1 else self._kinds or None

    def _check(self, able=True, doing=''):
        self._checkClosed()
        if not able:
            raise _Unsupported('not ' + doing)

    def reconfigure(self, *, encoding=None, errors=None, newline=..., line_buffering=None, write_through=None):
        self.flush()
        if encoding is not None:
            self.encoding, self.errors = encoding, 'strict'
        if errors is not None:
            self.errors = errors
        if newline is not ...:
            self._newline = newline
        if line_buffering is not None:
            self.line_buffering = bool(line_buffering)
        if write_through is not None:
            self.write_through = bool(write_through)

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f'write() argument must be str, not {type(text).__name__}')
        self._check(self._writes, 'writable')
        self._forget()
        is_line = self.line_buffering and ('\n' in text or '\r' in text)
        shown = text.replace('\n', self._newline) if self._newline else text
        data = shown.encode(self.encoding, self.errors)
        self._waiting.append(data)
        self._size += len(data)
        if self.write_through or is_line or self._size > _ENOUGH:
            self._send()
        if is_line:
            self._below.flush()
        return len(text)

    def _send(self):
        if self._waiting:
            data, self._waiting, self._size = b''.join(self._waiting), [], 0
            self._below.write(data)

    def flush(self):
        self._checkClosed()
        self._send()
        self._below.flush()

    # The end of a line may be cut in two, as may a character.
    def _more(self):
        self._send()
        buffer = self._below
        data = buffer.read1(_ENOUGH) if hasattr(buffer, 'read1') else buffer.read(_ENOUGH)
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f"underlying read1() should have returned a bytes-like object, not '{type(data).__name__}'")
        is_end = not data
        data = self._cut + bytes(data)
        whole = len(data) if is_end else _whole(data, self.encoding)
        text = data[:whole].decode(self.encoding, self.errors)
        if not is_end and not self._newline and text.endswith('\r'):
            text = text[:-1]
            whole -= len('\r'.encode(self.encoding))
        self._bytes, self._cut = self._bytes + data[:whole], data[whole:]
        self._text += self._seen(text)
        return not is_end

    def _seen(self, text):
        if not self._newline:
            found = _kinds_of_ends(text)
            kinds = {*self._kinds, *([found] if isinstance(found, str) else found)}
            self._kinds = tuple(kind for kind in ('\r', '\n', '\r\n') if kind in kinds)
        return _with_plain_ends(text) if self._newline is None else text

    def _taken(self, end):
        text = self._text[self._at:end]
        self._at = end
        if end > _ENOUGH and end == len(self._text):
            self._text, self._bytes, self._at = '', b'', 0
        return text

    def read(self, size=-1):
        if size is not None and not isinstance(size, int):
            raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'")
        self._check(self._reads, 'readable')
        is_all = size is None or size < 0
        while (is_all or len(self._text) < self._at + size) and self._more():
            pass
        return self._taken(len(self._text) if is_all else min(self._at + size, len(self._text)))

    def readline(self, size=-1):
        self._check(self._reads, 'readable')
        limit = -1 if size is None or size < 0 else self._at + size
        while not (end := self._end_of_line()) and not 0 <= limit <= len(self._text) and self._more():
            pass
        end = end or self._end_of_line() or len(self._text)
        return self._taken(min(limit, end) if limit >= 0 else end)

    # Where the line ends, with what ends it, or 0.
    def _end_of_line(self):
        text, start = self._text, self._at
        endings = ('\r\n', '\r', '\n') if self._newline == '' else (self._newline or '\n',)
        found = [(at, -len(ending)) for ending in endings if (at := text.find(ending, start)) >= 0]
        if not found:
            return 0
        at, length = min(found)
        return at - length

    # How many bytes the text is that has been read of those that were read ahead.
    def _used(self):
        low, high = 0, len(self._bytes)
        while low < high:
            middle = (low + high) // 2
            text = self._bytes[:middle].decode(self.encoding, 'ignore')
            if len(_with_plain_ends(text) if self._newline is None else text) < self._at:
                low = middle + 1
            else:
                high = middle
        # The two parts of an end of line go together.
        is_cut = self._newline is None and self._bytes[low - 1:low + 1] == b'\r\n'
        return low + 1 if low and is_cut else low

    def tell(self):
        self._checkClosed()
        if not self._seeks:
            raise _Unsupported('underlying stream is not seekable')
        self._send()
        return self._below.tell() - len(self._bytes) - len(self._cut) + self._used()

    def seek(self, cookie, whence=0):
        self._checkClosed()
        if not self._seeks:
            raise _Unsupported('underlying stream is not seekable')
        if whence == 1 and cookie or whence == 2 and cookie:
            raise _Unsupported(f"can't do nonzero {'cur' if whence == 1 else 'end'}-relative seeks")
        if whence == 0 and cookie < 0:
            raise ValueError(f'negative seek position {cookie}')
        self.flush()
        place = self.tell() if whence == 1 else cookie
        self._forget()
        return self._below.seek(place, 2 if whence == 2 else 0)

    def truncate(self, pos=None):
        self.flush()
        return self._below.truncate(self.tell() if pos is None else pos)
