# The lock that processes share, native in CPython: a semaphore of the system, and in each process how often its threads
# have it. A forked process has none, whatever its parent had.

from _fork import checked as _checked
from _process import acquire as _acquire, release as _release, semaphore as _semaphore, value as _value
from _thread import get_ident as _get_ident
import _fork

RECURSIVE_MUTEX = 0
SEMAPHORE = 1
SEM_VALUE_MAX = 2147483647


class SemLock:
    SEM_VALUE_MAX = SEM_VALUE_MAX

    def __init__(self, kind, value, maxvalue, handle=None):
        self.kind = kind
        self.maxvalue = maxvalue
        self.handle = _checked(_semaphore(value, maxvalue)) if handle is None else handle
        self._had = 0
        self._owner = None
        self._generation = _fork.generation

    def acquire(self, block=True, timeout=None):
        if self._generation != _fork.generation:
            self._after_fork()
        me = _get_ident()
        if self.kind == RECURSIVE_MUTEX and self._had and self._owner == me:
            self._had += 1
            return True
        if not block:
            timeout = 0
        elif timeout is not None and timeout < 0:
            timeout = 0
        if not _acquire(self.handle, timeout):
            return False
        self._had += 1
        self._owner = me
        return True

    def release(self):
        if self._generation != _fork.generation:
            self._after_fork()
        if self.kind == RECURSIVE_MUTEX:
            if not self._had or self._owner != _get_ident():
                raise AssertionError('attempt to release recursive lock not owned by thread')
            if self._had > 1:
                self._had -= 1
                return
        if isinstance(_release(self.handle), tuple):
            raise ValueError('semaphore or lock released too many times')
        self._had -= 1

    def __enter__(self):
        return self.acquire()

    def __exit__(self, kind, value, traceback):
        self.release()

    def _count(self):
        return self._had if self._generation == _fork.generation else 0

    def _is_mine(self):
        return self._count() > 0 and self._owner == _get_ident()

    def _get_value(self):
        return _checked(_value(self.handle))

    def _is_zero(self):
        return _value(self.handle) == 0

    def _after_fork(self):
        self._had = 0
        self._generation = _fork.generation
