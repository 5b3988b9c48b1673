# Tasks that end together: the block waits for all of them, and the first that fails cancels the rest.

from asyncio import events as _events
from asyncio.exceptions import CancelledError
from asyncio.tasks import current_task

__all__ = ['TaskGroup']


def _ends_all(error):
    return isinstance(error, (SystemExit, KeyboardInterrupt))


class TaskGroup:
    __module__ = 'asyncio.taskgroups'

    def __init__(self):
        self._entered = False
        self._exiting = False
        self._aborting = False
        self._loop = None
        self._parent = None
        # Whether the block's own task has been cancelled because another failed.
        self._parent_cancelled = False
        self._tasks = set()
        self._errors = []
        self._fatal = None
        self._all_done = None

    def __repr__(self):
        told = ''
        if self._tasks:
            told += ' tasks=%d' % len(self._tasks)
        if self._errors:
            told += ' errors=%d' % len(self._errors)
        if self._aborting:
            told += ' cancelling'
        elif self._entered:
            told += ' entered'
        return '<TaskGroup%s>' % told

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError('TaskGroup %r has already been entered' % self)
        self._loop = _events.get_running_loop()
        self._parent = current_task(self._loop)
        if self._parent is None:
            raise RuntimeError('TaskGroup %r cannot determine the parent task' % self)
        self._entered = True
        return self

    async def __aexit__(self, kind, error, traceback):
        self._exiting = True
        if error is not None and _ends_all(error) and self._fatal is None:
            self._fatal = error
        cancelled = error if kind is CancelledError else None
        if self._parent_cancelled and self._parent.uncancel() == 0:
            # It was this group that cancelled it.
            cancelled = None
        if kind is not None and not self._aborting:
            self._abort()
        while self._tasks:
            if self._all_done is None:
                self._all_done = self._loop.create_future()
            try:
                await self._all_done
            except CancelledError as own:
                if not self._aborting:
                    cancelled = own
                    self._abort()
            self._all_done = None
        if self._fatal is not None:
            raise self._fatal
        if cancelled is not None and not self._errors:
            raise cancelled
        if kind is not None and kind is not CancelledError:
            self._errors.append(error)
        if self._errors:
            errors = self._errors
            self._errors = None
            raise BaseExceptionGroup('unhandled errors in a TaskGroup', errors) from None

    def create_task(self, coro, *, name=None, context=None):
        if not self._entered:
            raise RuntimeError('TaskGroup %r has not been entered' % self)
        if self._exiting and not self._tasks:
            raise RuntimeError('TaskGroup %r is finished' % self)
        if self._aborting:
            raise RuntimeError('TaskGroup %r is shutting down' % self)
        task = self._loop.create_task(coro, context=context)
        if name is not None:
            task.set_name(name)
        task.add_done_callback(self._task_done)
        self._tasks.add(task)
        return task

    def _abort(self):
        self._aborting = True
        for task in self._tasks:
            if not task.done():
                task.cancel()

    def _task_done(self, task):
        self._tasks.discard(task)
        if self._all_done is not None and not self._tasks and not self._all_done.done():
            self._all_done.set_result(True)
        if task.cancelled():
            return
        error = task.exception()
        if error is None:
            return
        self._errors.append(error)
        if _ends_all(error) and self._fatal is None:
            self._fatal = error
        if self._parent.done():
            message = 'Task %r has errored out but its parent task %s is already completed' % (task, self._parent)
            self._loop.call_exception_handler({'message': message, 'exception': error, 'task': task})
            return
        if not self._aborting and not self._parent_cancelled:
            self._abort()
            self._parent_cancelled = True
            self._parent.cancel()
