# Threads and what they share, upon the locks of `_thread`. As in CPython a Condition is a queue of locks of which each is
# waited for once, and everything else is made of Conditions: who is woken, and how often, follows from that.

import sys as _sys
from _thread import RLock, allocate_lock as Lock, get_ident, get_native_id, start_thread as _start_thread
from _thread import TIMEOUT_MAX, complain as _complain
from _library import work as _library
from _introspection import tell as _tell_text, untold as _untold
from sys import getprofile, gettrace, setprofile, settrace
from time import monotonic as _time
from _fork import after_in_child as _after_in_child
from _thread_local import drop as _drop_locals, holders as _holders, local, of_main as _of_main

__all__ = ['get_ident', 'active_count', 'Condition', 'current_thread', 'enumerate', 'main_thread', 'TIMEOUT_MAX',
           'Event', 'Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Thread', 'Barrier', 'BrokenBarrierError',
           'Timer', 'ThreadError', 'excepthook', 'get_native_id', 'getprofile', 'gettrace', 'local', 'setprofile', 'settrace',
           'stack_size', 'ExceptHookArgs']

ThreadError = RuntimeError

_active = {}
_atexit = []
_counter = 0


# What is told where the caller of the old name stands.
def _deprecated(text):
    from warnings import warn
    warn(text, DeprecationWarning)


class Condition:
    def __init__(self, lock=None):
        if lock is None:
            lock = RLock()
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiters = []
        self._is_recursive = hasattr(lock, '_depth')
        if self._is_recursive:
            return
        # A lock of the program's may do these in its own way.
        try:
            self._release_save = lock._release_save
        except AttributeError:
            pass
        try:
            self._acquire_restore = lock._acquire_restore
        except AttributeError:
            pass
        try:
            self._is_owned = lock._is_owned
        except AttributeError:
            pass

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return '<Condition(%s, %d)>' % (self._lock, len(self._waiters))

    def _at_fork_reinit(self):
        self._lock._at_fork_reinit()
        self._waiters.clear()

    def _is_owned(self):
        if self._is_recursive:
            return self._lock._is_owned()
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def _release_save(self):
        depth = self._lock._depth() if self._is_recursive else 0
        self._lock.release()
        return depth

    def _acquire_restore(self, depth):
        self._lock.acquire()
        if depth:
            self._lock._depth(depth)

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError('cannot wait on un-acquired lock')
        waiter = Lock()
        waiter.acquire()
        self._waiters.append(waiter)
        saved = self._release_save()
        notified = False
        try:
            if timeout is None:
                waiter.acquire()
                notified = True
            elif timeout > 0:
                notified = waiter.acquire(True, timeout)
            else:
                notified = waiter.acquire(False)
            return notified
        finally:
            self._acquire_restore(saved)
            if not notified and waiter in self._waiters:
                self._waiters.remove(waiter)

    def wait_for(self, predicate, timeout=None):
        end = None
        left = timeout
        result = predicate()
        while not result:
            if left is not None:
                if end is None:
                    end = _time() + left
                else:
                    left = end - _time()
                    if left <= 0:
                        break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError('cannot notify on un-acquired lock')
        waiters = self._waiters
        while waiters and n > 0:
            waiter = waiters[0]
            try:
                waiter.release()
            except RuntimeError:
                # It was released before and has not been taken out yet: it does not count.
                pass
            else:
                n -= 1
            if waiter in waiters:
                waiters.remove(waiter)

    def notify_all(self):
        self.notify(len(self._waiters))

    def notifyAll(self):
        _deprecated('notifyAll() is deprecated, use notify_all() instead')
        self.notify_all()


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        self._cond = Condition(Lock())
        self._value = value

    def __repr__(self):
        return '<threading.%s at %#x: value=%s>' % (type(self).__name__, id(self), self._value)

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        taken = False
        end = None
        with self._cond:
            while self._value == 0:
                if not blocking:
                    break
                if timeout is not None:
                    if end is None:
                        end = _time() + timeout
                    else:
                        timeout = end - _time()
                        if timeout <= 0:
                            break
                self._cond.wait(timeout)
            else:
                self._value -= 1
                taken = True
        return taken

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        with self._cond:
            self._value += n
            for i in range(n):
                self._cond.notify()

    def __exit__(self, kind, value, traceback):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        Semaphore.__init__(self, value)
        self._initial_value = value

    def __repr__(self):
        return '<threading.%s at %#x: value=%s/%s>' % (type(self).__name__, id(self), self._value, self._initial_value)

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        with self._cond:
            if self._value + n > self._initial_value:
                raise ValueError('Semaphore released too many times')
            self._value += n
            for i in range(n):
                self._cond.notify()


class Event:
    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def __repr__(self):
        return '<threading.Event at %#x: %s>' % (id(self), 'set' if self._flag else 'unset')

    def _at_fork_reinit(self):
        self._cond._at_fork_reinit()

    def is_set(self):
        return self._flag

    def isSet(self):
        _deprecated('isSet() is deprecated, use is_set() instead')
        return self.is_set()

    def set(self):
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        with self._cond:
            signaled = self._flag
            if not signaled:
                signaled = self._cond.wait(timeout)
            return signaled


class BrokenBarrierError(RuntimeError):
    pass


# States of a barrier. While it drains or is reset, who comes anew waits.
_FILLING = 0
_DRAINING = 1
_RESETTING = -1
_BROKEN = -2


class Barrier:
    def __init__(self, parties, action=None, timeout=None):
        self._cond = Condition(Lock())
        self._action = action
        self._timeout = timeout
        self._parties = parties
        self._state = _FILLING
        self._count = 0

    def __repr__(self):
        if self.broken:
            return '<threading.Barrier at %#x: broken>' % id(self)
        return '<threading.Barrier at %#x: waiters=%d/%d>' % (id(self), self.n_waiting, self.parties)

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            while self._state in (_RESETTING, _DRAINING):
                self._cond.wait()
            if self._state < 0:
                raise BrokenBarrierError
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    self._open()
                else:
                    self._await_others(timeout)
                return index
            finally:
                self._count -= 1
                if self._count == 0 and self._state in (_RESETTING, _DRAINING):
                    self._state = _FILLING
                    self._cond.notify_all()

    def _open(self):
        try:
            if self._action:
                self._action()
            self._state = _DRAINING
            self._cond.notify_all()
        except:
            self._break()
            raise

    def _await_others(self, timeout):
        if not self._cond.wait_for(lambda: self._state != _FILLING, timeout):
            self._break()
            raise BrokenBarrierError
        if self._state < 0:
            raise BrokenBarrierError

    def _break(self):
        self._state = _BROKEN
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            if self._count > 0:
                if self._state in (_FILLING, _BROKEN):
                    self._state = _RESETTING
            else:
                self._state = _FILLING
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == _FILLING else 0

    @property
    def broken(self):
        return self._state == _BROKEN


class Thread:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        global _counter
        if group is not None:
            raise AssertionError('group argument must be None for now')
        if not name:
            _counter += 1
            name = 'Thread-%d' % _counter
            if target is not None:
                named = getattr(target, '__name__', None)
                if named is not None:
                    name = '%s (%s)' % (name, named)
        self._target = target
        self._name = str(name)
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = None
        self._native_id = None
        self._started = Event()
        self._ended = False
        # Had by the thread as long as it lives.
        self._life = None
        self._initialized = True

    def __repr__(self):
        state = 'initial'
        if self._started.is_set():
            state = 'started'
        self.is_alive()
        if self._ended:
            state = 'stopped'
        if self._daemonic:
            state += ' daemon'
        if self._ident is not None:
            state += ' %s' % self._ident
        return '<%s(%s, %s)>' % (type(self).__name__, self._name, state)

    def start(self):
        if not getattr(self, '_initialized', False):
            raise RuntimeError('thread.__init__() not called')
        if self._started.is_set():
            raise RuntimeError('threads can only be started once')
        if not _start_thread(_bootstrap, self, self._name):
            raise RuntimeError("can't start new thread")
        self._started.wait()

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            # What it was given may refer to the thread itself.
            self._target = None
            self._args = None
            self._kwargs = None

    def join(self, timeout=None):
        if not getattr(self, '_initialized', False):
            raise RuntimeError('Thread.__init__() not called')
        if not self._started.is_set():
            raise RuntimeError('cannot join thread before it is started')
        if self is current_thread():
            raise RuntimeError('cannot join current thread')
        if timeout is None:
            self._await_end(True, -1)
        else:
            self._await_end(True, max(timeout, 0))

    def _await_end(self, blocking, timeout):
        life = self._life
        if life is None or self._ended:
            return
        if timeout == 0:
            blocking, timeout = False, -1
        if life.acquire(blocking, timeout):
            life.release()
            _library('thread ended')
            self._ended = True

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    def getName(self):
        _deprecated('getName() is deprecated, get the name attribute instead')
        return self._name

    def setName(self, name):
        _deprecated('setName() is deprecated, set the name attribute instead')
        self.name = name

    @property
    def ident(self):
        return self._ident

    @property
    def native_id(self):
        return self._native_id

    def is_alive(self):
        if self._ended or not self._started.is_set():
            return False
        self._await_end(False, -1)
        return not self._ended

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if self._started.is_set():
            raise RuntimeError('cannot set daemon status of active thread')
        self._daemonic = daemonic

    def isDaemon(self):
        _deprecated('isDaemon() is deprecated, get the daemon attribute instead')
        return self.daemon

    def setDaemon(self, daemonic):
        _deprecated('setDaemon() is deprecated, set the daemon attribute instead')
        self.daemon = daemonic


# Whether this process is daemonic: `multiprocessing` says so, and `signal` asks.
_ends_with_parent = False

# The life of a thread that was started.
def _bootstrap(thread):
    life = Lock()
    life.acquire()
    thread._life = life
    thread._ident = get_ident()
    thread._native_id = get_native_id()
    _active[thread._ident] = thread
    thread._started.set()
    try:
        thread.run()
    except BaseException as error:
        _tell(thread, error)
    finally:
        del _active[thread._ident]
        if _holders:
            _drop_locals()
        life.release()


class _ExceptHookArgs(tuple):
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])

    def __repr__(self):
        names = ('exc_type', 'exc_value', 'exc_traceback', 'thread')
        return '_thread._ExceptHookArgs(' + ', '.join([f'{name}={value!r}' for name, value in zip(names, self)]) + ')'


ExceptHookArgs = _ExceptHookArgs


def excepthook(args):
    if args.exc_type is SystemExit:
        return
    thread = args.thread
    _report(args.exc_value, 'Exception in thread %s:' % (get_ident() if thread is None else thread.name))


__excepthook__ = excepthook


def _told(error):
    for one in _untold(error):
        try:
            text = str(one)
        except BaseException:
            text = '<exception str() failed>'
        _tell_text(one, text)
    return error


# Onto the standard error, or into what the program has put into its place.
def _report(error, heading=''):
    file = _sys.stderr
    if file is None or file is _sys.__stderr__:
        _complain(_told(error), heading)
        return
    from traceback import format_exception
    lines = format_exception(error)
    if heading:
        lines.insert(0, heading + '\n')
    for line in lines:
        file.write(line)
    if hasattr(file, 'flush'):
        file.flush()


def _tell(thread, error):
    try:
        excepthook(ExceptHookArgs((type(error), error, getattr(error, '__traceback__', None), thread)))
    except BaseException as another:
        # Of what was being handled meanwhile nothing is told, as in CPython.
        another.__suppress_context__ = True
        if _sys.excepthook is _sys.__excepthook__:
            _report(another, 'Exception in threading.excepthook:')
        else:
            print('Exception in threading.excepthook:', file=_sys.stderr, flush=True)
            _sys.excepthook(type(another), another, another.__traceback__)


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    def __init__(self):
        Thread.__init__(self, name='MainThread', daemon=False)
        self._started.set()
        self._ident = get_ident()
        self._native_id = get_native_id()
        self._life = Lock()
        self._life.acquire()
        _active[self._ident] = self


# A thread that this module has not started, as a scenario's worker.
class _DummyThread(Thread):
    def __init__(self):
        global _counter
        _counter += 1
        Thread.__init__(self, name='Dummy-%d' % _counter, daemon=True)
        self._started.set()
        self._ident = get_ident()
        self._native_id = get_native_id()
        _active[self._ident] = self

    def is_alive(self):
        return True

    def join(self, timeout=None):
        raise RuntimeError('cannot join a dummy thread')


def current_thread():
    thread = _active.get(get_ident())
    return _DummyThread() if thread is None else thread


def currentThread():
    _deprecated('currentThread() is deprecated, use current_thread() instead')
    return current_thread()


def active_count():
    return len(_active)


def activeCount():
    _deprecated('activeCount() is deprecated, use active_count() instead')
    return active_count()


def enumerate():
    return list(_active.values())


def main_thread():
    return _main_thread


def _register_atexit(func, *arg, **kwargs):
    if _main_thread._ended:
        raise RuntimeError("can't register atexit after shutdown")
    _atexit.append((func, arg, kwargs))


# The end of a program: pools are shut down, then threads that are no daemons are awaited.
def _shutdown():
    if _main_thread._ended:
        return
    _main_thread._ended = True
    _main_thread._life.release()
    while _atexit:
        function, args, kwargs = _atexit.pop()
        function(*args, **kwargs)
    waits = True
    while waits:
        waits = False
        for thread in list(_active.values()):
            if thread is not _main_thread and not thread._daemonic and not isinstance(thread, _DummyThread):
                thread.join()
                waits = True


# What `atexit` has registered, the last first.
_at_exit = []


def _call_at_exit():
    while _at_exit:
        function, args, kwargs = _at_exit.pop()
        try:
            function(*args, **kwargs)
        except SystemExit:
            pass
        except BaseException as error:
            import sys
            import traceback
            sys.stderr.write(f'Exception ignored in atexit callback: {function!r}\n')
            traceback.print_exception(error)


# In a forked process: the thread that forked is the only one, and the main thread.
def _after_fork():
    global _active, _main_thread
    me = _active.get(get_ident())
    for thread in list(_active.values()):
        if thread is not me:
            thread._ended = True
            thread._started._flag = True
    if me is None:
        me = _MainThread()
    me._ended = False
    _active = {get_ident(): me}
    _main_thread = me
    _of_main.clear()
    _of_main.add(get_ident())


# The end of the interpreter.
# What the handler of a signal raises meanwhile ends the wait for threads, and nothing more.
def _end_program():
    try:
        _shutdown()
    except BaseException as error:
        from _unraisable import report
        from sys import modules
        report(error, modules['threading'])
    _call_at_exit()


_after_in_child.append(_after_fork)
_main_thread = _MainThread()
_of_main.add(get_ident())


# The size is the system's business.
def stack_size(size=0, /):
    from _thread import stack_size
    return stack_size(size)
