# What contexts change in event loops: each callback runs in a copy of the context in which it was asked for, each task in
# a copy of its own. Loaded where a program has both; until then nobody can have set a variable.

import _asyncio
from asyncio import events, runners, threads
from asyncio.base_events import BaseEventLoop
from contextvars import Context, copy_context
from functools import partial

_Handle, _Future, _Task = events.Handle, _asyncio.Future, _asyncio.Task
_begin_handle, _run_handle = _Handle.__init__, _Handle._run
_begin_task, _step = _Task.__init__, _Task._step
_call_soon, _call_at = BaseEventLoop.call_soon, BaseEventLoop.call_at
_call_soon_threadsafe, _add_done_callback = BaseEventLoop.call_soon_threadsafe, _Future.add_done_callback
_begin_runner, _run = runners.Runner._begin, runners.Runner.run


# A callback of a future, with the context that it was added with.
class _InContext:
    def __init__(self, callback, context):
        self.callback = callback
        self.context = context
        self.__qualname__ = events._named(callback)

    def __eq__(self, other):
        return self.callback == (other.callback if isinstance(other, _InContext) else other)

    def __call__(self, future):
        return self.context.run(self.callback, future)


def _handle_begins(self, callback, args, loop):
    _begin_handle(self, callback, args, loop)
    self._context = copy_context()


def _handle_runs(self):
    context = getattr(self, '_context', None)
    if context is None:
        context = self._context = Context()
    context.run(_run_handle, self)


def _call_soon_in(self, callback, *args, context=None):
    handle = _call_soon(self, callback, *args)
    if context is not None:
        handle._context = context
    return handle


def _call_soon_threadsafe_in(self, callback, *args, context=None):
    # It may have begun before this returns, so it is told what to be called in.
    if context is not None:
        callback, args = partial(_called_in, context, callback), args
    return _call_soon_threadsafe(self, callback, *args)


def _called_in(context, callback, *args):
    return context.run(callback, *args)


def _call_at_in(self, when, callback, *args, context=None):
    timer = _call_at(self, when, callback, *args)
    if context is not None:
        timer._context = context
    return timer


def _call_later_in(self, delay, callback, *args, context=None):
    if delay is None:
        raise TypeError('delay must not be None')
    return self.call_at(self.time() + delay, callback, *args, context=context)


def _add_done_callback_in(self, fn, *, context=None):
    # A task's own steps have a context of their own.
    if context is None and getattr(fn, '__func__', None) is not _Task._wakeup:
        context = copy_context()
    _add_done_callback(self, fn if context is None else _InContext(fn, context))


def _task_begins(self, coro, *, loop=None, name=None, context=None):
    self._context = copy_context() if context is None else context
    _begin_task(self, coro, loop=loop, name=name)


def _task_steps(self, error=None):
    context = getattr(self, '_context', None)
    if context is None:
        context = self._context = Context()
    context.run(_step, self, error)


def _runner_begins(self):
    if self._state == 'created':
        self._context = copy_context()
    _begin_runner(self)


def _runner_runs(self, coro, *, context=None):
    self._begin()
    return _run(self, coro, context=getattr(self, '_context', None) if context is None else context)


def _partial_in_copy(function, /, *args, **kwargs):
    return partial(copy_context().run, function, *args, **kwargs)


_Handle.__init__, _Handle._run = _handle_begins, _handle_runs
_Future.add_done_callback = _add_done_callback_in
_Task.__init__, _Task._step = _task_begins, _task_steps
BaseEventLoop.call_soon, BaseEventLoop.call_at = _call_soon_in, _call_at_in
BaseEventLoop.call_later, BaseEventLoop.call_soon_threadsafe = _call_later_in, _call_soon_threadsafe_in
runners.Runner._begin, runners.Runner.run = _runner_begins, _runner_runs
threads.partial = _partial_in_copy
