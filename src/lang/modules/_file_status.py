# What the system says of a file beside its contents: `os.stat` and what changes it.

from _files import checked as _checked, path_text as _path_text
from _system import set_mode as _set_mode, set_times as _set_times, status as _status

_NAMES = ('st_mode', 'st_ino', 'st_dev', 'st_nlink', 'st_uid', 'st_gid', 'st_size', 'st_atime', 'st_mtime', 'st_ctime')
_MORE = ('st_atime', 'st_mtime', 'st_ctime', 'st_atime_ns', 'st_mtime_ns', 'st_ctime_ns', 'st_blksize', 'st_blocks', 'st_rdev')


# A tuple of ten whole numbers; more is known by name alone.
class stat_result(tuple):
    __module__ = 'os'
    __match_args__ = _NAMES[:7]
    n_fields, n_sequence_fields, n_unnamed_fields = 19, 10, 3

    def __new__(cls, sequence, dict={}, /):
        given = tuple(sequence)
        if len(given) < 10:
            raise TypeError(f'os.stat_result() takes an at least 10-sequence ({len(given)}-sequence given)')
        if len(given) > 19:
            raise TypeError(f'os.stat_result() takes an at most 19-sequence ({len(given)}-sequence given)')
        made = tuple.__new__(cls, given[:10])
        known = made.__dict__
        for name, value in zip(_NAMES[:7], given):
            known[name] = value
        for at, name in enumerate(_MORE):
            known[name] = given[10 + at] if 10 + at < len(given) else dict.get(name, given[7 + at] if at < 3 else None)
        return made

    def __setattr__(self, name, value):
        raise AttributeError('readonly attribute')

    def __reduce__(self):
        return stat_result, (tuple(self), {name: self.__dict__[name] for name in _MORE})

    def __repr__(self):
        return 'os.stat_result(%s)' % ', '.join([f'{name}={value}' for name, value in zip(_NAMES, self)])


# Of the numbers that the system tells: seven, three times in nanoseconds, three more.
def status_of(numbers):
    times = numbers[7:10]
    whole = [time // 1_000_000_000 for time in times]
    exact = [time // 1_000_000_000 + time % 1_000_000_000 * 1e-9 for time in times]
    return stat_result(numbers[:7] + whole + exact + times + numbers[10:])


def status(path):
    if isinstance(path, int):
        from os import fstat
        return fstat(path)
    return status_of(_checked(_status(_name(path, 'stat')), path))


# Nanoseconds of a time in seconds.
def _nanoseconds(time):
    if isinstance(time, float):
        whole = time // 1
        return int(whole) * 1_000_000_000 + int((time - whole) * 1e9)
    if not isinstance(time, int):
        raise TypeError(f"'{type(time).__name__}' object cannot be interpreted as an integer")
    return time * 1_000_000_000


def change_times(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True):
    if times is not None and ns is not None:
        raise ValueError("utime: you may specify either 'times' or 'ns' but not both")
    if times is not None:
        if not isinstance(times, tuple) or len(times) != 2:
            raise TypeError("utime: 'times' must be either a tuple of two ints or None")
        accessed, modified = [_nanoseconds(time) for time in times]
    elif ns is not None:
        if not isinstance(ns, tuple) or len(ns) != 2:
            raise TypeError("utime: 'ns' must be a tuple of two ints")
        accessed, modified = ns
    else:
        from time import time_ns
        accessed = modified = time_ns()
    reply = _set_times(_name(path, 'utime'), accessed, modified)
    if reply is not None:
        raise OSError(*reply)


def change_mode(path, mode, *, dir_fd=None, follow_symlinks=True):
    if not isinstance(mode, int):
        raise TypeError(f"'{type(mode).__name__}' object cannot be interpreted as an integer")
    _checked(_set_mode(_name(path, 'chmod'), mode), path)


# The path of a call; a file's number stands for its name.
def _name(path, call):
    if isinstance(path, bytes):
        return path.decode()
    if isinstance(path, int) and not isinstance(path, bool):
        from _file_table import entry_of
        return entry_of(path).native.name
    if isinstance(path, str) or special(path, '__fspath__') is not None:
        return _path_text(path)
    raise TypeError(f'{call}: path should be string, bytes, os.PathLike or integer, not {type(path).__name__}')
