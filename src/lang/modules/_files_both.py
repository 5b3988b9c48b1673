# Files that are read and written: their whole content is kept, and goes out at flush() and at close().

from _files import at_of, check_text_seek, checked, place_of, system_path, with_plain_ends
from _system import read as _read, write as _write
from io import BytesIO, StringIO

class _Both:
    def _open(self, name, letter):
        self.name = name
        self._letter = letter
        self._changed = False
        self._number = None
        if self._letter in 'wx':
            checked(_write(system_path(name), b'', self._letter), name)
            return b''
        if self._letter == 'a':
            # The file is there from now on.
            checked(_write(system_path(name), b'', 'a'), name)
        return checked(_read(system_path(name)), name)

    def write(self, data):
        if self._letter == 'a':
            self.seek(0, 2)
        self._changed = True
        return self._kind.write(self, data)

    def truncate(self, size=None):
        self._changed = True
        return self._kind.truncate(self, size)

    def flush(self):
        self._check()
        if self._changed:
            self._changed = False
            checked(_write(system_path(self.name), self._bytes(), 'w'), self.name)

    def close(self):
        if not self.closed:
            self.flush()
            self._kind.close(self)
            if self._number is not None:
                from _file_table import close_file
                close_file(self)

    def fileno(self):
        from _file_table import number_of_open
        return number_of_open(self)

class BufferedRandom(_Both, BytesIO):
    __module__ = '_io'
    _kind = BytesIO
    mode = 'rb+'

    def __init__(self, name, letter):
        BytesIO.__init__(self, self._open(name, letter))
        if self._letter == 'a':
            self.seek(0, 2)

    def _bytes(self):
        return self.getvalue()

    def __repr__(self):
        return f'<_io.BufferedRandom name={self.name!r}>'

class TextIOWrapper(_Both, StringIO):
    __module__ = '_io'
    _kind = StringIO

    def __init__(self, name, letter, encoding, newline, errors):
        self.encoding = encoding
        self.errors = errors
        self._newline = newline
        text = self._open(name, letter).decode(encoding, errors)
        StringIO.__init__(self, with_plain_ends(text) if newline is None else text)
        if self._letter == 'a':
            self.seek(0, 2)

    def _bytes(self):
        return self.getvalue().encode(self.encoding, self.errors)

    def write(self, data):
        if isinstance(data, str) and self._newline in ('\r', '\r\n'):
            _Both.write(self, data.replace('\n', self._newline))
            return len(data)
        return _Both.write(self, data)

    # Places are counted in bytes, as the file has them.
    def tell(self):
        return place_of(self._data, StringIO.tell(self), self.encoding)

    def seek(self, offset, whence=0):
        self._check()
        check_text_seek(offset, whence)
        self._at = (at_of(self._data, offset, self.encoding), self._at, len(self._data))[whence]
        return self.tell()

    def __repr__(self):
        return f'<_io.TextIOWrapper name={self.name!r} mode={self.mode!r} encoding={self.encoding!r}>'
