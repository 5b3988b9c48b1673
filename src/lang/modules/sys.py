from _imp import loaded as _loaded_modules
from _introspection import handled as _handled
from _lines import Lines as _Lines
from _system import arguments as _arguments, input_line as _input_line, get_interval as getswitchinterval, maxsize
from _system import get_recursion_limit as getrecursionlimit, live_objects as getallocatedblocks, owners as getrefcount, platform
from _system import script_folder as _script_folder, set_interval as setswitchinterval, set_recursion_limit as setrecursionlimit
from _system import write_error as _write_error, write_output as _write_output

_version = (3, 11, 7, 'final', 0)

class _VersionInfo:
    __module__ = 'sys'
    major, minor, micro, releaselevel, serial = _version

    def __getitem__(self, at):
        return _version[at]

    def __iter__(self):
        return iter(_version)

    def __len__(self):
        return 5

    def __eq__(self, other):
        return _version == tuple(other)

    def __lt__(self, other):
        return _version < tuple(other)

    def __le__(self, other):
        return _version <= tuple(other)

    def __gt__(self, other):
        return _version > tuple(other)

    def __ge__(self, other):
        return _version >= tuple(other)

    def __repr__(self):
        return "sys.version_info(major=3, minor=11, micro=7, releaselevel='final', serial=0)"

# What texts and bytes have in common on their way out.
class _Out:
    closed = False

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        pass

    def isatty(self):
        return False

    def writable(self):
        return True

    def readable(self):
        return False

    def close(self):
        if not self.closed:
            self.closed = True
            self.write = self.writelines = self.flush = self.fileno = self.isatty = _refuse

    def __enter__(self):
        return self

    def __exit__(self, *raised):
        self.close()

def _refuse(*args):
    raise ValueError('I/O operation on closed file.')

# Bytes go out as text: what is no UTF-8 is replaced, and a character that is not whole waits for its rest.
class _OutputBytes(_Out):
    mode = 'wb'

    def __init__(self, text):
        self.name = text.name
        self._text = text
        self._rest = b''

    def write(self, buffer, /):
        if not isinstance(buffer, (bytes, bytearray, memoryview)):
            raise TypeError(f"a bytes-like object is required, not '{type(buffer).__name__}'")
        data = self._rest + bytes(buffer)
        self._rest = b''
        try:
            text = data.decode()
        except UnicodeDecodeError as error:
            if error.reason == 'unexpected end of data':
                data, self._rest = data[:error.start], data[error.start:]
            text = data.decode(errors='replace')
        self._text._write(text)
        return len(buffer)

    def fileno(self):
        return self._text.fileno()

    def __repr__(self):
        return f"<_io.BufferedWriter name='{self.name}'>"

class _Output(_Out):
    encoding = 'utf-8'
    errors = 'strict'
    line_buffering = write_through = False
    newlines = None
    mode = 'w'

    def __init__(self, name, number):
        self.name = name
        self._number = number
        self.buffer = _OutputBytes(self)

    def reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None):
        # Nothing waits here, whatever is said.
        if encoding is not None and encoding.lower().replace('_', '-') not in ('utf-8', 'utf8'):
            raise ValueError('gilsim writes UTF-8 only')
        if errors is not None:
            self.errors = errors
        if line_buffering is not None:
            self.line_buffering = bool(line_buffering)
        if write_through is not None:
            self.write_through = bool(write_through)

    def write(self, s):
        if not isinstance(s, str):
            raise TypeError(f'write() argument must be str, not {type(s).__name__}')
        self._write(s)
        return len(s)

    def _write(self, text):
        if self._number == 1:
            _write_output(text)
        else:
            _write_error(text)

    def fileno(self):
        return self._number

    def close(self):
        global __stdout__
        super().close()
        self.buffer.close()
        if self is stdout:
            # It is looked at where something takes the place of what there was: `print` asks it from now on.
            own, __stdout__ = __stdout__, None
            modules['sys'].stdout = self
            __stdout__ = own

    def __repr__(self):
        return f"<_io.TextIOWrapper name='{self.name}' mode='w' encoding='utf-8'>"

# Lines come when they are wanted; behind the end there is only what is empty.
class _LineReader(_Lines):
    closed = False

    def __init__(self, empty):
        self._empty = self._rest = empty

    def readline(self, size=-1, /):
        line = self._rest or self._next_line()
        if size is None or size < 0:
            size = len(line)
        self._rest = line[size:]
        return line[:size]

    def read(self, size=-1, /):
        parts = []
        while size is None or size != 0:
            part = self.readline(size)
            if not part:
                break
            parts.append(part)
            if size is not None and size > 0:
                size -= len(part)
        return self._empty.join(parts)

    def readable(self):
        return True

    def fileno(self):
        return 0

class _InputBytes(_LineReader):
    name, mode = '<stdin>', 'rb'

    def _next_line(self):
        line = _input_line()
        if isinstance(line, tuple):
            raise OSError(*line)
        return line

class _Input(_LineReader):
    name, mode, encoding, errors, newlines, line_buffering = '<stdin>', 'r', 'utf-8', 'strict', None, False

    def __init__(self):
        super().__init__('')
        self.buffer = _InputBytes(b'')

    def _next_line(self):
        return self.buffer.readline().decode()

    def readlines(self, hint=-1, /):
        return list(self)

    def isatty(self):
        return False

    def writable(self):
        return False

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *raised):
        pass

    def __repr__(self):
        return "<_io.TextIOWrapper name='<stdin>' mode='r' encoding='utf-8'>"

class _Implementation:
    name = 'cpython'
    version = _version

class _Limits:
    max = 1.7976931348623157e+308
    min = 2.2250738585072014e-308
    epsilon = 2.220446049250313e-16
    dig = 15
    mant_dig = 53
    max_exp = 1024
    min_exp = -1021
    max_10_exp = 308
    min_10_exp = -307
    radix = 2
    rounds = 1

class _Flags:
    debug = inspect = interactive = optimize = dont_write_bytecode = no_user_site = no_site = ignore_environment = 0
    verbose = bytes_warning = quiet = isolated = utf8_mode = warn_default_encoding = 0
    hash_randomization = 1
    dev_mode = safe_path = False
    int_max_str_digits = -1

argv = _arguments()
byteorder = 'little'
executable = ''
float_info = _Limits()
hexversion = 0x030b07f0
implementation = _Implementation()
maxunicode = 0x10ffff
modules = _loaded_modules()
path = [_script_folder()]
stdin = __stdin__ = _Input()
stdout = __stdout__ = _Output('<stdout>', 1)
stderr = __stderr__ = _Output('<stderr>', 2)
version = '3.11.7 (gilsim)'
version_info = _VersionInfo()
flags = _Flags()
warnoptions = []

def getsizeof(object, *default):
    from _sizes import size_of
    return size_of(object, *default)

def _getframe(depth=0, /):
    from _frame import frame_at
    return frame_at(depth)

def _current_frames():
    from _frame import current
    return current()

def excepthook(exctype, value, traceback, /):
    from traceback import print_exception
    print_exception(exctype, value, traceback)

__excepthook__ = excepthook

def displayhook(object, /):
    if object is not None:
        print(repr(object))

__displayhook__ = displayhook

def unraisablehook(unraisable, /):
    from _unraisable import hook
    hook(unraisable)

__unraisablehook__ = unraisablehook

def exit(status=None, /):
    raise SystemExit(status) if status is not None else SystemExit

def exception():
    return _handled()

def exc_info():
    value = _handled()
    if value is None:
        return None, None, None
    return type(value), value, value.__traceback__

def getdefaultencoding():
    return 'utf-8'

def getfilesystemencoding():
    return 'utf-8'

def intern(string, /):
    if not isinstance(string, str):
        raise TypeError('intern() argument must be str, not ' + type(string).__name__)
    return string

def is_finalizing():
    return False

def get_int_max_str_digits():
    return 4300

# Nothing is traced: what runs between two lines is not asked for.
def settrace(func):
    if func is not None:
        raise NotImplementedError('gilsim calls no trace functions: see what threads did in its timeline')

def setprofile(func):
    if func is not None:
        raise NotImplementedError('gilsim calls no profile functions: see what threads did in its timeline')

def gettrace():
    return None

def getprofile():
    return None
