from asyncio.events import get_running_loop
from asyncio.exceptions import CancelledError
from asyncio.tasks import current_task

__all__ = ['Timeout', 'timeout', 'timeout_at']


# A block that may take so long: past its time the task is cancelled, and the cancellation turned into TimeoutError.
class Timeout:
    __module__ = 'asyncio.timeouts'

    def __init__(self, when):
        self._when = when
        self._state = 'created'
        self._timer = None
        self._task = None

    def __repr__(self):
        shown = ''
        if self._state == 'active':
            shown = ' when=%s' % (None if self._when is None else round(self._when, 3))
        return '<Timeout [%s]%s>' % (self._state, shown)

    def when(self):
        return self._when

    def expired(self):
        return self._state in ('expiring', 'expired')

    def reschedule(self, when):
        if self._state == 'created':
            raise RuntimeError('Timeout has not been entered')
        if self._state != 'active':
            raise RuntimeError('Cannot change state of %s Timeout' % self._state)
        self._when = when
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if when is not None:
            loop = get_running_loop()
            if when <= loop.time():
                self._timer = loop.call_soon(self._expire)
            else:
                self._timer = loop.call_at(when, self._expire)

    async def __aenter__(self):
        if self._state != 'created':
            raise RuntimeError('Timeout has already been entered')
        task = current_task()
        if task is None:
            raise RuntimeError('Timeout should be used inside a task')
        self._state = 'active'
        self._task = task
        self._cancelling = task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, kind, error, traceback):
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._state == 'expiring':
            self._state = 'expired'
            if self._task.uncancel() <= self._cancelling and kind is CancelledError:
                # No one else wanted it cancelled.
                raise TimeoutError from error
        elif self._state == 'active':
            self._state = 'finished'

    def _expire(self):
        self._task.cancel()
        self._state = 'expiring'
        self._timer = None


def timeout(delay):
    loop = get_running_loop()
    return Timeout(None if delay is None else loop.time() + delay)


def timeout_at(when):
    return Timeout(when)
