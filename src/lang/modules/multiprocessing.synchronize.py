# What processes share to wait for each other: semaphores of the system, and what is made of them.

from _multiprocessing import RECURSIVE_MUTEX, SEM_VALUE_MAX, SEMAPHORE, SemLock as _SemLock
from multiprocessing import context, process
from time import monotonic as _time
import threading

__all__ = ['Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Condition', 'Event']


class SemLock:
    def __init__(self, kind, value, maxvalue, *, ctx):
        if ctx is None:
            ctx = context._default_context.get_context()
        self._is_fork_ctx = ctx.get_start_method() == 'fork'
        self._take(_SemLock(kind, value, maxvalue))

    def _take(self, semlock):
        self._semlock = semlock
        self.acquire = semlock.acquire
        self.release = semlock.release

    def __enter__(self):
        return self._semlock.__enter__()

    def __exit__(self, *args):
        return self._semlock.__exit__(*args)

    def __getstate__(self):
        context.assert_spawning(self)
        if self._is_fork_ctx:
            from multiprocessing.popen import get_spawning_popen
            if get_spawning_popen().method != 'fork':
                raise RuntimeError('A SemLock created in a fork context is being shared with a process in a spawn '
                                   'context. This is not supported. Please use the same context to create '
                                   'multiprocessing objects and Process.')
        semlock = self._semlock
        return (semlock.handle, semlock.kind, semlock.maxvalue, self._is_fork_ctx)

    def __setstate__(self, state):
        handle, kind, maxvalue, self._is_fork_ctx = state
        self._take(_SemLock(kind, 0, maxvalue, handle))

    # For messages: who has it, as far as this process can tell.
    def _holder(self):
        semlock = self._semlock
        if semlock._is_mine():
            name = process.current_process().name
            if threading.current_thread().name != 'MainThread':
                name += '|' + threading.current_thread().name
            return name
        if not semlock._is_zero():
            return 'None'
        if semlock._count() > 0:
            return 'SomeOtherThread'
        return 'SomeOtherProcess'


class Semaphore(SemLock):
    def __init__(self, value=1, *, ctx):
        SemLock.__init__(self, SEMAPHORE, value, SEM_VALUE_MAX, ctx=ctx)

    def get_value(self):
        return self._semlock._get_value()

    def __repr__(self):
        return '<%s(value=%s)>' % (type(self).__name__, self._semlock._get_value())


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1, *, ctx):
        SemLock.__init__(self, SEMAPHORE, value, value, ctx=ctx)

    def __repr__(self):
        return '<%s(value=%s, maxvalue=%s)>' % (type(self).__name__, self._semlock._get_value(), self._semlock.maxvalue)


class Lock(SemLock):
    def __init__(self, *, ctx):
        SemLock.__init__(self, SEMAPHORE, 1, 1, ctx=ctx)

    def __repr__(self):
        return '<%s(owner=%s)>' % (type(self).__name__, self._holder())


class RLock(SemLock):
    def __init__(self, *, ctx):
        SemLock.__init__(self, RECURSIVE_MUTEX, 1, 1, ctx=ctx)

    def __repr__(self):
        holder = self._holder()
        count = self._semlock._count()
        if holder == 'None':
            count = 0
        elif not self._semlock._is_mine():
            count = 'nonzero'
        return '<%s(%s, %s)>' % (type(self).__name__, holder, count)


class Condition:
    def __init__(self, lock=None, *, ctx):
        self._lock = lock or ctx.RLock()
        self._sleeping_count = ctx.Semaphore(0)
        self._woken_count = ctx.Semaphore(0)
        self._wait_semaphore = ctx.Semaphore(0)
        self._take_methods()

    def _take_methods(self):
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __getstate__(self):
        context.assert_spawning(self)
        return (self._lock, self._sleeping_count, self._woken_count, self._wait_semaphore)

    def __setstate__(self, state):
        self._lock, self._sleeping_count, self._woken_count, self._wait_semaphore = state
        self._take_methods()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        try:
            waiters = self._sleeping_count.get_value() - self._woken_count.get_value()
        except Exception:
            waiters = 'unknown'
        return '<%s(%s, %s)>' % (type(self).__name__, self._lock, waiters)

    def wait(self, timeout=None):
        if not self._lock._semlock._is_mine():
            raise AssertionError('must acquire() condition before using wait()')
        self._sleeping_count.release()
        depth = self._lock._semlock._count()
        for _ in range(depth):
            self._lock.release()
        try:
            return self._wait_semaphore.acquire(True, timeout)
        finally:
            self._woken_count.release()
            for _ in range(depth):
                self._lock.acquire()

    def notify(self, n=1):
        if not self._lock._semlock._is_mine():
            raise AssertionError('lock is not owned')
        if self._wait_semaphore.acquire(False):
            raise AssertionError('notify: Should not have been able to acquire + _wait_semaphore')
        # Those whose time was over are not waiting any more.
        while self._woken_count.acquire(False):
            self._sleeping_count.acquire(False)
        sleepers = 0
        while sleepers < n and self._sleeping_count.acquire(False):
            self._wait_semaphore.release()
            sleepers += 1
        if sleepers:
            for _ in range(sleepers):
                self._woken_count.acquire()
            # Whoever gave up at the last moment has left a wake-up behind.
            while self._wait_semaphore.acquire(False):
                pass

    def notify_all(self):
        self.notify(SEM_VALUE_MAX)

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        if result:
            return result
        end = None if timeout is None else _time() + timeout
        left = timeout
        while not result:
            if end is not None:
                left = end - _time()
                if left <= 0:
                    break
            self.wait(left)
            result = predicate()
        return result


class Event:
    def __init__(self, *, ctx):
        self._cond = ctx.Condition(ctx.Lock())
        self._flag = ctx.Semaphore(0)

    def is_set(self):
        with self._cond:
            if self._flag.acquire(False):
                self._flag.release()
                return True
            return False

    def set(self):
        with self._cond:
            self._flag.acquire(False)
            self._flag.release()
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag.acquire(False)

    def wait(self, timeout=None):
        with self._cond:
            if self._flag.acquire(False):
                self._flag.release()
            else:
                self._cond.wait(timeout)
            if self._flag.acquire(False):
                self._flag.release()
                return True
            return False

    def __repr__(self):
        return '<%s at %#x %s>' % (type(self).__name__, id(self), 'set' if self.is_set() else 'unset')


# The barrier of threads, whose state and count lie in shared memory.
class Barrier(threading.Barrier):
    def __init__(self, parties, action=None, timeout=None, *, ctx):
        from multiprocessing.sharedctypes import RawArray
        self.__setstate__((parties, action, timeout, ctx.Condition(), RawArray('i', 2)))
        self._state = 0
        self._count = 0

    def __setstate__(self, state):
        self._parties, self._action, self._timeout, self._cond, self._array = state

    def __getstate__(self):
        return (self._parties, self._action, self._timeout, self._cond, self._array)

    @property
    def _state(self):
        return self._array[0]

    @_state.setter
    def _state(self, value):
        self._array[0] = value

    @property
    def _count(self):
        return self._array[1]

    @_count.setter
    def _count(self, value):
        self._array[1] = value
