# What programs want of the module `os` now and then. Executed in the variables of `os` when it is first wanted.

from _file_table import Entry as _Entry, add as _add, entry_of as _entry_of, put as _put, read as _read_file
from _file_table import release as _release, table as _table, write as _write_file
from _named import Named as _Named
from _process import pipe as _make_pipe
from _file_status import change_mode as chmod, change_times as utime, status_of as _status_of, stat_result
from _system import load as _load, set_mask as _set_mask, user as _user
from abc import ABC as _ABC, abstractmethod as _abstractmethod
import builtins as _builtins

class PathLike(_ABC):
    __module__ = 'os'

    @_abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        return hasattr(subclass, '__fspath__') if cls is PathLike else NotImplemented

    __class_getitem__ = classmethod(generic_alias)


O_RDONLY, O_WRONLY, O_RDWR = 0, 1, 2
O_CREAT, O_EXCL, O_NOCTTY, O_TRUNC, O_APPEND, O_NONBLOCK = 0o100, 0o200, 0o400, 0o1000, 0o2000, 0o4000
O_NDELAY, O_DSYNC, O_SYNC, O_CLOEXEC = O_NONBLOCK, 0o10000, 0o4010000, 0o2000000
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


F_OK, X_OK, W_OK, R_OK = 0, 1, 2, 4
EX_OK, EX_USAGE, EX_DATAERR, EX_NOINPUT, EX_NOUSER, EX_NOHOST, EX_UNAVAILABLE, EX_SOFTWARE, EX_OSERR = 0, *range(64, 72)
EX_OSFILE, EX_CANTCREAT, EX_IOERR, EX_TEMPFAIL, EX_PROTOCOL, EX_NOPERM, EX_CONFIG = range(72, 79)
supports_bytes_environ = True


# Who is the root may do anything but execute what nobody may.
def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    try:
        found = stat(path)
    except OSError:
        return False
    user, group = (geteuid(), getegid()) if effective_ids else (getuid(), getgid())
    rights = found.st_mode
    if user == 0:
        allowed = R_OK | W_OK | bool(rights & 0o111 or rights & 0o170000 == 0o040000)
    else:
        allowed = rights >> (6 if user == found.st_uid else 3 if group == found.st_gid else 0)
    return not mode & ~allowed & 7


def sched_getaffinity(pid, /):
    return set(range(cpu_count()))


# A short call without the lock.
def sched_yield():
    from gilsim import native
    native(7e-7)


def get_terminal_size(fd=1, /):
    raise OSError(25, 'Inappropriate ioctl for device')


def getuid():
    return _user()[0]


def geteuid():
    return _user()[1]


def getgid():
    return _user()[2]


def getegid():
    return _user()[3]


def getgroups():
    return [getgid()]


def getresuid():
    uid, euid, gid, egid = _user()
    return uid, euid, euid


def getresgid():
    uid, euid, gid, egid = _user()
    return gid, egid, egid


def getlogin():
    from getpass import getuser
    return getuser()


def getloadavg():
    loads = _load()
    if loads is None:
        raise OSError('Load averages are unobtainable')
    return tuple([load / 100 for load in loads])


def umask(mask, /):
    return _set_mask(mask)


# As on file systems that have none.
def symlink(src, dst, target_is_directory=False, *, dir_fd=None):
    raise PermissionError(1, 'Operation not permitted (gilsim makes no links)', src, None, dst)


def link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True):
    symlink(src, dst)


def lchown(path, uid, gid):
    chown(path, uid, gid)


# Files stay their owners'.
def chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True):
    found = stat(path)
    if uid not in (-1, found.st_uid) or gid not in (-1, found.st_gid):
        raise PermissionError(1, 'Operation not permitted', path)


def lstat(path, *, dir_fd=None):
    return stat(path)


def readlink(path, *, dir_fd=None):
    stat(path)
    raise OSError(22, 'Invalid argument', fspath(path))


def strerror(code, /):
    from _errno_texts import text_of
    return text_of(code)


def fsencode(filename):
    return filename if isinstance(filename, bytes) else fspath(filename).encode()


def fsdecode(filename):
    return filename.decode() if isinstance(filename, bytes) else fspath(filename)


def getcwdb():
    return fsencode(getcwd())


def removedirs(name):
    rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def renames(old, new):
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


class times_result(_Named):
    __module__ = 'posix'
    _names = ('user', 'system', 'children_user', 'children_system', 'elapsed')


def times():
    from time import monotonic, process_time
    return times_result((process_time(), 0.0, 0.0, 0.0, monotonic()))


class uname_result(_Named):
    __module__ = 'posix'
    _names = ('sysname', 'nodename', 'release', 'version', 'machine')


def uname():
    from platform import uname
    return uname_result(uname())


# Pipes by the numbers of their ends.
def pipe():
    return pipe2(O_CLOEXEC)


def pipe2(flags, /):
    ends = []
    for end in _answered(_make_pipe()):
        entry = _Entry('end', end)
        entry.is_blocking = not flags & O_NONBLOCK
        entry.inheritable = not flags & O_CLOEXEC
        ends.append(_add(entry))
    return tuple(ends)


def read(fd, n, /):
    if n < 0:
        raise OSError(22, 'Invalid argument')
    return _read_file(fd, n)


def write(fd, data, /):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return _write_file(fd, data)


def close(fd):
    _release(fd)


def closerange(fd_low, fd_high, /):
    for number in range(fd_low, fd_high):
        if number in _table:
            _release(number)


def dup(fd, /):
    return _add(_entry_of(fd))


def dup2(fd, fd2, inheritable=True):
    entry = _entry_of(fd)
    if fd2 < 0:
        raise OSError(9, 'Bad file descriptor')
    if fd2 <= 2:
        raise NotImplementedError('gilsim keeps the standard streams where they are: assign to sys.stdin or sys.stdout')
    if fd2 != fd:
        _put(entry, fd2)
    return fd2


def get_blocking(fd, /):
    return _entry_of(fd).is_blocking


def set_blocking(fd, blocking, /):
    _entry_of(fd).is_blocking = bool(blocking)


def get_inheritable(fd, /):
    return _entry_of(fd).inheritable


def set_inheritable(fd, inheritable, /):
    _entry_of(fd).inheritable = bool(inheritable)


def isatty(fd, /):
    return False


# A file by its number, opened for bytes.
def open(path, flags, mode=0o777, *, dir_fd=None):
    name = fspath(path) if not isinstance(path, bytes) else path.decode()
    is_there = bool(_kind(name))
    number = _opened(path, name, is_there, flags)
    if not is_there:
        _give_mode(name, mode, 0o666)
    return number


def _opened(path, name, is_there, flags):
    if flags & O_CREAT and flags & O_EXCL and is_there:
        raise FileExistsError(17, 'File exists', path)
    if not is_there and not flags & O_CREAT:
        raise FileNotFoundError(2, 'No such file or directory', path)
    how = flags & 3
    if how == O_RDONLY:
        if not is_there:
            _builtins.open(name, 'xb').close()
        return _builtins.open(name, 'rb').fileno()
    if not is_there or flags & O_TRUNC:
        kind = 'wb' if how == O_WRONLY else 'w+b'
    else:
        kind = 'r+b' if not flags & O_APPEND else 'ab' if how == O_WRONLY else 'a+b'
    return _builtins.open(name, kind).fileno()


def fdopen(fd, mode='r', buffering=-1, encoding=None, *args, **kwargs):
    if not isinstance(fd, int):
        raise TypeError('invalid fd type (%s, expected integer)' % type(fd))
    return _builtins.open(fd, mode, buffering, encoding, *args, **kwargs)


def _seekable(fd):
    entry = _entry_of(fd)
    if entry.kind != 'file':
        raise OSError(29, 'Illegal seek')
    return entry.native


def lseek(fd, position, how, /):
    return _seekable(fd).seek(position, how)


def fsync(fd):
    entry = _entry_of(fd)
    if entry.kind != 'file':
        raise OSError(22, 'Invalid argument')
    if entry.native.writable():
        entry.native.flush()


fdatasync = fsync


def ftruncate(fd, length, /):
    _seekable(fd).truncate(length)


def fstat(fd):
    entry = _entry_of(fd)
    if entry.kind == 'file':
        if entry.native.writable():
            entry.native.flush()
        return stat(entry.native.name)
    mode = {'socket': 0o140777, 'end': 0o010600}.get(entry.kind, 0o020620)
    return _status_of([mode, fd, 0, 1, getuid(), getgid(), 0, 0, 0, 0, 4096, 0, 0])


def sendfile(out_fd, in_fd, offset, count):
    file = _seekable(in_fd)
    if offset is not None:
        before = file.tell()
        file.seek(offset)
    data = file.read(count)
    sent = _write_file(out_fd, data) if data else 0
    if offset is not None:
        file.seek(before)
    elif sent < len(data):
        file.seek(sent - len(data), SEEK_CUR)
    return sent
