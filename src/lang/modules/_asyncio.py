# What is native code in CPython: futures, and tasks, which drive coroutines. A step of a task is one `send`; whatever
# the coroutine then awaits calls the loop when it is done, and the loop the task's next step.

from _asyncio_select import begin_step as _begin_step, end_step as _end_step
from asyncio.exceptions import CancelledError, InvalidStateError
from asyncio.events import _named, _placed, get_event_loop, get_running_loop

__all__ = ['Future', 'Task']

_PENDING = 'PENDING'
_CANCELLED = 'CANCELLED'
_FINISHED = 'FINISHED'


async def _none():
    pass


def _nothing():
    yield


_probe = _none()
_Coroutine = type(_probe)
_Generator = type(_nothing())
_probe.close()
del _probe


def iscoroutine(obj):
    return isinstance(obj, (_Coroutine, _Generator)) or all([hasattr(type(obj), name) for name in _OF_COROUTINES])


# What an object of a program's own has that can be driven as a coroutine.
_OF_COROUTINES = 'send', 'throw', 'close', '__await__'


def isfuture(obj):
    return hasattr(type(obj), '_asyncio_future_blocking') and obj._asyncio_future_blocking is not None


# Whose text is being made: it may hold itself.
_being_told = []


# An exception that nobody has asked for: dies with its future, and says so then.
class _Unretrieved:
    def __init__(self, future):
        self.kind = type(future)
        self.attributes = dict(vars(future))

    def __del__(self):
        if self.attributes is not None:
            future = object.__new__(self.kind)
            vars(future).update(self.attributes)
            message = '%s exception was never retrieved' % self.kind.__name__
            context = {'message': message, 'exception': future._exception, 'future': future}
            future._loop.call_exception_handler(context)


class Future:
    __module__ = '_asyncio'
    # True between a future's `yield` of itself and the task's taking notice of it.
    _asyncio_future_blocking = False
    _state = _PENDING
    _result = None
    _exception = None
    _unretrieved = None
    _cancel_message = None
    _cancelled_exc = None
    # What a task that awaits it is told to wait for.
    _awaited_as = 'a future'

    def __init__(self, *, loop=None):
        self._loop = get_event_loop() if loop is None else loop
        self._callbacks = []

    __class_getitem__ = classmethod(generic_alias)

    def __repr__(self):
        if any(one is self for one in _being_told):
            return '...'
        _being_told.append(self)
        try:
            return '<' + ' '.join([type(self).__name__] + self._told()) + '>'
        finally:
            _being_told.remove(self)

    def _told(self):
        told = [self._state.lower()]
        if self._state == _FINISHED:
            if self._exception is not None:
                told.append('exception=%r' % self._exception)
            else:
                from reprlib import repr as short
                told.append('result=' + short(self._result))
        if self._callbacks:
            callbacks = [_named(callback) + '()' + _placed(callback) for callback in self._callbacks]
            told.append('cb=[' + ', '.join(callbacks) + ']')
        return told

    def get_loop(self):
        return self._loop

    def done(self):
        return self._state != _PENDING

    def cancelled(self):
        return self._state == _CANCELLED

    def cancel(self, msg=None):
        self._retrieved()
        if self._state != _PENDING:
            return False
        self._cancel_message = msg
        self._end(_CANCELLED)
        return True

    def _make_cancelled_error(self):
        error = self._cancelled_exc
        if error is not None:
            self._cancelled_exc = None
            return error
        if self._cancel_message is None:
            return CancelledError()
        return CancelledError(self._cancel_message)

    # Whether it is told of an exception that nobody has asked for.
    @property
    def _log_traceback(self):
        return self._unretrieved is not None

    @_log_traceback.setter
    def _log_traceback(self, value):
        if value:
            raise ValueError('_log_traceback can only be set to False')
        self._retrieved()

    def _retrieved(self):
        if self._unretrieved is not None:
            self._unretrieved.attributes = None
            self._unretrieved = None

    def result(self):
        if self._state == _CANCELLED:
            raise self._make_cancelled_error()
        if self._state == _PENDING:
            raise InvalidStateError('Result is not set.')
        if self._exception is not None:
            self._retrieved()
            raise self._exception
        return self._result

    def exception(self):
        if self._state == _CANCELLED:
            raise self._make_cancelled_error()
        if self._state == _PENDING:
            raise InvalidStateError('Exception is not set.')
        self._retrieved()
        return self._exception

    def add_done_callback(self, fn, *, context=None):
        if self._state != _PENDING:
            self._loop.call_soon(fn, self)
        else:
            self._callbacks.append(fn)

    def remove_done_callback(self, fn):
        left = [callback for callback in self._callbacks if callback != fn]
        removed = len(self._callbacks) - len(left)
        self._callbacks = left
        return removed

    def set_result(self, result):
        if self._state != _PENDING:
            raise InvalidStateError('invalid state')
        self._result = result
        self._end(_FINISHED)

    def set_exception(self, exception):
        if self._state != _PENDING:
            raise InvalidStateError('invalid state')
        if isinstance(exception, type):
            exception = exception()
        if not isinstance(exception, BaseException):
            raise TypeError('invalid exception object')
        if isinstance(exception, StopIteration):
            raise TypeError('StopIteration interacts badly with generators and cannot be raised into a Future')
        self._exception = exception
        self._end(_FINISHED)
        self._unretrieved = _Unretrieved(self)

    def _end(self, state):
        self._state = state
        if self._callbacks:
            callbacks = self._callbacks
            self._callbacks = []
            call_soon = self._loop.call_soon
            for callback in callbacks:
                call_soon(callback, self)

    def __await__(self):
        if self._state == _PENDING:
            self._asyncio_future_blocking = True
            yield self
            if self._state == _PENDING:
                raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__


_task_count = 0
# How many tasks there have been, named or not.
_made = 0


class Task(Future):
    __module__ = '_asyncio'
    _must_cancel = False
    _fut_waiter = None
    _cancel_requests = 0
    _has_begun = False

    def __init__(self, coro, *, loop=None, name=None, context=None):
        global _task_count, _made
        if not iscoroutine(coro):
            raise TypeError('a coroutine was expected, got %r' % (coro,))
        Future.__init__(self, loop=loop)
        if name is None:
            _task_count += 1
            name = 'Task-%d' % _task_count
        self._name = str(name)
        self._coro = coro
        _made += 1
        self._number = _made
        self._loop.call_soon(self._step)
        # The loop knows its tasks that live.
        self._loop._tasks[self] = True

    def _told(self):
        told = Future._told(self)
        if self._cancel_requests and self._state == _PENDING:
            told[0] = 'cancelling'
        from asyncio.base_tasks import told_of_coroutine
        told[1:1] = ['name=%r' % self._name, 'coro=<%s>' % told_of_coroutine(self._coro)]
        if self._fut_waiter is not None:
            told.insert(3, 'wait_for=%r' % self._fut_waiter)
        return told

    @property
    def _awaited_as(self):
        return self._name

    def get_coro(self):
        return self._coro

    def get_stack(self, *, limit=None):
        from asyncio.base_tasks import stack_of
        return stack_of(self, None if limit is None else max(limit, 0))

    def print_stack(self, *, limit=None, file=None):
        from asyncio.base_tasks import print_stack_of
        print_stack_of(self, limit, file)

    def get_name(self):
        return self._name

    def set_name(self, value):
        self._name = str(value)

    def set_result(self, result):
        raise RuntimeError('Task does not support set_result operation')

    def set_exception(self, exception):
        raise RuntimeError('Task does not support set_exception operation')

    def cancel(self, msg=None):
        self._retrieved()
        if self._state != _PENDING:
            return False
        self._cancel_requests += 1
        if self._fut_waiter is None or not self._fut_waiter.cancel(msg=msg):
            # It is about to run, or what it awaits cannot be cancelled: its next step will be the cancellation.
            self._must_cancel = True
            self._cancel_message = msg
        return True

    def cancelling(self):
        return self._cancel_requests

    def uncancel(self):
        if self._cancel_requests > 0:
            self._cancel_requests -= 1
        return self._cancel_requests

    def _end(self, state):
        self._loop._tasks.pop(self, None)
        Future._end(self, state)

    def _step(self, error=None):
        if self._state != _PENDING:
            raise InvalidStateError('_step(): already done: %r' % self)
        if self._must_cancel:
            if not isinstance(error, CancelledError):
                error = self._make_cancelled_error()
            self._must_cancel = False
        self._fut_waiter = None
        loop = self._loop
        loop._current = self
        number = self._number
        _begin_step(number, None if self._has_begun else self._name)
        self._has_begun = True
        how = 2
        awaits = None
        try:
            if error is None:
                awaited = self._coro.send(None)
            else:
                awaited = self._coro.throw(error)
        except StopIteration as end:
            if self._must_cancel:
                # It was cancelled by its own last step.
                self._must_cancel = False
                how = 3
                Future.cancel(self, self._cancel_message)
            else:
                how = 1
                Future.set_result(self, end.value)
        except CancelledError as cancelled:
            how = 3
            self._cancelled_exc = cancelled
            Future.cancel(self)
        except (KeyboardInterrupt, SystemExit) as stop:
            Future.set_exception(self, stop)
            raise
        except BaseException as failure:
            Future.set_exception(self, failure)
        else:
            how = 0
            awaits = self._await(awaited)
        finally:
            _end_step(number, how, awaits)
            loop._current = None
            self = None

    # What the coroutine yielded.
    def _await(self, awaited):
        if awaited is None:
            self._loop.call_soon(self._step)
            return 'the next turn'
        blocking = getattr(awaited, '_asyncio_future_blocking', None)
        if blocking is None:
            self._refuse('Task got bad yield: %r' % (awaited,))
        elif awaited._loop is not self._loop:
            self._refuse('Task %r got Future %r attached to a different loop' % (self, awaited))
        elif not blocking:
            self._refuse('yield was used instead of yield from in task %r with %r' % (self, awaited))
        elif awaited is self:
            self._refuse('Task cannot await on itself: %r' % self)
        else:
            awaited._asyncio_future_blocking = False
            awaited.add_done_callback(self._wakeup)
            self._fut_waiter = awaited
            if self._must_cancel and awaited.cancel(msg=self._cancel_message):
                self._must_cancel = False
            return awaited._awaited_as

    def _refuse(self, message):
        self._loop.call_soon(self._step, RuntimeError(message))

    def _wakeup(self, awaited):
        failure = None
        try:
            awaited.result()
        except BaseException as error:
            failure = error
        # Not within the handler: the coroutine is not part of it.
        self._step(failure)


Task._wakeup.__qualname__ = 'Task.task_wakeup'


def current_task(loop=None):
    if loop is None:
        loop = get_running_loop()
    return loop._current


def all_tasks(loop=None):
    if loop is None:
        loop = get_running_loop()
    return set(loop._tasks)
