# Coroutines side by side: what waits for several, or for one with a limit.

from _asyncio import Future, Task, all_tasks, current_task, iscoroutine, isfuture
from asyncio.events import get_event_loop, get_running_loop
from asyncio.exceptions import CancelledError

__all__ = ['ALL_COMPLETED', 'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'Task', 'all_tasks', 'as_completed', 'create_task',
           'current_task', 'ensure_future', 'gather', 'run_coroutine_threadsafe', 'shield', 'sleep', 'wait', 'wait_for']

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'


def create_task(coro, *, name=None, context=None):
    task = get_running_loop().create_task(coro, context=context)
    if name is not None:
        task.set_name(name)
    return task


async def _awaited(awaitable):
    return await awaitable


def ensure_future(coro_or_future, *, loop=None):
    if isfuture(coro_or_future):
        if loop is not None and loop is not coro_or_future._loop:
            raise ValueError('The future belongs to a different loop than the one specified as the loop argument')
        return coro_or_future
    if not iscoroutine(coro_or_future):
        if not hasattr(coro_or_future, '__await__'):
            raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')
        coro_or_future = _awaited(coro_or_future)
    if loop is None:
        loop = get_event_loop()
    return loop.create_task(coro_or_future)


class _Yield:
    def __await__(self):
        yield


def _settle(future, result):
    if not future.cancelled():
        future.set_result(result)


async def sleep(delay, result=None):
    if delay <= 0:
        await _Yield()
        return result
    loop = get_running_loop()
    future = loop.create_future()
    future._awaited_as = 'sleep'
    timer = loop.call_later(delay, _settle, future, result)
    try:
        return await future
    finally:
        timer.cancel()


# The future of gather(): done with its last child, or with the first that fails.
class _GatheringFuture(Future):
    __module__ = 'asyncio.tasks'
    _awaited_as = 'gather'
    _cancel_requested = False

    def __init__(self, children, return_exceptions, *, loop):
        Future.__init__(self, loop=loop)
        self._children = children
        self._return_exceptions = return_exceptions
        self._left = 0

    def cancel(self, msg=None):
        if self.done():
            return False
        cancelled = False
        for child in self._children:
            if child.cancel(msg=msg):
                cancelled = True
        if cancelled:
            # It becomes so when all its children are.
            self._cancel_requested = True
        return cancelled

    def _child_done(self, child):
        self._left -= 1
        if self.done():
            if not child.cancelled():
                child.exception()
            return
        if not self._return_exceptions:
            error = child._make_cancelled_error() if child.cancelled() else child.exception()
            if error is not None:
                self.set_exception(error)
                return
        if self._left == 0:
            results = [_outcome(one) for one in self._children]
            if self._cancel_requested:
                self.set_exception(child._make_cancelled_error())
            else:
                self.set_result(results)


def _outcome(future):
    if future.cancelled():
        return CancelledError('' if future._cancel_message is None else future._cancel_message)
    error = future.exception()
    return future.result() if error is None else error


def gather(*coros_or_futures, return_exceptions=False):
    if not coros_or_futures:
        outer = get_event_loop().create_future()
        outer.set_result([])
        return outer
    loop = None
    children = []
    known = {}
    for arg in coros_or_futures:
        child = known.get(arg)
        if child is None:
            child = known[arg] = ensure_future(arg, loop=loop)
            loop = child._loop
        children.append(child)
    outer = _GatheringFuture(children, return_exceptions, loop=loop)
    outer._left = len(known)
    for child in known.values():
        child.add_done_callback(outer._child_done)
    return outer


def _release(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


# Until it is really cancelled, or done.
async def _cancel_and_wait(future):
    waiter = future._loop.create_future()

    def done(future):
        _release(waiter)

    future.add_done_callback(done)
    try:
        future.cancel()
        await waiter
    finally:
        future.remove_done_callback(done)


async def _timed_out(future):
    await _cancel_and_wait(future)
    try:
        return future.result()
    except CancelledError as error:
        raise TimeoutError() from error


async def wait_for(fut, timeout):
    loop = get_running_loop()
    if timeout is None:
        return await fut
    if timeout <= 0:
        fut = ensure_future(fut, loop=loop)
        if fut.done():
            return fut.result()
        return await _timed_out(fut)
    waiter = loop.create_future()
    timer = loop.call_later(timeout, _release, waiter)

    def done(fut):
        _release(waiter)

    fut = ensure_future(fut, loop=loop)
    fut.add_done_callback(done)
    try:
        try:
            await waiter
        except CancelledError:
            if fut.done():
                return fut.result()
            fut.remove_done_callback(done)
            await _cancel_and_wait(fut)
            raise
        if fut.done():
            return fut.result()
        fut.remove_done_callback(done)
        return await _timed_out(fut)
    finally:
        timer.cancel()


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError('expect a list of futures, not ' + type(fs).__name__)
    if not fs:
        raise ValueError('Set of Tasks/Futures is empty.')
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError('Invalid return_when value: ' + str(return_when))
    fs = set(fs)
    for future in fs:
        if iscoroutine(future):
            raise TypeError('Passing coroutines is forbidden, use tasks explicitly.')
    return await _wait(fs, timeout, return_when, get_running_loop())


async def _wait(fs, timeout, return_when, loop):
    waiter = loop.create_future()
    timer = None if timeout is None else loop.call_later(timeout, _release, waiter)
    left = len(fs)

    def done(future):
        nonlocal left
        left -= 1
        failed = not future.cancelled() and future._exception is not None
        if left <= 0 or return_when == FIRST_COMPLETED or return_when == FIRST_EXCEPTION and failed:
            if failed:
                future.exception()
            if timer is not None:
                timer.cancel()
            _release(waiter)

    for future in fs:
        future.add_done_callback(done)
    try:
        await waiter
    finally:
        if timer is not None:
            timer.cancel()
        for future in fs:
            future.remove_done_callback(done)
    finished = {future for future in fs if future.done()}
    return finished, fs - finished


def as_completed(fs, *, timeout=None):
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError('expect an iterable of futures, not ' + type(fs).__name__)
    from asyncio.queues import Queue
    done = Queue()
    loop = get_event_loop()
    todo = {ensure_future(one, loop=loop): True for one in {one: True for one in fs}}
    timer = None

    def time_is_over():
        for future in todo:
            future.remove_done_callback(completed)
            done.put_nowait(None)
        todo.clear()

    def completed(future):
        if future not in todo:
            return
        del todo[future]
        done.put_nowait(future)
        if not todo and timer is not None:
            timer.cancel()

    async def next_one():
        future = await done.get()
        if future is None:
            raise TimeoutError
        return future.result()

    for future in todo:
        future.add_done_callback(completed)
    if todo and timeout is not None:
        timer = loop.call_later(timeout, time_is_over)
    for i in range(len(todo)):
        yield next_one()


def shield(arg):
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner._loop.create_future()

    def inner_done(inner):
        if outer.cancelled():
            if not inner.cancelled():
                # Nobody else will ask for it.
                inner.exception()
        elif inner.cancelled():
            outer.cancel()
        elif inner.exception() is not None:
            outer.set_exception(inner.exception())
        else:
            outer.set_result(inner.result())

    def outer_done(outer):
        if not inner.done():
            inner.remove_done_callback(inner_done)

    inner.add_done_callback(inner_done)
    outer.add_done_callback(outer_done)
    return outer


# The future, of concurrent.futures, of a coroutine that runs in another thread's loop.
def run_coroutine_threadsafe(coro, loop):
    if not iscoroutine(coro):
        raise TypeError('A coroutine object is required')
    from concurrent.futures import Future as PoolFuture
    there = PoolFuture()

    def done(task):
        if task.cancelled():
            there.cancel()
        if not there.set_running_or_notify_cancel():
            return
        error = task.exception()
        if error is None:
            there.set_result(task.result())
        else:
            there.set_exception(error)

    def cancelled_there(there):
        if there.cancelled() and not loop.is_closed():
            loop.call_soon_threadsafe(task.cancel)

    task = None

    def start():
        nonlocal task
        try:
            task = ensure_future(coro, loop=loop)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if there.set_running_or_notify_cancel():
                there.set_exception(error)
            raise
        task.add_done_callback(done)
        there.add_done_callback(cancelled_there)

    loop.call_soon_threadsafe(start)
    return there
