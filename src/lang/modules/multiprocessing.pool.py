# A pool of workers, processes or threads. Three threads of the parent serve it: one keeps the number of workers, one writes
# tasks into the pipe, one reads results. A worker that dies is replaced, and its task is lost.

from _library import work as _library
from itertools import count as _numbers, islice as _islice
from multiprocessing import context, util
from multiprocessing.connection import wait
import collections
import os
import queue
import threading
import time

__all__ = ['Pool', 'ThreadPool']

INIT = 'INIT'
RUN = 'RUN'
CLOSE = 'CLOSE'
TERMINATE = 'TERMINATE'

_job_numbers = _numbers()


def mapstar(args):
    function, batch = args
    return [function(each) for each in batch]


def starmapstar(args):
    function, batch = args
    return [function(*iter(each)) for each in batch]


# The traceback that an exception had in the worker, as a text; it is the cause of what the parent raises.
class RemoteTraceback(Exception):
    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class ExceptionWithTraceback:
    def __init__(self, exc):
        from _process import traceback
        self.exc = exc
        self.tb = '\n"""\n%s"""' % traceback(threading._told(exc))

    def __reduce__(self):
        return rebuild_exc, (self.exc, self.tb)


def rebuild_exc(exc, tb):
    exc.__cause__ = RemoteTraceback(tb)
    return exc


class MaybeEncodingError(Exception):
    def __init__(self, exc, value):
        self.exc = repr(exc)
        self.value = repr(value)
        super().__init__(self.exc, self.value)

    def __str__(self):
        return "Error sending result: '%s'. Reason: '%s'" % (self.value, self.exc)

    def __repr__(self):
        return '<%s: %s>' % (type(self).__name__, self)


# The life of a worker.
def worker(inqueue, outqueue, initializer=None, initargs=(), maxtasks=None, wrap_exception=False):
    if maxtasks is not None and not (isinstance(maxtasks, int) and maxtasks >= 1):
        raise AssertionError('Maxtasks {!r} is not valid'.format(maxtasks))
    put = outqueue.put
    get = inqueue.get
    if hasattr(inqueue, '_writer'):
        if context.get_start_method() != 'spawn':
            _library('forked pool worker')
        inqueue._writer.close()
        outqueue._reader.close()
    if initializer is not None:
        initializer(*initargs)
    completed = 0
    while maxtasks is None or completed < maxtasks:
        try:
            task = get()
        except (EOFError, OSError):
            break
        if task is None:
            break
        job, i, func, args, kwds = task
        try:
            result = (True, func(*args, **kwds))
        except Exception as error:
            if wrap_exception and func is not _helper_reraises_exception:
                error = ExceptionWithTraceback(error)
            result = (False, error)
        try:
            put((job, i, result))
        except Exception as error:
            wrapped = MaybeEncodingError(error, result[1])
            put((job, i, (False, wrapped)))
        task = job = result = func = args = kwds = None
        completed += 1


def _helper_reraises_exception(error):
    raise error


# Tells the pool when a job has left it.
class _PoolCache(dict):
    def __init__(self, /, *args, notifier=None, **kwds):
        self.notifier = notifier
        super().__init__(*args, **kwds)

    def __delitem__(self, item):
        super().__delitem__(item)
        if not self:
            self.notifier.put(None)


class Pool:
    _wrap_exception = True

    @staticmethod
    def Process(ctx, *args, **kwds):
        return ctx.Process(*args, **kwds)

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        self._pool = []
        self._state = INIT
        self._ctx = context or _default_context()
        self._setup_queues()
        self._taskqueue = queue.SimpleQueue()
        self._change_notifier = self._ctx.SimpleQueue()
        self._cache = _PoolCache(notifier=self._change_notifier)
        self._maxtasksperchild = maxtasksperchild
        self._initializer = initializer
        self._initargs = initargs
        if processes is None:
            processes = os.cpu_count() or 1
        if processes < 1:
            raise ValueError('Number of processes must be at least 1')
        if maxtasksperchild is not None:
            if not isinstance(maxtasksperchild, int) or maxtasksperchild <= 0:
                raise ValueError('maxtasksperchild must be a positive int or None')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        self._processes = processes
        try:
            self._repopulate_pool()
        except Exception:
            for process in self._pool:
                if process.exitcode is None:
                    process.terminate()
            for process in self._pool:
                process.join()
            raise
        self._worker_handler = self._serve(self._handle_workers)
        self._task_handler = self._serve(self._handle_tasks)
        self._result_handler = self._serve(self._handle_results)
        self._terminate = util.Finalize(self, self._terminate_pool, exitpriority=15)
        self._state = RUN

    def _serve(self, function):
        thread = threading.Thread(target=function)
        thread.daemon = True
        thread._state = RUN
        thread.start()
        return thread

    def __repr__(self):
        return '<%s.%s state=%s pool_size=%d>' % (type(self).__module__, type(self).__qualname__, self._state,
                                                  len(self._pool))

    def __reduce__(self):
        raise NotImplementedError('pool objects cannot be passed between processes or pickled')

    def _setup_queues(self):
        self._inqueue = self._ctx.SimpleQueue()
        self._outqueue = self._ctx.SimpleQueue()
        self._quick_put = self._inqueue._writer.send
        self._quick_get = self._outqueue._reader.recv

    def _check_running(self):
        if self._state != RUN:
            raise ValueError('Pool not running')

    def _get_sentinels(self):
        return [self._outqueue._reader, self._change_notifier._reader]

    def _get_worker_sentinels(self):
        return [worker.sentinel for worker in self._pool if hasattr(worker, '_sentinel')]

    def _join_exited_workers(self):
        cleaned = False
        for at in reversed(range(len(self._pool))):
            worker = self._pool[at]
            if worker.exitcode is not None:
                worker.join()
                cleaned = True
                del self._pool[at]
        return cleaned

    def _repopulate_pool(self):
        for _ in range(self._processes - len(self._pool)):
            process = self.Process(self._ctx, target=worker,
                                   args=(self._inqueue, self._outqueue, self._initializer, self._initargs,
                                         self._maxtasksperchild, self._wrap_exception))
            process.name = process.name.replace('Process', 'PoolWorker')
            process.daemon = True
            process.start()
            self._pool.append(process)

    # The thread that keeps the number of workers.
    def _handle_workers(self):
        thread = threading.current_thread()
        while thread._state == RUN or (self._cache and thread._state != TERMINATE):
            if self._join_exited_workers():
                self._repopulate_pool()
            wait([*self._get_worker_sentinels(), *self._get_sentinels()], None)
            while not self._change_notifier.empty():
                self._change_notifier.get()
        self._taskqueue.put(None)

    # The thread that writes tasks.
    def _handle_tasks(self):
        thread = threading.current_thread()
        put = self._quick_put
        for taskseq, set_length in iter(self._taskqueue.get, None):
            task = None
            try:
                for task in taskseq:
                    if thread._state != RUN:
                        break
                    try:
                        put(task)
                    except Exception as error:
                        job, at = task[:2]
                        try:
                            self._cache[job]._set(at, (False, error))
                        except KeyError:
                            pass
                else:
                    if set_length:
                        at = task[1] if task else -1
                        set_length(at + 1)
                    continue
                break
            finally:
                task = taskseq = None
        try:
            self._outqueue.put(None)
            for _ in self._pool:
                put(None)
        except OSError:
            pass

    # The thread that reads results.
    def _handle_results(self):
        thread = threading.current_thread()
        while True:
            try:
                task = self._quick_get()
            except (OSError, EOFError):
                return
            if thread._state != RUN:
                break
            if task is None:
                break
            self._settle(task)
        while self._cache and thread._state != TERMINATE:
            try:
                task = self._quick_get()
            except (OSError, EOFError):
                return
            if task is not None:
                self._settle(task)

    def _settle(self, task):
        job, at, result = task
        try:
            self._cache[job]._set(at, result)
        except KeyError:
            pass

    def _guarded_task_generation(self, job, function, iterable):
        at = -1
        try:
            for at, item in enumerate(iterable):
                yield (job, at, function, (item,), {})
        except Exception as error:
            yield (job, at + 1, _helper_reraises_exception, (error,), {})

    def apply(self, func, args=(), kwds={}):
        return self.apply_async(func, args, kwds).get()

    def map(self, func, iterable, chunksize=None):
        return self._map_async(func, iterable, mapstar, chunksize).get()

    def starmap(self, func, iterable, chunksize=None):
        return self._map_async(func, iterable, starmapstar, chunksize).get()

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(func, iterable, starmapstar, chunksize, callback, error_callback)

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(func, iterable, mapstar, chunksize, callback, error_callback)

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        self._check_running()
        result = ApplyResult(self, callback, error_callback)
        self._taskqueue.put(([(result._job, 0, func, args, kwds)], None))
        return result

    def _map_async(self, func, iterable, mapper, chunksize=None, callback=None, error_callback=None):
        self._check_running()
        if not hasattr(iterable, '__len__'):
            iterable = list(iterable)
        if chunksize is None:
            chunksize, extra = divmod(len(iterable), len(self._pool) * 4)
            if extra:
                chunksize += 1
        if len(iterable) == 0:
            chunksize = 0
        batches = _batches(func, iterable, chunksize)
        result = MapResult(self, chunksize, len(iterable), callback, error_callback=error_callback)
        self._taskqueue.put((self._guarded_task_generation(result._job, mapper, batches), None))
        return result

    def imap(self, func, iterable, chunksize=1):
        return self._imap(IMapIterator(self), func, iterable, chunksize)

    def imap_unordered(self, func, iterable, chunksize=1):
        return self._imap(IMapUnorderedIterator(self), func, iterable, chunksize)

    def _imap(self, result, func, iterable, chunksize):
        self._check_running()
        if chunksize == 1:
            tasks = self._guarded_task_generation(result._job, func, iterable)
            self._taskqueue.put((tasks, result._set_length))
            return result
        if chunksize < 1:
            raise ValueError('Chunksize must be 1+, not {0:n}'.format(chunksize))
        batches = _batches(func, iterable, chunksize)
        tasks = self._guarded_task_generation(result._job, mapstar, batches)
        self._taskqueue.put((tasks, result._set_length))
        return (item for chunk in result for item in chunk)

    def close(self):
        if self._state == RUN:
            self._state = CLOSE
            self._worker_handler._state = CLOSE
            self._change_notifier.put(None)

    def terminate(self):
        self._state = TERMINATE
        self._terminate()

    def join(self):
        if self._state == RUN:
            raise ValueError('Pool is still running')
        if self._state not in (CLOSE, TERMINATE):
            raise ValueError('In unknown state')
        self._worker_handler.join()
        self._task_handler.join()
        self._result_handler.join()
        for process in self._pool:
            process.join()

    # The workers may be in the middle of anything: whoever waits for the lock of tasks is let go by an empty pipe.
    def _help_stuff_finish(self):
        self._inqueue._rlock.acquire()
        while self._task_handler.is_alive() and self._inqueue._reader.poll():
            self._inqueue._reader.recv()
            time.sleep(0)

    def _terminate_pool(self):
        self._worker_handler._state = TERMINATE
        self._change_notifier.put(None)
        self._task_handler._state = TERMINATE
        self._help_stuff_finish()
        if not self._result_handler.is_alive() and len(self._cache) != 0:
            raise AssertionError('Cannot have cache with result_hander not alive')
        self._result_handler._state = TERMINATE
        self._outqueue.put(None)
        if threading.current_thread() is not self._worker_handler:
            self._worker_handler.join()
        self._end_workers()
        if threading.current_thread() is not self._task_handler:
            self._task_handler.join()
        if threading.current_thread() is not self._result_handler:
            self._result_handler.join()
        for process in self._pool:
            if hasattr(process, 'terminate') and process.is_alive():
                process.join()

    def _end_workers(self):
        for process in self._pool:
            if process.exitcode is None:
                process.terminate()

    def __enter__(self):
        self._check_running()
        return self

    def __exit__(self, kind, value, traceback):
        self.terminate()


def _default_context():
    return context._default_context.get_context()


def _batches(func, iterable, size):
    iterator = iter(iterable)
    while True:
        batch = tuple(_islice(iterator, size))
        if not batch:
            return
        yield (func, batch)


class ApplyResult:
    def __init__(self, pool, callback, error_callback):
        self._pool = pool
        self._event = threading.Event()
        self._job = next(_job_numbers)
        self._cache = pool._cache
        self._callback = callback
        self._error_callback = error_callback
        self._cache[self._job] = self

    def ready(self):
        return self._event.is_set()

    def successful(self):
        if not self.ready():
            raise ValueError('{0!r} not ready'.format(self))
        return self._success

    def wait(self, timeout=None):
        self._event.wait(timeout)

    def get(self, timeout=None):
        self.wait(timeout)
        if not self.ready():
            raise context.TimeoutError
        if self._success:
            return self._value
        raise self._value

    def _set(self, i, obj):
        self._success, self._value = obj
        if self._callback and self._success:
            self._callback(self._value)
        if self._error_callback and not self._success:
            self._error_callback(self._value)
        self._event.set()
        del self._cache[self._job]
        self._pool = None


AsyncResult = ApplyResult


class MapResult(ApplyResult):
    def __init__(self, pool, chunksize, length, callback, error_callback):
        ApplyResult.__init__(self, pool, callback, error_callback=error_callback)
        self._success = True
        self._value = [None] * length
        self._chunksize = chunksize
        if chunksize <= 0:
            self._number_left = 0
            self._event.set()
            del self._cache[self._job]
        else:
            self._number_left = length // chunksize + bool(length % chunksize)

    def _set(self, i, success_result):
        self._number_left -= 1
        success, result = success_result
        if success and self._success:
            self._value[i * self._chunksize:(i + 1) * self._chunksize] = result
            if self._number_left == 0:
                if self._callback:
                    self._callback(self._value)
                self._finish()
        else:
            if not success and self._success:
                # The first exception is kept.
                self._success = False
                self._value = result
            if self._number_left == 0:
                if self._error_callback:
                    self._error_callback(self._value)
                self._finish()

    def _finish(self):
        del self._cache[self._job]
        self._event.set()
        self._pool = None


class IMapIterator:
    def __init__(self, pool):
        self._pool = pool
        self._cond = threading.Condition(threading.Lock())
        self._job = next(_job_numbers)
        self._cache = pool._cache
        self._items = collections.deque()
        self._index = 0
        self._length = None
        self._unsorted = {}
        self._cache[self._job] = self

    def __iter__(self):
        return self

    def next(self, timeout=None):
        with self._cond:
            if not self._items:
                if self._index == self._length:
                    self._pool = None
                    raise StopIteration from None
                self._cond.wait(timeout)
                if not self._items:
                    if self._index == self._length:
                        self._pool = None
                        raise StopIteration from None
                    raise context.TimeoutError from None
            success, value = self._items.popleft()
        if success:
            return value
        raise value

    def __next__(self):
        return self.next()

    def _set(self, i, obj):
        with self._cond:
            if self._index == i:
                self._items.append(obj)
                self._index += 1
                while self._index in self._unsorted:
                    self._items.append(self._unsorted.pop(self._index))
                    self._index += 1
                self._cond.notify()
            else:
                self._unsorted[i] = obj
            self._end_if_complete()

    def _end_if_complete(self):
        if self._index == self._length:
            del self._cache[self._job]
            self._pool = None

    def _set_length(self, length):
        with self._cond:
            self._length = length
            if self._index == self._length:
                self._cond.notify()
                del self._cache[self._job]
                self._pool = None


class IMapUnorderedIterator(IMapIterator):
    def _set(self, i, obj):
        with self._cond:
            self._items.append(obj)
            self._index += 1
            self._cond.notify()
            self._end_if_complete()


# The same with threads, which share everything and need not pickle.
class ThreadPool(Pool):
    _wrap_exception = False

    @staticmethod
    def Process(ctx, *args, **kwds):
        from multiprocessing.dummy import Process
        return Process(*args, **kwds)

    def __init__(self, processes=None, initializer=None, initargs=()):
        Pool.__init__(self, processes, initializer, initargs)

    def _setup_queues(self):
        self._inqueue = queue.SimpleQueue()
        self._outqueue = queue.SimpleQueue()
        self._quick_put = self._inqueue.put
        self._quick_get = self._outqueue.get

    def _get_sentinels(self):
        return [self._change_notifier._reader]

    def _get_worker_sentinels(self):
        return []

    def _end_workers(self):
        pass

    def _help_stuff_finish(self):
        try:
            while True:
                self._inqueue.get(block=False)
        except queue.Empty:
            pass
        for _ in range(len(self._pool)):
            self._inqueue.put(None)
