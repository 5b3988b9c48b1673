# What `open` gives. A file is read whole when it is opened; what is written goes out when there is enough of it, at
# flush() and at close().

from _lines import Lines as _Lines
from _system import read as _read, write as _write

_ENOUGH = 8192

def path_text(path):
    if isinstance(path, str):
        return path
    hook = special(path, '__fspath__')
    if hook is None:
        raise TypeError(f'expected str, bytes or os.PathLike object, not {type(path).__name__}')
    return hook()

# A name may be the bytes of a text, too.
def system_path(name):
    return name.decode() if isinstance(name, bytes) else path_text(name)

def checked(reply, path):
    # A failure is a tuple of its number and its text.
    if not isinstance(reply, tuple):
        return reply
    number, text = reply
    raise OSError(number, text, path_text(path) if special(path, '__fspath__') else path)

class UnsupportedOperation(OSError, ValueError):
    __module__ = 'io'

class _File(_Lines):
    _has_own_ends = False

    def __init__(self, name, mode):
        self.name = name
        self.mode = mode
        self.closed = False
        self._waiting = []
        self._size = 0
        self._number = None
        self._how = mode[0]
        if self._how == 'r':
            self._data = self._decoded(checked(_read(system_path(name)), name))
            self._at = 0
        else:
            # The file is there, and empty where it is to be, from the beginning.
            checked(_write(system_path(name), b'', self._how), name)
            self._how = 'a'

    def __reduce_ex__(self, protocol):
        raise TypeError(f"cannot pickle '_io.{type(self).__name__}' object")

    def _decoded(self, data):
        return data

    def _encoded(self, data):
        return b''.join(data)

    def _check(self, doing):
        if self.closed:
            raise ValueError('I/O operation on closed file.')
        reads = self.mode[0] == 'r'
        if reads != (doing == 'readable'):
            raise UnsupportedOperation('not ' + doing)

    def __enter__(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        self.close()

    def read(self, size=-1):
        self._check('readable')
        start = self._at
        if size is None or size < 0:
            self._at = len(self._data)
        else:
            self._at = min(start + size, len(self._data))
        return self._data[start:self._at]

    def readline(self, size=-1):
        self._check('readable')
        start = self._at
        end = self._data.find(self._line_end, start) + 1
        if self._has_own_ends:
            end = self._end_of_line(start)
        elif end == 0:
            end = len(self._data)
        if size is not None and size >= 0:
            end = min(end, start + size)
        self._at = end if end > start else start
        return self._data[start:self._at]

    def readlines(self, hint=-1):
        return [line for line in self]

    def write(self, data):
        self._check('writable')
        size = self._accept(data)
        self._size += size
        if self._size >= _ENOUGH:
            self.flush()
        return size

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')
        if self._waiting:
            waiting = self._encoded(self._waiting)
            self._waiting = []
            self._size = 0
            checked(_write(system_path(self.name), waiting, self._how), self.name)

    def close(self):
        if not self.closed:
            self.flush()
            self.closed = True
            if self._number is not None:
                from _file_table import close_file
                close_file(self)

    # What nobody has closed is in the file all the same.
    def __del__(self):
        if self._waiting and not self.closed:
            self.close()

    # What is only written grows at its end.
    def _end(self):
        self.flush()
        return len(checked(_read(system_path(self.name)), self.name))

    def tell(self):
        if self.writable():
            return self._end()
        self._check('readable')
        return self._at

    def seek(self, offset, whence=0):
        if self.writable():
            end = self._end()
            if offset != (0 if whence == 2 else end):
                raise UnsupportedOperation('gilsim writes at the end of such a file only')
            return end
        self._check('readable')
        base = (0, self._at, len(self._data))[whence]
        self._at = min(max(base + offset, 0), len(self._data))
        return self._at

    def readable(self):
        return self.mode[0] == 'r'

    def writable(self):
        return self.mode[0] != 'r'

    def seekable(self):
        return self.readable()

    def isatty(self):
        return False

    # Nobody knows of a number before it is asked for.
    def fileno(self):
        from _file_table import number_of_open
        return number_of_open(self)

class TextIOWrapper(_File):
    __module__ = '_io'
    _line_end = '\n'

    line_buffering = False

    def __init__(self, name, mode, encoding, newline, errors):
        self.encoding = encoding
        self.errors = errors
        self._newline = newline
        self._has_own_ends = newline in ('', '\r', '\r\n')
        # Anything can be written so; else what cannot is refused where it is written.
        self._is_encoded_late = encoding.lower() in ('utf-8', 'utf8')
        self._kinds_of_ends = None
        # Whether ends of lines take two characters in the file and one here.
        self._is_shortened = False
        # How far and to what place it was told last.
        self._told = 0, 0
        _File.__init__(self, name, mode)

    def _decoded(self, data):
        text = data.decode(self.encoding, self.errors)
        if not self._newline and '\r' in text:
            self._kinds_of_ends = kinds_of_ends(text)
            self._is_shortened = self._newline is None and '\r\n' in text
            self._original = text
        return with_plain_ends(text) if self._newline is None else text

    def _encoded(self, data):
        return ''.join(data).encode(self.encoding) if self._is_encoded_late else b''.join(data)

    def _accept(self, data):
        if not isinstance(data, str):
            raise TypeError(f'write() argument must be str, not {type(data).__name__}')
        text = data.replace('\n', self._newline) if self._has_own_ends and self._newline else data
        self._waiting.append(text if self._is_encoded_late else text.encode(self.encoding, self.errors))
        return len(data)

    # Places are counted in bytes, as the file has them.
    def tell(self):
        if self.writable():
            return self._end()
        self._check('readable')
        if not self._is_shortened:
            return self._place(self._data, self._at)
        return self._place(self._original, self._at + self._shortened_by(self._at))

    def seek(self, offset, whence=0):
        if self.writable():
            return _File.seek(self, offset, whence)
        self._check('readable')
        check_text_seek(offset, whence)
        if whence == 1:
            return self.tell()
        if whence == 2:
            self._at = len(self._data)
            return self.tell()
        self._at = at_of(self._original if self._is_shortened else self._data, offset, self.encoding)
        if self._is_shortened:
            self._at -= self._original.count('\r\n', 0, self._at)
        return offset

    # Who tells the place of each line begins where it was told last.
    def _place(self, text, at):
        if self.encoding != 'UTF-8':
            return place_of(text, at, self.encoding)
        start, place = self._told if self._told[0] <= at else (0, 0)
        place += place_of(text[start:at], at - start, 'UTF-8')
        self._told = at, place
        return place

    # How many ends of lines within so many characters took two.
    def _shortened_by(self, at):
        count, found = 0, self._original.find('\r\n')
        while 0 <= found and found - count < at:
            count += 1
            found = self._original.find('\r\n', found + 2)
        return count

    # Where the line ends that begins there, with what ends it.
    def _end_of_line(self, start):
        text = self._data
        if self._newline:
            end = text.find(self._newline, start)
            return end + len(self._newline) if end >= 0 else len(text)
        ends = [end for end in (text.find('\r', start), text.find('\n', start)) if end >= 0]
        if not ends:
            return len(text)
        end = min(ends)
        return end + (2 if text[end:end + 2] == '\r\n' else 1)

    @property
    def newlines(self):
        if self._how != 'r' or self._newline or not self._at:
            return None
        return self._kinds_of_ends or ('\n' if '\n' in self._data[:self._at] else None)

    def __repr__(self):
        return f"<_io.TextIOWrapper name={self.name!r} mode={self.mode!r} encoding={self.encoding!r}>"

def place_of(text, at, encoding):
    before = text[:at]
    is_plain = encoding in ('UTF-8', 'utf-8') and before.isascii()
    return len(before) if is_plain else len(before.encode(encoding, 'replace')) if at else 0

def at_of(text, place, encoding):
    if encoding in ('UTF-8', 'utf-8') and text.isascii():
        return min(place, len(text))
    return len(text.encode(encoding, 'replace')[:place].decode(encoding, 'ignore'))

def check_text_seek(offset, whence):
    if whence and offset:
        raise UnsupportedOperation(f"can't do nonzero {'cur' if whence == 1 else 'end'}-relative seeks")
    if offset < 0:
        raise ValueError(f'negative seek position {offset}')

def with_plain_ends(text):
    return text.replace('\r\n', '\n').replace('\r', '\n')

# What ends lines there: one text, or a tuple of several.
def kinds_of_ends(text):
    both = text.count('\r\n')
    kinds = []
    if text.count('\r') > both:
        kinds.append('\r')
    if text.count('\n') > both:
        kinds.append('\n')
    if both:
        kinds.append('\r\n')
    return kinds[0] if len(kinds) == 1 else tuple(kinds)

class _BytesFile(_File):
    _line_end = b'\n'

    def _accept(self, data):
        if not isinstance(data, (bytes, bytearray)):
            raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
        self._waiting.append(bytes(data))
        return len(data)

    def __repr__(self):
        return f'<_io.{type(self).__name__} name={self.name!r}>'

class BufferedReader(_BytesFile):
    __module__ = '_io'

class BufferedWriter(_BytesFile):
    __module__ = '_io'

def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    letters = [letter for letter in mode if letter not in 'bt+']
    for letter in mode:
        if letter not in 'rwaxbt+' or mode.count(letter) > 1:
            raise ValueError(f"invalid mode: {mode!r}")
    if 'b' in mode and 't' in mode:
        raise ValueError("can't have text and binary mode at once")
    if len(letters) != 1:
        raise ValueError('must have exactly one of create/read/write/append mode')
    if isinstance(file, int) and not isinstance(file, bool):
        from _number_files import made as made_upon
        return made_upon(file, mode, buffering, encoding, errors, newline, closefd)
    if not isinstance(file, (str, bytes)) and special(file, '__fspath__') is None:
        raise TypeError(f'expected str, bytes or os.PathLike object, not {type(file).__name__}')
    if newline is not None and not isinstance(newline, str):
        raise TypeError(f"open() argument 'newline' must be str or None, not {type(newline).__name__}")
    if not isinstance(file, bytes):
        file = path_text(file)
    if 'b' in mode:
        for name, value in (('an encoding', encoding), ('an errors', errors), ('a newline', newline)):
            if value is not None:
                raise ValueError(f"binary mode doesn't take {name} argument")
        if '+' in mode:
            from _files_both import BufferedRandom
            return BufferedRandom(file, letters[0])
        return (BufferedReader if letters[0] == 'r' else BufferedWriter)(file, letters[0] + 'b')
    if newline not in (None, '', '\n', '\r', '\r\n'):
        raise ValueError(f'illegal newline value: {newline}')
    if '+' in mode:
        from _files_both import TextIOWrapper as kind
    else:
        kind = TextIOWrapper
    made = kind(file, letters[0], encoding or 'UTF-8', newline, errors or 'strict')
    made.mode = mode
    return made
