import _os_path as path
from _files import checked as _checked, path_text as fspath
from _system import cpu_count, entropy as _entropy, getcwd as _getcwd, getpid, kind as _kind, list as _list, make_folder as _make_folder
from _system import remove as _remove, rename as _rename, variable as _variable

name = 'posix'
sep = '/'
altsep = None
pathsep = ':'
linesep = '\n'
curdir = '.'
pardir = '..'
extsep = '.'
devnull = '/dev/null'
error = OSError

def getcwd():
    return _checked(_getcwd(), '.')

def getenv(key, default=None):
    value = _variable(key)
    return default if value is None else value

class _Environ:
    # Variables that the program sets are its own.
    def __init__(self):
        self._own = {}

    def get(self, key, default=None):
        if key in self._own:
            value = self._own[key]
        else:
            value = _variable(key)
        return default if value is None else value

    def __getitem__(self, key):
        value = self.get(key)
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        if not isinstance(key, str) or not isinstance(value, str):
            raise TypeError(f'str expected, not {type(value if isinstance(key, str) else key).__name__}')
        self._own[key] = value

    def __delitem__(self, key):
        if self.get(key) is None:
            raise KeyError(key)
        self._own[key] = None

    def __contains__(self, key):
        return self.get(key) is not None

    def setdefault(self, key, default):
        if key not in self:
            self[key] = default
        return self[key]

    def pop(self, key, *default):
        value = self.get(key)
        if value is None:
            if default:
                return default[0]
            raise KeyError(key)
        self._own[key] = None
        return value

environ = _Environ()

def listdir(path='.'):
    return _checked(_list(fspath(path)), path)

def remove(path):
    _checked(_remove(fspath(path)), path)

unlink = remove

def mkdir(path, mode=0o777):
    _checked(_make_folder(fspath(path)), path)

def makedirs(name, mode=0o777, exist_ok=False):
    whole = ''
    parts = fspath(name).rstrip('/').split('/')
    for at, part in enumerate(parts):
        whole = whole + '/' + part if at else part
        if at + 1 < len(parts) or exist_ok:
            if whole and _kind(whole) == 'folder':
                continue
        mkdir(whole)

def rename(src, dst):
    _checked(_rename(fspath(src), fspath(dst)), src)

replace = rename

def urandom(size, /):
    made = _entropy(size)
    if made is None:
        from _random import Random
        made = Random(None).getrandbits(size * 8).to_bytes(size, 'little') if size else b''
    return made
