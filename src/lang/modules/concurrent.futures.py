# Futures and the pool of threads, as CPython 3.11 has them: a Condition a future, a SimpleQueue of work, a semaphore that
# counts idle threads. A worker counts as idle after every item, so a pool starts fewer threads than it might.

from _queue import Empty, SimpleQueue
from _weakref import ref as _ref
from collections import namedtuple as _namedtuple
from time import monotonic as _time
import _fork
import threading

__all__ = ['FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', 'CancelledError', 'TimeoutError',
           'BrokenExecutor', 'Future', 'Executor', 'wait', 'as_completed', 'ProcessPoolExecutor',
           'ThreadPoolExecutor', 'InterpreterPoolExecutor']

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'

PENDING = 'PENDING'
RUNNING = 'RUNNING'
CANCELLED = 'CANCELLED'
CANCELLED_AND_NOTIFIED = 'CANCELLED_AND_NOTIFIED'
FINISHED = 'FINISHED'

_DONE = [CANCELLED_AND_NOTIFIED, FINISHED]
_WORDS = {PENDING: 'pending', RUNNING: 'running', CANCELLED: 'cancelled', CANCELLED_AND_NOTIFIED: 'cancelled',
          FINISHED: 'finished'}


class Error(Exception):
    __module__ = 'concurrent.futures._base'


class CancelledError(Error):
    __module__ = 'concurrent.futures._base'


TimeoutError = TimeoutError


class InvalidStateError(Error):
    __module__ = 'concurrent.futures._base'


class BrokenExecutor(RuntimeError):
    __module__ = 'concurrent.futures._base'


class BrokenThreadPool(BrokenExecutor):
    __module__ = 'concurrent.futures.thread'


class BrokenInterpreterPool(BrokenThreadPool):
    pass


def _log():
    import logging
    return logging.getLogger('concurrent.futures')


# Who waits for several futures is told by each of them.
class _Waiter:
    def __init__(self, pending, stop_on_exception):
        self.event = threading.Event()
        self.finished = []
        self.lock = threading.Lock()
        # How many are still awaited before it is woken; None: each of them wakes it.
        self.pending = pending
        self.stop_on_exception = stop_on_exception

    def add(self, future, failed):
        with self.lock:
            self.finished.append(future)
            if self.pending is None:
                self.event.set()
                return
            self.pending -= 1
            if self.pending == 0 or (failed and self.stop_on_exception):
                self.event.set()


class Future:
    __module__ = 'concurrent.futures._base'

    def __init__(self):
        self._condition = threading.Condition()
        self._state = PENDING
        self._result = None
        self._exception = None
        self._waiters = []
        self._done_callbacks = []

    def __repr__(self):
        with self._condition:
            known = '<Future at %#x state=%s' % (id(self), _WORDS[self._state])
            if self._state != FINISHED:
                return known + '>'
            if self._exception is not None:
                return known + ' raised %s>' % type(self._exception).__name__
            return known + ' returned %s>' % type(self._result).__name__

    def cancel(self):
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._invoke_callbacks()
        return True

    def cancelled(self):
        with self._condition:
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        with self._condition:
            return self._state == RUNNING

    def done(self):
        with self._condition:
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            self._call_back(callback)

    def _call_back(self, callback):
        try:
            callback(self)
        except Exception:
            _log().exception('exception calling callback for %r', self)

    def add_done_callback(self, fn):
        with self._condition:
            if self._state not in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
                self._done_callbacks.append(fn)
                return
        self._call_back(fn)

    def _outcome(self):
        if self._exception is not None:
            try:
                raise self._exception
            finally:
                self = None
        return self._result

    def result(self, timeout=None):
        try:
            with self._condition:
                if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                    raise CancelledError()
                if self._state == FINISHED:
                    return self._outcome()
                self._condition.wait(timeout)
                if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                    raise CancelledError()
                if self._state == FINISHED:
                    return self._outcome()
                raise TimeoutError()
        finally:
            self = None

    def exception(self, timeout=None):
        with self._condition:
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                raise CancelledError()
            if self._state == FINISHED:
                return self._exception
            self._condition.wait(timeout)
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                raise CancelledError()
            if self._state == FINISHED:
                return self._exception
            raise TimeoutError()

    def set_running_or_notify_cancel(self):
        with self._condition:
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                for waiter in self._waiters:
                    waiter.add(self, False)
                return False
            if self._state == PENDING:
                self._state = RUNNING
                return True
            _log().critical('Future %s in unexpected state: %s', id(self), self._state)
            raise RuntimeError('Future in unexpected state')

    def _settle(self, result, exception):
        with self._condition:
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
                raise InvalidStateError('%s: %r' % (self._state, self))
            self._result = result
            self._exception = exception
            self._state = FINISHED
            for waiter in self._waiters:
                waiter.add(self, exception is not None)
            self._condition.notify_all()
        self._invoke_callbacks()

    def set_result(self, result):
        self._settle(result, None)

    def set_exception(self, exception):
        self._settle(None, exception)

    __class_getitem__ = classmethod(generic_alias)


# Makes a waiter known to all the futures at one moment. Answers which are done already, in their order.
def _watch(futures, waiter_of):
    ordered = sorted(futures, key=id)
    for future in ordered:
        future._condition.acquire()
    done = [future for future in futures if future._state in _DONE]
    waiter = waiter_of(done)
    if waiter is not None:
        for future in futures:
            future._waiters.append(waiter)
    for future in ordered:
        future._condition.release()
    return done, waiter


def _unwatch(futures, waiter):
    for future in futures:
        with future._condition:
            if waiter in future._waiters:
                future._waiters.remove(waiter)


def _distinct(futures):
    found = []
    seen = set()
    for future in futures:
        if id(future) not in seen:
            seen.add(id(future))
            found.append(future)
    return found


def as_completed(fs, timeout=None):
    end = None if timeout is None else timeout + _time()
    futures = _distinct(fs)
    total = len(futures)
    finished, waiter = _watch(futures, lambda done: _Waiter(None, False))
    pending = [future for future in futures if future not in finished]
    try:
        yield from finished
        while pending:
            left = None
            if end is not None:
                left = end - _time()
                if left < 0:
                    raise TimeoutError('%d (of %d) futures unfinished' % (len(pending), total))
            waiter.event.wait(left)
            with waiter.lock:
                finished = waiter.finished
                waiter.finished = []
                waiter.event.clear()
            for future in finished:
                pending.remove(future)
                yield future
    finally:
        _unwatch(futures, waiter)


DoneAndNotDoneFutures = _namedtuple('DoneAndNotDoneFutures', 'done not_done')


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    futures = _distinct(fs)

    def waiter_of(done):
        if len(done) == len(futures) or (return_when == FIRST_COMPLETED and done):
            return None
        if return_when == FIRST_EXCEPTION:
            if any(not future.cancelled() and future._exception is not None for future in done):
                return None
        if return_when == FIRST_COMPLETED:
            return _Waiter(None, False)
        if return_when not in (FIRST_EXCEPTION, ALL_COMPLETED):
            raise ValueError('Invalid return condition: %r' % return_when)
        return _Waiter(len(futures) - len(done), return_when == FIRST_EXCEPTION)

    done, waiter = _watch(futures, waiter_of)
    if waiter is not None:
        waiter.event.wait(timeout)
        _unwatch(futures, waiter)
        done = done + waiter.finished
    done = set(done)
    return DoneAndNotDoneFutures(done, {future for future in futures if future not in done})


class Executor:
    __module__ = 'concurrent.futures._base'

    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        end = None if timeout is None else timeout + _time()
        futures = [self.submit(fn, *args) for args in zip(*iterables)]
        return _results_of(futures, end)

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.shutdown(wait=True)
        return False


# The results in the order of the calls; what is left when nobody wants more is cancelled.
def _results_of(futures, end):
    futures.reverse()
    try:
        while futures:
            future = futures.pop()
            try:
                if end is None:
                    result = future.result()
                else:
                    result = future.result(end - _time())
            finally:
                future.cancel()
            yield result
    finally:
        for future in futures:
            future.cancel()


class _WorkItem:
    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs

    def run(self):
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self.fn(*self.args, **self.kwargs)
        except BaseException as error:
            self.future.set_exception(error)
            self = None
        else:
            self.future.set_result(result)


_threads_queues = {}
_is_over = False
_global_lock = threading.Lock()


# No thread of a pool is half started in a forked process, whose lock is its own.
def _after_fork():
    global _global_lock
    _global_lock = threading.Lock()


_fork.before.append(lambda: _global_lock.acquire())
_fork.after_in_parent.append(lambda: _global_lock.release())
_fork.after_in_child.append(_after_fork)


# At the end of the program every worker is told to go, and awaited.
def _end_all():
    global _is_over
    with _global_lock:
        _is_over = True
    items = list(_threads_queues.items())
    for thread, queue in items:
        queue.put(None)
    for thread, queue in items:
        thread.join()


threading._register_atexit(_end_all)


# A worker refers to its executor weakly: once nobody else does, it goes.
def _worker(executor_reference, work_queue, initializer, initargs):
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException:
            _log().critical('Exception in initializer:', exc_info=True)
            executor = executor_reference()
            if executor is not None:
                executor._initializer_failed()
            return
    while True:
        item = work_queue.get()
        if item is not None:
            item.run()
            item = None
            executor = executor_reference()
            if executor is not None:
                executor._idle_semaphore.release()
            executor = None
            continue
        executor = executor_reference()
        if executor is None:
            work_queue.put(None)
            _threads_queues.pop(threading.current_thread(), None)
            return
        if _is_over or executor._shutdown:
            executor._shutdown = True
            work_queue.put(None)
            return
        executor = None


class ThreadPoolExecutor(Executor):
    __module__ = 'concurrent.futures.thread'
    _pools = 0
    BROKEN = BrokenThreadPool

    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        if max_workers is None:
            import os
            max_workers = min(32, (os.cpu_count() or 1) + 4)
        if max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        self._max_workers = max_workers
        self._work_queue = SimpleQueue()
        self._idle_semaphore = threading.Semaphore(0)
        self._threads = set()
        self._broken = False
        self._shutdown = False
        self._shutdown_lock = threading.Lock()
        if not thread_name_prefix:
            thread_name_prefix = 'ThreadPoolExecutor-%d' % ThreadPoolExecutor._pools
            ThreadPoolExecutor._pools += 1
        self._thread_name_prefix = thread_name_prefix
        self._initializer = initializer
        self._initargs = initargs

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock, _global_lock:
            if self._broken:
                raise self.BROKEN(self._broken)
            if self._shutdown:
                raise RuntimeError('cannot schedule new futures after shutdown')
            if _is_over:
                raise RuntimeError('cannot schedule new futures after interpreter shutdown')
            future = Future()
            self._work_queue.put(_WorkItem(future, fn, args, kwargs))
            self._adjust_thread_count()
            return future

    def _adjust_thread_count(self):
        if self._idle_semaphore.acquire(timeout=0):
            return
        count = len(self._threads)
        if count < self._max_workers:
            def dies(_, queue=self._work_queue):
                queue.put(None)

            thread = threading.Thread(
                name='%s_%d' % (self._thread_name_prefix, count),
                target=_worker,
                args=(_ref(self, dies), self._work_queue, self._initializer, self._initargs),
            )
            thread.start()
            self._threads.add(thread)
            _threads_queues[thread] = self._work_queue

    def _initializer_failed(self):
        with self._shutdown_lock:
            self._broken = 'A thread initializer failed, the thread pool is not usable anymore'
            self._drain(lambda future: future.set_exception(self.BROKEN(self._broken)))

    def _drain(self, settle):
        while True:
            try:
                item = self._work_queue.get_nowait()
            except Empty:
                break
            if item is not None:
                settle(item.future)

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._shutdown = True
            if cancel_futures:
                self._drain(lambda future: future.cancel())
            self._work_queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()
                _threads_queues.pop(thread, None)


# Of CPython 3.14. What its threads do stands in a module of its own, which is imported only where there is such a pool.
class InterpreterPoolExecutor(ThreadPoolExecutor):
    _pools = 0
    BROKEN = BrokenInterpreterPool

    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        import concurrent.futures.interpreter as machinery
        self._machinery = machinery
        if not thread_name_prefix:
            thread_name_prefix = 'InterpreterPoolExecutor-%d' % InterpreterPoolExecutor._pools
            InterpreterPoolExecutor._pools += 1
        if isinstance(initializer, str):
            raise TypeError('scripts not supported')
        super().__init__(max_workers, thread_name_prefix, initializer, initargs)

    def submit(self, fn, /, *args, **kwargs):
        if isinstance(fn, str):
            raise TypeError('scripts not supported')
        return super().submit(fn, *args, **kwargs)

    def _adjust_thread_count(self):
        if self._idle_semaphore.acquire(timeout=0):
            return
        count = len(self._threads)
        if count < self._max_workers:
            thread = threading.Thread(
                name='%s_%d' % (self._thread_name_prefix, count),
                target=self._machinery.work,
                args=(self, self._work_queue, self._initializer, self._initargs),
            )
            thread.start()
            self._threads.add(thread)
            _threads_queues[thread] = self._work_queue


# The processes and what they share stand in a module of their own, which is imported only where there is such a pool.
class ProcessPoolExecutor(Executor):
    __module__ = 'concurrent.futures.process'

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        import concurrent.futures.process as machinery
        machinery.begin(self, max_workers, mp_context, initializer, initargs, max_tasks_per_child)
        self._machinery = machinery

    def submit(self, fn, /, *args, **kwargs):
        return self._machinery.submit(self, fn, args, kwargs)

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        import functools
        if chunksize < 1:
            raise ValueError('chunksize must be >= 1.')
        chunks = self._machinery.chunks_of(iterables, chunksize)
        results = Executor.map(self, functools.partial(self._machinery.process_chunk, fn), chunks, timeout=timeout)
        return _items_of(results)

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._machinery.shutdown(self, wait, cancel_futures)


def _items_of(chunks):
    for chunk in chunks:
        chunk.reverse()
        while chunk:
            yield chunk.pop()
