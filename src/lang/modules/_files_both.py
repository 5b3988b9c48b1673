# Files that are read and written: their whole content is kept, and goes out at flush() and at close().

from _files import checked, path_text
from _system import read as _read, write as _write
from io import BytesIO, StringIO

class _Both:
    def _open(self, name, mode):
        self.name = name
        self.mode = mode
        self._letter = mode[0]
        self._changed = False
        if self._letter in 'wx':
            checked(_write(path_text(name), b'', self._letter), name)
            return b''
        if self._letter == 'a':
            # The file is there from now on.
            checked(_write(path_text(name), b'', 'a'), name)
        return checked(_read(path_text(name)), name)

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
            checked(_write(path_text(self.name), self._bytes(), 'w'), self.name)

    def close(self):
        if not self.closed:
            self.flush()
            self._kind.close(self)

class BothBytes(_Both, BytesIO):
    __module__ = '_io'
    _kind = BytesIO

    def __init__(self, name, mode):
        BytesIO.__init__(self, self._open(name, mode))
        if self._letter == 'a':
            self.seek(0, 2)

    def _bytes(self):
        return self.getvalue()

class BothText(_Both, StringIO):
    __module__ = '_io'
    _kind = StringIO

    def __init__(self, name, mode, encoding):
        self.encoding = encoding
        text = self._open(name, mode).decode(encoding)
        StringIO.__init__(self, text.replace('\r\n', '\n').replace('\r', '\n'))
        if self._letter == 'a':
            self.seek(0, 2)

    def _bytes(self):
        return self.getvalue().encode(self.encoding)
