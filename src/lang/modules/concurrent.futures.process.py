# The pool of processes behind ProcessPoolExecutor. The manager thread of an executor moves work into the queue of calls,
# from where a feeder thread pickles it, reads results, and notices workers that die: then the pool is broken.

from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from _library import work as _library
from itertools import count as _numbers, islice as _islice
from multiprocessing.connection import wait as _wait
from multiprocessing.queues import Queue as _Queue
import multiprocessing as _mp
import os
import queue
import threading


class BrokenProcessPool(BrokenExecutor):
    pass


# How many calls wait in the queue beyond one for each worker.
EXTRA_QUEUED_CALLS = 1

_wakeups = {}
_is_over = False


# At the end of the program the managers end their pools.
def _python_exit():
    global _is_over
    _is_over = True
    items = list(_wakeups.items())
    for manager, wakeup in items:
        # A manager that ends just now closes it.
        with manager.shutdown_lock:
            wakeup.wakeup()
    for manager, _ in items:
        manager.join()


threading._register_atexit(_python_exit)


class _ThreadWakeup:
    def __init__(self):
        self._closed = False
        self._reader, self._writer = _mp.Pipe(duplex=False)

    def close(self):
        if not self._closed:
            self._closed = True
            self._writer.close()
            self._reader.close()

    def wakeup(self):
        if not self._closed:
            self._writer.send_bytes(b'')

    def clear(self):
        if not self._closed:
            while self._reader.poll():
                self._reader.recv_bytes()


class _RemoteTraceback(Exception):
    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class _ExceptionWithTraceback:
    def __init__(self, exc):
        from _process import traceback
        self.exc = exc
        self.tb = '\n"""\n%s"""' % traceback(threading._told(exc))
        self.exc.__traceback__ = None

    def __reduce__(self):
        return _rebuild_exc, (self.exc, self.tb)


def _rebuild_exc(exc, tb):
    exc.__cause__ = _RemoteTraceback(tb)
    return exc


class _WorkItem:
    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs


class _ResultItem:
    def __init__(self, work_id, exception=None, result=None, exit_pid=None):
        self.work_id = work_id
        self.exception = exception
        self.result = result
        self.exit_pid = exit_pid


class _CallItem:
    def __init__(self, work_id, fn, args, kwargs):
        self.work_id = work_id
        self.fn = fn
        self.args = args
        self.kwargs = kwargs


# The queue of calls: where one cannot be pickled, its future has the error.
class _SafeQueue(_Queue):
    def __init__(self, max_size=0, *, ctx, pending_work_items, shutdown_lock, thread_wakeup):
        self.pending_work_items = pending_work_items
        self.shutdown_lock = shutdown_lock
        self.thread_wakeup = thread_wakeup
        _Queue.__init__(self, max_size, ctx=ctx)

    def _on_queue_feeder_error(self, error, obj):
        from _process import traceback
        if isinstance(obj, _CallItem):
            error.__cause__ = _RemoteTraceback('\n"""\n%s"""' % traceback(threading._told(error)))
            item = self.pending_work_items.pop(obj.work_id, None)
            with self.shutdown_lock:
                self.thread_wakeup.wakeup()
            if item is not None:
                item.future.set_exception(error)
        else:
            threading._report(error)


def chunks_of(iterables, size):
    items = zip(*iterables)
    while True:
        chunk = tuple(_islice(items, size))
        if not chunk:
            return
        yield chunk


def process_chunk(fn, chunk):
    return [fn(*args) for args in chunk]


def _sendback_result(result_queue, work_id, result=None, exception=None, exit_pid=None):
    try:
        result_queue.put(_ResultItem(work_id, result=result, exception=exception, exit_pid=exit_pid))
    except BaseException as error:
        result_queue.put(_ResultItem(work_id, exception=_ExceptionWithTraceback(error), exit_pid=exit_pid))


# The life of a worker.
def _process_worker(call_queue, result_queue, initializer, initargs, max_tasks=None):
    if _mp.get_start_method() != 'spawn':
        _library('forked pool worker')
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException:
            import logging
            logging.getLogger('concurrent.futures').critical('Exception in initializer:', exc_info=True)
            return
    done = 0
    exit_pid = None
    while True:
        call_item = call_queue.get(block=True)
        if call_item is None:
            result_queue.put(os.getpid())
            return
        if max_tasks is not None:
            done += 1
            if done >= max_tasks:
                exit_pid = os.getpid()
        try:
            result = call_item.fn(*call_item.args, **call_item.kwargs)
        except BaseException as error:
            _sendback_result(result_queue, call_item.work_id, exception=_ExceptionWithTraceback(error),
                             exit_pid=exit_pid)
        else:
            _sendback_result(result_queue, call_item.work_id, result=result, exit_pid=exit_pid)
            del result
        del call_item
        if exit_pid is not None:
            return


class _Manager(threading.Thread):
    def __init__(self, executor):
        self.wakeup = executor._wakeup
        self.shutdown_lock = executor._shutdown_lock
        self.executor = executor
        self.processes = executor._processes
        self.call_queue = executor._call_queue
        self.result_queue = executor._result_queue
        self.work_ids = executor._work_ids
        self.max_tasks = executor._max_tasks_per_child
        self.pending = executor._pending
        threading.Thread.__init__(self)

    def run(self):
        while True:
            self.add_calls()
            result_item, is_broken, cause = self.wait_for_event()
            if is_broken:
                self.terminate_broken(cause)
                return
            if result_item is not None:
                self.process_result(result_item)
                replaced = isinstance(result_item, _ResultItem) and result_item.exit_pid is not None
                if replaced:
                    process = self.processes.pop(result_item.exit_pid)
                    process.join()
                result_item = None
                executor = self.executor
                if executor is not None:
                    if replaced:
                        replace_worker(executor)
                    else:
                        executor._idle.release()
            if self.is_shutting_down():
                self.flag_shutting_down()
                self.add_calls()
                if not self.pending:
                    self.join_internals()
                    return

    def add_calls(self):
        while True:
            if self.call_queue.full():
                return
            try:
                work_id = self.work_ids.get(block=False)
            except queue.Empty:
                return
            item = self.pending[work_id]
            if item.future.set_running_or_notify_cancel():
                self.call_queue.put(_CallItem(work_id, item.fn, item.args, item.kwargs), block=True)
            else:
                del self.pending[work_id]

    def wait_for_event(self):
        result_reader = self.result_queue._reader
        wakeup_reader = self.wakeup._reader
        sentinels = [process.sentinel for process in list(self.processes.values())]
        ready = _wait([result_reader, wakeup_reader] + sentinels)
        cause = None
        is_broken = True
        result_item = None
        if result_reader in ready:
            try:
                result_item = result_reader.recv()
                is_broken = False
            except BaseException as error:
                from _process import traceback
                cause = [traceback(threading._told(error))]
        elif wakeup_reader in ready:
            is_broken = False
        # Without the lock: who has it may wait for room in the pipe.
        self.wakeup.clear()
        return result_item, is_broken, cause

    def process_result(self, result_item):
        if isinstance(result_item, int):
            # A worker has ended because it was told to.
            process = self.processes.pop(result_item)
            process.join()
            if not self.processes:
                self.join_internals()
            return
        item = self.pending.pop(result_item.work_id, None)
        if item is not None:
            if result_item.exception:
                item.future.set_exception(result_item.exception)
            else:
                item.future.set_result(result_item.result)

    def is_shutting_down(self):
        executor = self.executor
        return _is_over or executor is None or executor._shutdown_thread

    def terminate_broken(self, cause):
        executor = self.executor
        if executor is not None:
            executor._broken = ('A child process terminated abruptly, the process pool is not usable anymore')
            executor._shutdown_thread = True
            self.executor = executor = None
        broken = BrokenProcessPool('A process in the process pool was terminated abruptly '
                                   'while the future was running or pending.')
        if cause is not None:
            broken.__cause__ = _RemoteTraceback("\n'''\n%s'''" % ''.join(cause))
        for item in list(self.pending.values()):
            try:
                item.future.set_exception(broken)
            except BaseException:
                # It was cancelled or settled meanwhile.
                pass
            del item
        self.pending.clear()
        for process in list(self.processes.values()):
            process.terminate()
        self.call_queue._terminate_broken()
        # The queue is closed: nobody is told to stop by it.
        self.join_internals(False)

    def flag_shutting_down(self):
        executor = self.executor
        if executor is not None:
            executor._shutdown_thread = True
            if executor._cancel_pending_futures:
                kept = {}
                for work_id, item in list(self.pending.items()):
                    if not item.future.cancel():
                        kept[work_id] = item
                # The queue of numbers holds only cancelled ones now.
                self.pending.clear()
                self.pending.update(kept)
                while True:
                    try:
                        self.work_ids.get_nowait()
                    except queue.Empty:
                        break
                executor._cancel_pending_futures = False

    def shutdown_workers(self):
        left = self.alive()
        sent = 0
        while sent < left and self.alive() > 0:
            for _ in range(left - sent):
                try:
                    self.call_queue.put_nowait(None)
                    sent += 1
                except queue.Full:
                    break

    def join_internals(self, tells=True):
        if tells:
            self.shutdown_workers()
        self.call_queue.close()
        self.call_queue.join_thread()
        with self.shutdown_lock:
            self.wakeup.close()
        for process in list(self.processes.values()):
            process.join()

    def alive(self):
        return sum(process.is_alive() for process in list(self.processes.values()))


def begin(executor, max_workers, mp_context, initializer, initargs, max_tasks_per_child):
    if max_workers is None:
        executor._max_workers = os.cpu_count() or 1
    else:
        if max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        executor._max_workers = max_workers
    if mp_context is None:
        mp_context = _mp.get_context('spawn') if max_tasks_per_child is not None else _mp.get_context()
    executor._mp_context = mp_context
    executor._safe_to_spawn = mp_context.get_start_method(allow_none=False) != 'fork'
    if initializer is not None and not callable(initializer):
        raise TypeError('initializer must be a callable')
    executor._initializer = initializer
    executor._initargs = initargs
    if max_tasks_per_child is not None:
        if not isinstance(max_tasks_per_child, int):
            raise TypeError('max_tasks_per_child must be an integer')
        if max_tasks_per_child <= 0:
            raise ValueError('max_tasks_per_child must be >= 1')
        if mp_context.get_start_method(allow_none=False) == 'fork':
            raise ValueError('max_tasks_per_child is incompatible with the \'fork\' multiprocessing start method; '
                             'supply a different mp_context.')
    executor._max_tasks_per_child = max_tasks_per_child
    executor._manager = None
    executor._processes = {}
    executor._shutdown_thread = False
    executor._shutdown_lock = threading.Lock()
    executor._idle = threading.Semaphore(0)
    executor._broken = False
    executor._queue_numbers = _numbers()
    executor._pending = {}
    executor._cancel_pending_futures = False
    executor._wakeup = _ThreadWakeup()
    executor._call_queue = _SafeQueue(executor._max_workers + EXTRA_QUEUED_CALLS, ctx=mp_context,
                                      pending_work_items=executor._pending, shutdown_lock=executor._shutdown_lock,
                                      thread_wakeup=executor._wakeup)
    # A worker that is killed must not keep the others from reading.
    executor._call_queue._ignore_epipe = True
    executor._result_queue = mp_context.SimpleQueue()
    executor._work_ids = queue.Queue()


def start_manager(executor):
    if executor._manager is None:
        if not executor._safe_to_spawn:
            # A fork copies no thread, so all workers are there before the first.
            while len(executor._processes) < executor._max_workers:
                start_worker(executor)
        executor._manager = _Manager(executor)
        executor._manager.start()
        _wakeups[executor._manager] = executor._wakeup


def start_worker(executor):
    process = executor._mp_context.Process(
        target=_process_worker,
        args=(executor._call_queue, executor._result_queue, executor._initializer, executor._initargs,
              executor._max_tasks_per_child))
    process.start()
    executor._processes[process.pid] = process


def adjust(executor):
    if executor._safe_to_spawn:
        if executor._idle.acquire(blocking=False):
            return
        if len(executor._processes) < executor._max_workers:
            start_worker(executor)


def replace_worker(executor):
    with executor._shutdown_lock:
        if not executor._shutdown_thread and not _is_over:
            adjust(executor)


def submit(executor, fn, args, kwargs):
    with executor._shutdown_lock:
        if executor._broken:
            raise BrokenProcessPool(executor._broken)
        if executor._shutdown_thread:
            raise RuntimeError('cannot schedule new futures after shutdown')
        if _is_over:
            raise RuntimeError('cannot schedule new futures after interpreter shutdown')
        future = Future()
        number = next(executor._queue_numbers)
        executor._pending[number] = _WorkItem(future, fn, args, kwargs)
        executor._work_ids.put(number)
        executor._wakeup.wakeup()
        adjust(executor)
        start_manager(executor)
        return future


def shutdown(executor, wait, cancel_futures):
    with executor._shutdown_lock:
        executor._cancel_pending_futures = cancel_futures
        executor._shutdown_thread = True
        if executor._manager is not None:
            executor._wakeup.wakeup()
    if executor._manager is not None and wait:
        executor._manager.join()
    executor._manager = None
    executor._call_queue = None
    if executor._result_queue is not None and wait:
        executor._result_queue.close()
    executor._result_queue = None
    executor._processes = None
    executor._wakeup = None
