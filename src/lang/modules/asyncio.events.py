# What a loop has been told to call, and which loop a thread has.

from _fork import after_in_child as _after_in_child
from _thread import get_ident as _get_ident

__all__ = [
    'AbstractEventLoopPolicy', 'AbstractServer', 'DefaultEventLoopPolicy', 'Handle', 'TimerHandle', 'get_event_loop',
    'get_event_loop_policy', 'get_running_loop', 'new_event_loop', 'set_event_loop', 'set_event_loop_policy',
]

# The loop that runs in a thread, by the thread's ident.
_running = {}
# A forked process has no loop that runs.
_after_in_child.append(_running.clear)


def _named(function):
    return getattr(function, '__qualname__', None) or repr(function)


# A call as it is written, and one of a partial with the arguments of both, one after the other.
def _called(function, args, keywords=None, after=''):
    from functools import partial
    from reprlib import repr as short
    told = [short(arg) for arg in args]
    if keywords:
        told += ['%s=%s' % (name, short(value)) for name, value in keywords.items()]
    after = '(%s)%s' % (', '.join(told), after)
    if isinstance(function, partial):
        return _called(function.func, function.args, function.keywords, after)
    return _named(function) + after


# Where a function is defined, as far as a program is told that.
def _placed(function):
    from functools import partial
    while isinstance(function, partial):
        function = function.func
    code = None if hasattr(function, '__self__') else getattr(function, '__code__', None)
    return '' if code is None or code.co_filename[:1] == '<' else ' at %s:%s' % (code.co_filename, code.co_firstlineno)


class Handle:
    __module__ = 'asyncio.events'
    _cancelled = False

    def __init__(self, callback, args, loop):
        self._callback = callback
        self._args = args
        self._loop = loop

    def __repr__(self):
        what = ' cancelled' if self._cancelled else ' ' + self._told()
        return '<' + type(self).__name__ + what + '>'

    def _told(self):
        return _called(self._callback, self._args) + _placed(self._callback)

    def cancel(self):
        self._cancelled = True
        self._callback = None
        self._args = None

    def cancelled(self):
        return self._cancelled

    def _run(self):
        try:
            self._callback(*self._args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            told = {'message': 'Exception in callback ' + self._told(), 'exception': error, 'handle': self}
            self._loop.call_exception_handler(told)


class TimerHandle(Handle):
    __module__ = 'asyncio.events'

    def __init__(self, when, callback, args, loop):
        Handle.__init__(self, callback, args, loop)
        self._when = when
        # Whether it stands in the loop's heap.
        self._scheduled = False

    def __repr__(self):
        what = 'cancelled when=%s' % self._when if self._cancelled else 'when=%s %s' % (self._when, self._told())
        return '<' + type(self).__name__ + ' ' + what + '>'

    def __hash__(self):
        return hash(self._when)

    # Pairs of a time and a handle are compared: at the same time neither comes first.
    def __lt__(self, other):
        return self._when < other._when if isinstance(other, TimerHandle) else NotImplemented

    def __le__(self, other):
        return self._when <= other._when if isinstance(other, TimerHandle) else NotImplemented

    def __gt__(self, other):
        return self._when > other._when if isinstance(other, TimerHandle) else NotImplemented

    def __ge__(self, other):
        return self._when >= other._when if isinstance(other, TimerHandle) else NotImplemented

    def __eq__(self, other):
        if not isinstance(other, TimerHandle):
            return NotImplemented
        return (self._when == other._when and self._callback == other._callback and self._args == other._args
                and self._cancelled == other._cancelled)

    def when(self):
        return self._when

    def cancel(self):
        if not self._cancelled:
            self._loop._timer_cancelled(self)
        Handle.cancel(self)


def _get_running_loop():
    return _running.get(_get_ident())


def get_running_loop():
    loop = _running.get(_get_ident())
    if loop is None:
        raise RuntimeError('no running event loop')
    return loop


def get_event_loop():
    return _running.get(_get_ident()) or _policy.get_event_loop()


def set_event_loop(loop):
    _policy.set_event_loop(loop)


def new_event_loop():
    return _policy.new_event_loop()


class AbstractServer:
    __module__ = 'asyncio.events'


class AbstractEventLoopPolicy:
    __module__ = 'asyncio.events'

    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError


# Which loop a thread has that runs none.
class DefaultEventLoopPolicy(AbstractEventLoopPolicy):
    __module__ = 'asyncio.unix_events'

    def __init__(self):
        # The loops that were set, by the threads' idents.
        self._loops = {}

    def get_event_loop(self):
        me = _get_ident()
        loop = self._loops.get(me)
        if loop is None:
            import threading
            thread = threading.current_thread()
            if me in self._loops or thread is not threading.main_thread():
                raise RuntimeError('There is no current event loop in thread %r.' % thread.name)
            loop = self.new_event_loop()
            self.set_event_loop(loop)
        return loop

    def set_event_loop(self, loop):
        from asyncio.base_events import AbstractEventLoop
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            kind = type(loop).__name__
            raise TypeError('loop must be an instance of AbstractEventLoop or None, not %r' % kind)
        self._loops[_get_ident()] = loop

    def new_event_loop(self):
        from asyncio.base_events import EventLoop
        return EventLoop()


DefaultEventLoopPolicy.__name__ = DefaultEventLoopPolicy.__qualname__ = '_UnixDefaultEventLoopPolicy'
_policy = DefaultEventLoopPolicy()


def get_event_loop_policy():
    return _policy


def set_event_loop_policy(policy):
    global _policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        kind = type(policy).__name__
        raise TypeError('policy must be an instance of AbstractEventLoopPolicy or None, not %r' % kind)
    _policy = DefaultEventLoopPolicy() if policy is None else policy
