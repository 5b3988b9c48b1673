# The pool whose workers each have an interpreter of their own in this process, as in CPython 3.14: a thread of the pool
# hands each call to its interpreter, pickled, and waits for the answer.

from _process import close as _close, pipe as _pipe, spawn as _spawn
from _fork import checked as _checked
from multiprocessing.connection import Connection
import concurrent.futures as _futures
import pickle
import threading

__all__ = ['BrokenInterpreterPool', 'ExecutionFailed', 'InterpreterError', 'InterpreterPoolExecutor', 'NotShareableError']


class InterpreterError(Exception):
    pass


# What a call has raised in its interpreter: the exception that is raised here has this one as its cause.
class ExecutionFailed(InterpreterError):
    def __init__(self, kind, text, traceback):
        super().__init__('%s: %s' % (kind, text) if text else kind)
        self._traceback = traceback

    def __str__(self):
        return '%s\n\nUncaught in the interpreter:\n\n%s' % (super().__str__(), self._traceback.rstrip())


class NotShareableError(TypeError):
    pass


BrokenInterpreterPool = _futures.BrokenInterpreterPool
InterpreterPoolExecutor = _futures.InterpreterPoolExecutor

_made = 0
_lock = threading.Lock()


# An interpreter, as seen from the one that has started it.
class _Interpreter:
    def __init__(self):
        global _made
        with _lock:
            _made += 1
            name = 'interpreter-%d' % _made
        its_reader, writer = _checked(_pipe())
        reader, its_writer = _checked(_pipe())
        self._connection = Connection(reader, writer)
        try:
            message = ('interpreter %d %d' % (its_reader, its_writer)).encode()
            _checked(_spawn(name, 'interpreter', message, [its_reader, its_writer]))
        finally:
            _close(its_reader)
            _close(its_writer)

    def call(self, fn, args, kwargs):
        try:
            request = pickle.dumps((fn, args, kwargs))
        except Exception as error:
            raise NotShareableError('object could not be pickled') from error
        self._connection.send_bytes(request)
        kind, value, failure = pickle.loads(self._connection.recv_bytes())
        if kind == 'returned':
            return value
        if kind == 'unshareable':
            raise NotShareableError(value)
        wrapper = ExecutionFailed(*failure)
        if value is None:
            raise wrapper
        raise value from wrapper

    # It ends where nobody asks any more; the end of its answers is the last that is heard of it.
    def close(self):
        reader, writer = self._connection._reader, self._connection._writer
        self._connection._writer = None
        _close(writer)
        try:
            self._connection.recv_bytes()
        except (EOFError, OSError):
            pass
        self._connection.close()


# The life of a thread of the pool.
def work(executor, queue, initializer, initargs):
    try:
        interpreter = _Interpreter()
        try:
            if initializer is not None:
                interpreter.call(initializer, initargs, {})
        except BaseException:
            interpreter.close()
            raise
    except BaseException as error:
        threading._report(error, 'Exception in initializer:')
        executor._initializer_failed()
        return
    try:
        while True:
            item = queue.get()
            if item is not None:
                _run(interpreter, item)
                item = None
                executor._idle_semaphore.release()
                continue
            if _futures._is_over or executor._shutdown:
                executor._shutdown = True
                queue.put(None)
                return
    finally:
        interpreter.close()


def _run(interpreter, item):
    if not item.future.set_running_or_notify_cancel():
        return
    try:
        result = interpreter.call(item.fn, item.args, item.kwargs)
    except BaseException as error:
        item.future.set_exception(error)
    else:
        item.future.set_result(result)


# The life of an interpreter: these are its ends of the pipes.
def serve(reader, writer):
    connection = Connection(reader, writer)
    while True:
        try:
            request = connection.recv_bytes()
        except (EOFError, OSError):
            return
        connection.send_bytes(_answer(request))


def _answer(request):
    try:
        fn, args, kwargs = pickle.loads(request)
    except Exception as error:
        return pickle.dumps(('unshareable', 'object could not be unpickled: %s' % error, None))
    try:
        result = fn(*args, **kwargs)
    except BaseException as error:
        return _failure(error)
    try:
        return pickle.dumps(('returned', result, None))
    except Exception:
        return pickle.dumps(('unshareable', 'object could not be pickled', None))


def _failure(error):
    from _process import traceback as _traceback
    failure = (type(error).__name__, str(error), _traceback(error))
    try:
        data = pickle.dumps(('raised', error, failure))
        # What cannot be read there is not sent.
        pickle.loads(data)
        return data
    except Exception:
        return pickle.dumps(('raised', None, failure))
