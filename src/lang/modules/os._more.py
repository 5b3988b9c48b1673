# What programs want of the module `os` now and then. Executed in the variables of `os` when it is first wanted.

from _process import close as _close_end, pipe as _make_pipe, read as _read_end, write as _write_end
from abc import ABC as _ABC, abstractmethod as _abstractmethod
import sys as _sys

class PathLike(_ABC):
    __module__ = 'os'

    @_abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        return hasattr(subclass, '__fspath__') if cls is PathLike else NotImplemented

    __class_getitem__ = classmethod(generic_alias)


# Pipes by the numbers of their ends.
def pipe():
    return tuple(_answered(_make_pipe()))


def read(fd, n, /):
    if n < 0:
        raise OSError(22, 'Invalid argument')
    return _answered(_read_end(fd, n))


def write(fd, data, /):
    data = bytes(data)
    if fd in (1, 2):
        stream = _sys.__stdout__ if fd == 1 else _sys.__stderr__
        stream.buffer.write(data)
        stream.flush()
    else:
        _answered(_write_end(fd, data))
    return len(data)


def close(fd):
    _answered(_close_end(fd))
