import _os_path as path
from _files import checked as _checked, path_text as fspath
from _system import cpu_count, enter as _enter, entropy as _entropy, getpid, kind as _kind, list as _list, make_folder as _make_folder
from _fork import after_in_child as _after_in_child, after_in_parent as _after_in_parent, before as _before
from _fork import checked as _answered, fork as _fork
from _process import exit as _exit_at_once, kill as _kill, parent_id as getppid, wait as _wait
from _system import remove as _remove, remove_folder as _remove_folder, rename as _rename
from _system import variable as _variable, variables as _variables

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
    return path._current_folder()

def chdir(path):
    name = fspath(path)
    kind = _kind(name)
    if kind != 'folder':
        raise OSError(20, 'Not a directory', path) if kind else OSError(2, 'No such file or directory', path)
    _enter(name)

def getenv(key, default=None):
    return environ.get(key, default)

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

    def __iter__(self):
        for key in _variables():
            if key not in self._own and key in self:
                yield key
        for key in list(self._own):
            if key in self:
                yield key

    def __len__(self):
        return len(list(self))

    def copy(self):
        return {key: self[key] for key in self}

    def keys(self):
        return self.copy().keys()

    def values(self):
        return self.copy().values()

    def items(self):
        return self.copy().items()

    def setdefault(self, key, default=None):
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

    def popitem(self):
        for key in self:
            return key, self.pop(key)
        raise KeyError

    def clear(self):
        for key in self.copy():
            del self[key]

    def update(self, other=(), /, **more):
        for key, value in dict(other, **more).items():
            self[key] = value

    def __eq__(self, other):
        if isinstance(other, _Environ):
            other = other.copy()
        return self.copy() == other if isinstance(other, dict) else NotImplemented

    def __or__(self, other):
        return self.copy() | dict(other)

    def __ror__(self, other):
        return dict(other) | self.copy()

    def __ior__(self, other):
        self.update(other)
        return self

    def __repr__(self):
        return f'environ({self.copy()!r})'

environ = _Environ()

def putenv(name, value, /):
    environ[name] = value

def unsetenv(name, /):
    environ.pop(name, None)

def listdir(path='.'):
    return _checked(_list(fspath(path)), path)

def remove(path):
    _checked(_remove(fspath(path)), path)

unlink = remove

def mkdir(path, mode=0o777):
    _checked(_make_folder(fspath(path)), path)
    if mode != 0o777:
        _give_mode(fspath(path), mode, 0o777)

# What was made has these rights, save for those that the mask takes, where it has not.
def _give_mode(name, mode, usual):
    from _system import set_mask, set_mode
    mask = set_mask(0)
    set_mask(mask)
    if mode & ~mask != usual & ~mask:
        set_mode(name, mode & ~mask)

def makedirs(name, mode=0o777, exist_ok=False):
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        makedirs(head, exist_ok=exist_ok)
    try:
        mkdir(name)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise

def rmdir(path):
    _checked(_remove_folder(fspath(path)), path)

def stat(path, *, dir_fd=None, follow_symlinks=True):
    from _file_status import status
    return status(path)

class DirEntry:
    __module__ = 'posix'

    def __init__(self, folder, name):
        self.name = name
        self.path = path.join(folder, name)

    def is_dir(self, *, follow_symlinks=True):
        return path.isdir(self.path)

    def is_file(self, *, follow_symlinks=True):
        return path.isfile(self.path)

    def is_symlink(self):
        return False

    def stat(self, *, follow_symlinks=True):
        return stat(self.path)

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f'<DirEntry {self.name!r}>'

class _Entries:
    def __init__(self, entries):
        self._entries = iter(entries)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()

    def close(self):
        self._entries = iter(())

def scandir(path='.'):
    return _Entries([DirEntry(fspath(path), name) for name in listdir(path)])

def walk(top, topdown=True, onerror=None, followlinks=False):
    top = fspath(top)
    try:
        names = listdir(top)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    folders = [name for name in names if path.isdir(path.join(top, name))]
    files = [name for name in names if name not in folders]
    if topdown:
        yield top, folders, files
    for name in folders:
        yield from walk(path.join(top, name), topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, files

def rename(src, dst):
    _checked(_rename(fspath(src), fspath(dst)), src)

replace = rename

def urandom(size, /):
    made = _entropy(size)
    if made is None:
        from _random import Random
        made = Random(None).getrandbits(size * 8).to_bytes(size, 'little') if size else b''
    return made

WNOHANG = 1

# Children that nobody has waited for.
_forked = set()

def fork():
    pid = _fork('fork', _forked)
    if pid == 0:
        _forked.clear()
    return pid

def _exit(status):
    _exit_at_once(status)

def abort():
    _kill(getpid(), 6)

def kill(pid, signal, /):
    if pid == getpid() and signal != 0:
        from signal import raise_signal
        raise_signal(signal)
        return
    _answered(_kill(pid, int(signal)))

# A child's number and the status as the system has it: the exit code in the second byte, or a signal in the first.
def waitpid(pid, options, /):
    if pid <= 0:
        return _wait_for_any(options & WNOHANG)
    status = _answered(_wait(pid, 0 if options & WNOHANG else None))
    if status is None:
        return 0, 0
    return _waited(pid, status)

def wait():
    return _wait_for_any(False)

# Looks at one after the other, for no time, and then for a millisecond at one of them.
def _wait_for_any(at_once):
    length = 0
    while _forked:
        for pid in sorted(_forked):
            status = _wait(pid, length)
            length = 0
            if isinstance(status, int):
                return _waited(pid, status)
            if status is not None:
                _forked.discard(pid)
        if at_once:
            return 0, 0
        length = None if len(_forked) == 1 else 0.001
    raise ChildProcessError(10, 'No child processes')

def _waited(pid, status):
    _forked.discard(pid)
    return pid, -status if status < 0 else status << 8

def waitstatus_to_exitcode(status):
    return -(status & 0x7f) if status & 0x7f else status >> 8

def WIFEXITED(status):
    return not status & 0x7f

def WEXITSTATUS(status):
    return status >> 8 & 0xff

def WIFSIGNALED(status):
    return bool(status & 0x7f)

def WTERMSIG(status):
    return status & 0x7f

def register_at_fork(*, before=None, after_in_parent=None, after_in_child=None):
    if before is None and after_in_parent is None and after_in_child is None:
        raise TypeError('At least one argument is required.')
    for hook, hooks in ((before, _before), (after_in_parent, _after_in_parent), (after_in_child, _after_in_child)):
        if hook is not None:
            if not callable(hook):
                name = 'before' if hooks is _before else 'after_in_parent' if hooks is _after_in_parent else 'after_in_child'
                raise TypeError("'%s' must be callable, not %s" % (name, type(hook).__name__))
            hooks.append(hook)
