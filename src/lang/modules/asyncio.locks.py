# Locks between the tasks of one loop: who waits is a future in a row.

from asyncio.events import _get_running_loop, get_running_loop
from asyncio.exceptions import BrokenBarrierError, CancelledError
from collections import deque

__all__ = ['Barrier', 'BoundedSemaphore', 'Condition', 'Event', 'Lock', 'Semaphore']


# Belongs to the loop in which somebody first waited for it.
class _BoundToLoop:
    _loop = None

    def _own_loop(self):
        loop = get_running_loop()
        if self._loop is None:
            self._loop = loop
        if loop is not self._loop:
            raise RuntimeError('%r is bound to a different event loop' % (self,))
        return loop


class _Primitive(_BoundToLoop):
    def __repr__(self):
        told = self._told()
        if self._waiters:
            told += ', waiters:%d' % len(self._waiters)
        kind = type(self)
        return '<%s.%s object at %#x [%s]>' % (kind.__module__, kind.__qualname__, id(self), told)

    # Stands in the row until it is woken.
    async def _stand(self, waiter):
        self._waiters.append(waiter)
        try:
            await waiter
        finally:
            self._waiters.remove(waiter)


class _Context:
    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, kind, error, traceback):
        self.release()


class Lock(_Context, _Primitive):
    __module__ = 'asyncio.locks'

    def __init__(self):
        self._waiters = deque()
        self._locked = False
        # The task that has it, for whoever asks why nothing goes on.
        self._holder = None

    def _told(self):
        return 'locked' if self._locked else 'unlocked'

    def locked(self):
        return self._locked

    async def acquire(self):
        if not self._locked and (not self._waiters or all([waiter.cancelled() for waiter in self._waiters])):
            self._locked = True
            loop = _get_running_loop()
            self._holder = loop and loop._current
            return True
        try:
            await self._stand(self._own_loop().create_future())
        except CancelledError:
            if not self._locked:
                self._wake_first()
            raise
        self._locked = True
        self._holder = get_running_loop()._current
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError('Lock is not acquired.')
        self._locked = False
        self._holder = None
        self._wake_first()

    # One that is woken already will take the lock, or wake the next.
    def _wake_first(self):
        if self._waiters and not self._waiters[0].done():
            self._waiters[0].set_result(True)


class Event(_Primitive):
    __module__ = 'asyncio.locks'

    def __init__(self):
        self._waiters = deque()
        self._value = False

    def _told(self):
        return 'set' if self._value else 'unset'

    def is_set(self):
        return self._value

    def set(self):
        if not self._value:
            self._value = True
            for waiter in self._waiters:
                if not waiter.done():
                    waiter.set_result(True)

    def clear(self):
        self._value = False

    async def wait(self):
        if not self._value:
            await self._stand(self._own_loop().create_future())
        return True


class Condition(_Context, _Primitive):
    __module__ = 'asyncio.locks'

    def __init__(self, lock=None):
        if lock is None:
            lock = Lock()
        self._lock = lock
        self.locked = lock.locked
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiters = deque()

    def _told(self):
        return 'locked' if self.locked() else 'unlocked'

    async def wait(self):
        if not self.locked():
            raise RuntimeError('cannot wait on un-acquired lock')
        self.release()
        try:
            await self._stand(self._own_loop().create_future())
            return True
        finally:
            await self._take_back()

    # However often it is cancelled meanwhile.
    async def _take_back(self):
        cancelled = False
        while True:
            try:
                await self.acquire()
                break
            except CancelledError:
                cancelled = True
        if cancelled:
            raise CancelledError

    async def wait_for(self, predicate):
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        if not self.locked():
            raise RuntimeError('cannot notify on un-acquired lock')
        for waiter in self._waiters:
            if n <= 0:
                break
            if not waiter.done():
                n -= 1
                waiter.set_result(False)

    def notify_all(self):
        self.notify(len(self._waiters))


class Semaphore(_Context, _Primitive):
    __module__ = 'asyncio.locks'

    def __init__(self, value=1):
        if value < 0:
            raise ValueError('Semaphore initial value must be >= 0')
        self._waiters = deque()
        self._value = value

    def _told(self):
        return 'locked' if self.locked() else 'unlocked, value:%d' % self._value

    def locked(self):
        return self._value == 0 or any([not waiter.cancelled() for waiter in self._waiters])

    async def acquire(self):
        if not self.locked():
            self._value -= 1
            return True
        waiter = self._own_loop().create_future()
        try:
            await self._stand(waiter)
        except CancelledError:
            if not waiter.cancelled():
                # It had been given its unit already.
                self._value += 1
                self._wake_next()
            raise
        if self._value > 0:
            self._wake_next()
        return True

    def release(self):
        self._value += 1
        self._wake_next()

    # Hands a unit over.
    def _wake_next(self):
        for waiter in self._waiters:
            if not waiter.done():
                self._value -= 1
                waiter.set_result(True)
                return


class BoundedSemaphore(Semaphore):
    __module__ = 'asyncio.locks'

    def __init__(self, value=1):
        self._bound_value = value
        Semaphore.__init__(self, value)

    def release(self):
        if self._value >= self._bound_value:
            raise ValueError('BoundedSemaphore released too many times')
        Semaphore.release(self)


# While it drains or is reset, who comes anew waits.
class Barrier(_Primitive):
    __module__ = 'asyncio.locks'
    _waiters = ()

    def __init__(self, parties):
        if parties < 1:
            raise ValueError('parties must be > 0')
        self._cond = Condition()
        self._parties = parties
        self._state = 'filling'
        self._count = 0

    def _told(self):
        return self._state + ('' if self.broken else ', waiters:%d/%d' % (self.n_waiting, self._parties))

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *args):
        pass

    async def wait(self):
        async with self._cond:
            await self._cond.wait_for(lambda: self._state not in ('draining', 'resetting'))
            if self._state == 'broken':
                raise BrokenBarrierError('Barrier aborted')
            try:
                index = self._count
                self._count += 1
                if index + 1 == self._parties:
                    self._state = 'draining'
                    self._cond.notify_all()
                else:
                    await self._await_others()
                return index
            finally:
                self._count -= 1
                if self._count == 0:
                    if self._state in ('resetting', 'draining'):
                        self._state = 'filling'
                    self._cond.notify_all()

    async def _await_others(self):
        await self._cond.wait_for(lambda: self._state != 'filling')
        if self._state in ('broken', 'resetting'):
            raise BrokenBarrierError('Abort or reset of barrier')

    async def reset(self):
        async with self._cond:
            if self._count > 0:
                if self._state != 'resetting':
                    self._state = 'resetting'
            else:
                self._state = 'filling'
            self._cond.notify_all()

    async def abort(self):
        async with self._cond:
            self._state = 'broken'
            self._cond.notify_all()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == 'filling' else 0

    @property
    def broken(self):
        return self._state == 'broken'
