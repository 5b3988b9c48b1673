# What programs want of the module `os` now and then. Executed in the variables of `os` when it is first wanted.

from abc import ABC as _ABC, abstractmethod as _abstractmethod

class PathLike(_ABC):
    __module__ = 'os'

    @_abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        return hasattr(subclass, '__fspath__') if cls is PathLike else NotImplemented

    __class_getitem__ = classmethod(generic_alias)
