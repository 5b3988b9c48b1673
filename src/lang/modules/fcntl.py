# What can be asked and told of an open file: whether calls on it wait, and whether other programs get it.

from _file_table import entry_of as _entry_of, number_of as _number_of

__all__ = ['FD_CLOEXEC', 'F_DUPFD', 'F_GETFD', 'F_GETFL', 'F_SETFD', 'F_SETFL', 'LOCK_EX', 'LOCK_NB', 'LOCK_SH', 'LOCK_UN',
           'fcntl', 'flock', 'lockf']

F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_SETFL = 0, 1, 2, 3, 4
FD_CLOEXEC = 1
LOCK_SH, LOCK_EX, LOCK_NB, LOCK_UN = 1, 2, 4, 8

_NONBLOCK = 0o4000
_READ_WRITE = 2


def fcntl(fd, cmd, arg=0, /):
    entry = _entry_of(_number_of(fd))
    if cmd == F_GETFL:
        return _READ_WRITE | (0 if entry.is_blocking else _NONBLOCK)
    if cmd == F_SETFL:
        entry.is_blocking = not arg & _NONBLOCK
    elif cmd == F_GETFD:
        return 0 if entry.inheritable else FD_CLOEXEC
    elif cmd == F_SETFD:
        entry.inheritable = not arg & FD_CLOEXEC
    elif cmd == F_DUPFD:
        from os import dup
        return dup(_number_of(fd))
    else:
        raise OSError(22, 'Invalid argument')
    return 0


def flock(fd, operation, /):
    _entry_of(_number_of(fd))
    raise NotImplementedError('gilsim locks no files: use multiprocessing.Lock, or os.open with os.O_EXCL')


def lockf(fd, cmd, len=0, start=0, whence=0, /):
    flock(fd, cmd)
