# The event loop: a queue of what is to be called, a heap of timers, and a sleep that ends with the next timer or when
# another thread asks. An iteration runs what stood in the queue when it began; what is added meanwhile waits for the next.

from _asyncio import Future, Task, iscoroutine, isfuture
from _asyncio_select import select as _select, set_hook as _set_hook, unfinished as _unfinished
from _thread import allocate_lock as _allocate_lock, get_ident as _get_ident
from _library import work as _library
from _file_table import Entry as _Entry, add as _add, entry_of as _entry_of, ready as _ready_files
from _file_table import release as _release, table as _table
from _socket import close as _close_socket, pair as _pair, poll as _poll, receive as _receive, send as _send
from asyncio import events as _events
from asyncio.events import Handle, TimerHandle
from collections import deque
from heapq import heapify as _heapify, heappop as _heappop, heappush as _heappush
from math import ceil as _ceil
from sys import modules as _modules
from time import monotonic as _monotonic

__all__ = ['AbstractEventLoop', 'BaseEventLoop', 'EventLoop', 'SelectorEventLoop']

# The clock's resolution and the longest sleep, in seconds.
_RESOLUTION = 1e-9
_LONGEST = 24 * 3600
# From so many cancelled timers on, if they are more than half of all, the heap is built anew without them.
_MANY_CANCELLED = 100
# So much of a file is sent in one go.
_LARGE = 256 * 1024


# What every loop can do: one that is written by a program lacks what it leaves out.
class AbstractEventLoop:
    __module__ = 'asyncio.events'


def _left_out(self, *args, **kwds):
    raise NotImplementedError


async def _left_out_to_await(self, *args, **kwds):
    raise NotImplementedError


for _name in ('add_reader', 'add_signal_handler', 'add_writer', 'call_at', 'call_exception_handler', 'call_later',
              'call_soon', 'call_soon_threadsafe', 'close', 'create_future', 'create_task', 'default_exception_handler',
              'get_debug', 'get_exception_handler', 'get_task_factory', 'is_closed', 'is_running', 'remove_reader',
              'remove_signal_handler', 'remove_writer', 'run_forever', 'run_in_executor', 'run_until_complete',
              'set_debug', 'set_default_executor', 'set_exception_handler', 'set_task_factory', 'stop', 'time'):
    setattr(AbstractEventLoop, _name, _left_out)
for _name in ('connect_accepted_socket', 'create_connection', 'create_datagram_endpoint', 'create_server',
              'getaddrinfo', 'shutdown_asyncgens', 'shutdown_default_executor', 'sock_accept', 'sock_connect',
              'sock_recv', 'sock_recv_into', 'sock_recvfrom', 'sock_recvfrom_into', 'sock_sendall', 'sock_sendto',
              'subprocess_exec', 'subprocess_shell'):
    setattr(AbstractEventLoop, _name, _left_out_to_await)


class BaseEventLoop(AbstractEventLoop):
    __module__ = 'asyncio.base_events'
    _current = None
    _closed = False
    _stopping = False
    _thread = None
    _default_executor = None
    _executor_shutdown_called = False
    _exception_handler = None
    _cancelled_timers = 0
    _debug = False
    _task_factory = None
    _selector = None
    # What tells the time: the method `time` where a program's class has one of its own.
    _clock = staticmethod(_monotonic)
    slow_callback_duration = 0.1

    def __init_subclass__(cls, **more):
        super().__init_subclass__(**more)
        if 'time' in vars(cls):
            cls._clock = cls.time

    def __init__(self):
        self._signals = {}
        self._ready = deque()
        self._scheduled = []
        self._tasks = {}
        # By a file's number: what is called when it can be read, and when it can be written to.
        self._readers = {}
        self._writers = {}
        # The bits of sockets among those as poll wants them, by the system's numbers; which file each is, and those that
        # are no sockets.
        self._watched = {}
        self._files = {}
        self._others = {}
        # What wakes the loop while it waits for sockets: two that are connected to each other.
        self._bell = None
        # Released by who wants the loop to wake up; had by the loop otherwise.
        self._gate = _allocate_lock()
        self._gate.acquire()

    def __repr__(self):
        kind = type(self).__name__
        return '<%s running=%s closed=%s debug=%s>' % (kind, self.is_running(), self._closed, self._debug)

    def time(self):
        return _monotonic()

    def get_debug(self):
        return self._debug

    # Callbacks that take long are told of; without this mode they cost nothing.
    def set_debug(self, enabled):
        from asyncio import _debug
        self._debug = enabled
        if enabled:
            self.call_soon = lambda callback, *args, context=None: _debug.call_soon(self, callback, args, context)
            self.call_at = lambda when, callback, *args, context=None: _debug.call_at(
                self, when, callback, args, context)
            self.call_soon_threadsafe = lambda callback, *args, context=None: _debug.call_soon_threadsafe(
                self, callback, args, context)
        else:
            self.__dict__.pop('call_soon', None)
            self.__dict__.pop('call_at', None)
            self.__dict__.pop('call_soon_threadsafe', None)

    def get_task_factory(self):
        return self._task_factory

    def set_task_factory(self, factory):
        if factory is not None and not callable(factory):
            raise TypeError('task factory must be a callable or None')
        self._task_factory = factory
        if factory is None:
            self.__dict__.pop('create_task', None)
        else:
            self.create_task = self._create_by_factory

    def _create_by_factory(self, coro, *, name=None, context=None):
        self._check_closed()
        task = self._task_factory(self, coro)
        if name is not None and hasattr(task, 'set_name'):
            task.set_name(name)
        return task

    # Of signals there are those that the program sends itself.
    def add_signal_handler(self, sig, callback, *args):
        import signal
        from asyncio.coroutines import iscoroutinefunction
        if iscoroutine(callback) or iscoroutinefunction(callback):
            raise TypeError('coroutines cannot be used with add_signal_handler()')
        _check_signal(sig)
        self._check_closed()
        try:
            signal.signal(sig, lambda number, frame: self.call_soon_threadsafe(callback, *args))
        except OSError as error:
            if error.errno == 22:
                raise RuntimeError('sig %s cannot be caught' % sig) from None
            raise
        except ValueError as error:
            # Only the main thread hears of signals.
            raise RuntimeError(str(error)) from None
        self._signals[sig] = callback

    def remove_signal_handler(self, sig):
        import signal
        _check_signal(sig)
        if self._signals.pop(sig, None) is None:
            return False
        signal.signal(sig, signal.default_int_handler if sig == signal.SIGINT else signal.SIG_DFL)
        return True

    async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
        from socket import getaddrinfo
        return await self.run_in_executor(None, getaddrinfo, host, port, family, type, proto, flags)

    async def getnameinfo(self, sockaddr, flags=0):
        from socket import getnameinfo
        return await self.run_in_executor(None, getnameinfo, sockaddr, flags)

    def is_running(self):
        return self._thread is not None

    def is_closed(self):
        return self._closed

    def _check_closed(self):
        if self._closed:
            raise RuntimeError('Event loop is closed')

    def create_future(self):
        _library('future')
        return Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        self._check_closed()
        return Task(coro, loop=self, name=name, context=context)

    def call_soon(self, callback, *args, context=None):
        if self._closed:
            self._check_closed()
        handle = Handle(callback, args, self)
        self._ready.append(handle)
        return handle

    def call_soon_threadsafe(self, callback, *args, context=None):
        handle = self.call_soon(callback, *args)
        try:
            self._gate.release()
        except RuntimeError:
            # Another has asked already, and the loop has not noticed yet.
            pass
        bell = self._bell
        if bell is not None:
            try:
                _send(bell[1], b'\0', False, False)
            except OSError:
                # It is full, so it rings.
                pass
        return handle

    def call_later(self, delay, callback, *args, context=None):
        if delay is None:
            raise TypeError('delay must not be None')
        return self.call_at(self._clock() + delay, callback, *args)

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError('when cannot be None')
        self._check_closed()
        _library('timer')
        timer = TimerHandle(when, callback, args, self)
        _heappush(self._scheduled, (when, timer))
        timer._scheduled = True
        return timer

    def _timer_cancelled(self, timer):
        if timer._scheduled:
            self._cancelled_timers += 1

    def stop(self):
        self._stopping = True

    def run_forever(self):
        self._check_closed()
        if self._thread is not None:
            raise RuntimeError('This event loop is already running')
        if _events._get_running_loop() is not None:
            raise RuntimeError('Cannot run the event loop while another loop is running')
        self._thread = _get_ident()
        _events._running[self._thread] = self
        _set_hook(self._generator_dies)
        try:
            while True:
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._stopping = False
            _set_hook(None)
            del _events._running[self._thread]
            self._thread = None

    def run_until_complete(self, future):
        self._check_closed()
        if self._thread is not None:
            raise RuntimeError('This event loop is already running')
        if _events._get_running_loop() is not None:
            raise RuntimeError('Cannot run the event loop while another loop is running')
        from asyncio.tasks import ensure_future
        is_new = not isfuture(future)
        future = ensure_future(future, loop=self)
        future.add_done_callback(_stop)
        try:
            self.run_forever()
        except:
            if is_new and future.done() and not future.cancelled():
                # The exception on its way may be the future's own, and is told of then.
                future.exception()
            raise
        finally:
            future.remove_done_callback(_stop)
        if not future.done():
            raise RuntimeError('Event loop stopped before Future completed.')
        return future.result()

    def _run_once(self):
        ready, scheduled = self._ready, self._scheduled
        if self._cancelled_timers:
            self._drop_cancelled()
        timeout = -1
        if ready or self._stopping:
            timeout = 0
        elif scheduled:
            timeout = min(max(0, scheduled[0][0] - self._clock()), _LONGEST)
            # As epoll, which counts in whole milliseconds.
            timeout = _ceil(timeout * 1e3) * 1e-3
        if self._selector is not None:
            timeout = self._selected(timeout)
        if self._readers or self._writers:
            self._wait_for_sockets(timeout)
        else:
            _select(self._gate, timeout)
        if scheduled:
            now = self._clock() + _RESOLUTION
            before = len(scheduled)
            while scheduled and scheduled[0][0] < now:
                timer = _heappop(scheduled)[1]
                timer._scheduled = False
                ready.append(timer)
            if len(scheduled) < before:
                _library('expiry', before - len(scheduled))
        for i in range(len(ready)):
            handle = ready.popleft()
            if not handle._cancelled:
                handle._run()
        handle = None

    # A selector of a program's own class passes the time until the next timer in its way.
    def _selected(self, timeout):
        if timeout < 0 or self._readers or self._writers or type(self._selector).__module__ == 'selectors':
            return timeout
        self._selector.select(timeout)
        return 0

    def _wait_for_sockets(self, timeout):
        if self._bell is None:
            self._bell = _pair()
            self._watched[self._bell[0]] = 1
        # Who has asked before the bell was there has opened the gate only.
        if self._gate.acquire(False):
            timeout = 0
        timeout = None if timeout < 0 else timeout
        found = self._wait_for_files(timeout) if self._others else _poll(self._watched, timeout)
        bell = self._bell[0]
        for i in range(0, len(found), 2):
            native, bits = found[i], found[i + 1]
            if native == bell:
                _receive(bell, 4096, False)
                continue
            number = self._files.get(native)
            if number is None:
                continue
            if number in _table:
                if bits & 1 and number in self._readers:
                    self._ready.append(self._readers[number])
                if bits & 2 and number in self._writers:
                    self._ready.append(self._writers[number])
            else:
                # Nobody hears of a file that is closed.
                self._watched.pop(native, None)

    # With pipes among them: gives what there is of sockets.
    def _wait_for_files(self, timeout):
        wanted = {number: bits for number, bits in self._others.items() if number in _table or number >= 1 << 20}
        found = _ready_files(wanted, timeout, self._watched)
        for number, bits in found.items():
            if bits & 1 and number in self._readers:
                self._ready.append(self._readers[number])
            if bits & 2 and number in self._writers:
                self._ready.append(self._writers[number])
        return _poll(self._watched, 0)

    def _watch(self, table, file, callback, args):
        self._check_closed()
        number = _number_of(file)
        old = table.get(number)
        if old is None:
            entry = _entry_of(number)
            bit = 1 if table is self._readers else 2
            if entry.kind == 'socket':
                self._watched[entry.native] = self._watched.get(entry.native, 0) | bit
                self._files[entry.native] = number
            elif entry.kind == 'file':
                raise PermissionError(1, 'Operation not permitted')
            else:
                self._others[number] = self._others.get(number, 0) | bit
        else:
            old.cancel()
        handle = table[number] = Handle(callback, args, self)
        return handle

    def _unwatch(self, table, file):
        number = _number_of(file)
        old = table.pop(number, None)
        if old is None:
            return False
        bits, key = self._others, number
        entry = _table.get(number)
        if number not in bits:
            bits = self._watched
            key = entry.native if entry is not None and entry.kind == 'socket' else None
            if self._files.get(key) != number:
                # It was closed before.
                key = next((native for native, other in self._files.items() if other == number), None)
        left = bits.get(key, 0) & (2 if table is self._readers else 1)
        if left:
            bits[key] = left
        else:
            bits.pop(key, None)
            self._files.pop(key, None)
        old.cancel()
        return True

    def add_reader(self, fd, callback, *args):
        self._watch(self._readers, fd, callback, args)

    def remove_reader(self, fd):
        return self._unwatch(self._readers, fd)

    def add_writer(self, fd, callback, *args):
        self._watch(self._writers, fd, callback, args)

    def remove_writer(self, fd):
        return self._unwatch(self._writers, fd)

    # What a call on a socket gives, once it does not have to wait.
    async def _when_ready(self, table, sock, call, *args):
        if self._debug and sock.gettimeout() != 0:
            raise ValueError('the socket must be non-blocking')
        while True:
            try:
                return call(*args)
            except BlockingIOError:
                pass
            future = self.create_future()
            future._awaited_as = 'a socket'
            handle = self._watch(table, sock, _ready_again, (future,))
            try:
                await future
            finally:
                # Another may wait for the socket by now.
                if not handle._cancelled and sock.fileno() >= 0:
                    self._unwatch(table, sock)

    async def sock_recv(self, sock, nbytes):
        return await self._when_ready(self._readers, sock, sock.recv, nbytes)

    async def sock_recv_into(self, sock, buf):
        return await self._when_ready(self._readers, sock, sock.recv_into, buf)

    async def sock_recvfrom(self, sock, bufsize):
        return await self._when_ready(self._readers, sock, sock.recvfrom, bufsize)

    async def sock_recvfrom_into(self, sock, buf, nbytes=0):
        return await self._when_ready(self._readers, sock, sock.recvfrom_into, buf, nbytes or len(buf))

    async def sock_accept(self, sock):
        connection, address = await self._when_ready(self._readers, sock, sock.accept)
        connection.setblocking(False)
        return connection, address

    async def sock_sendall(self, sock, data):
        while data:
            sent = await self._when_ready(self._writers, sock, sock.send, data)
            data = data[sent:]

    async def sock_sendfile(self, sock, file, offset=0, count=None, *, fallback=None):
        if self._debug and sock.gettimeout() != 0:
            raise ValueError('the socket must be non-blocking')

        async def send(data):
            await self.sock_sendall(sock, data)

        return await _send_pieces(file, offset, count, send)

    async def sendfile(self, transport, file, offset=0, count=None, *, fallback=True):
        if transport.is_closing():
            raise RuntimeError('Transport is closing')

        async def send(data):
            transport.write(data)
            while transport.get_write_buffer_size() > _LARGE:
                await sleep(0.001)

        from asyncio.tasks import sleep
        return await _send_pieces(file, offset, count, send)

    async def sock_sendto(self, sock, data, address):
        return await self._when_ready(self._writers, sock, sock.sendto, data, address)

    async def sock_connect(self, sock, address):
        from socket import gethostbyname
        try:
            sock.connect(address)
            return
        except BlockingIOError:
            pass
        future = self.create_future()
        future._awaited_as = 'a connection'
        handle = self._watch(self._writers, sock, _ready_again, (future,))
        try:
            await future
        finally:
            if not handle._cancelled and sock.fileno() >= 0:
                self._unwatch(self._writers, sock)
        try:
            sock._finish_connect(address)
        except OSError as error:
            told = address if isinstance(address, str) else (gethostbyname(address[0]), address[1])
            raise OSError(error.errno, 'Connect call failed %s' % (told,)) from None

    async def subprocess_exec(self, protocol_factory, *args, **kwargs):
        raise NotImplementedError(_STARTS_NOTHING)

    subprocess_shell = subprocess_exec

    async def create_server(self, protocol_factory, host=None, port=None, *, family=0, flags=0, sock=None, backlog=100,
                            ssl=None, reuse_address=None, reuse_port=None, start_serving=True, **kwds):
        _refuse_ssl(ssl, **kwds)
        from asyncio.selector_events import _create_server
        return await _create_server(self, protocol_factory, host, port, sock, backlog, start_serving, reuse_port)

    async def connect_accepted_socket(self, protocol_factory, sock, *, ssl=None, ssl_handshake_timeout=None,
                                      ssl_shutdown_timeout=None):
        _refuse_ssl(ssl, ssl_handshake_timeout, ssl_shutdown_timeout)
        from asyncio.selector_events import _create_connection
        return await _create_connection(self, protocol_factory, None, None, sock, None)

    async def create_connection(self, protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0,
                                sock=None, local_addr=None, **kwds):
        _refuse_ssl(ssl, **kwds)
        from asyncio.selector_events import _create_connection
        return await _create_connection(self, protocol_factory, host, port, sock, local_addr)

    async def create_datagram_endpoint(self, protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0,
                                       flags=0, reuse_port=None, allow_broadcast=None, sock=None):
        from asyncio.selector_events import _create_datagram_endpoint
        return await _create_datagram_endpoint(self, protocol_factory, local_addr, remote_addr, sock)

    def _drop_cancelled(self):
        scheduled = self._scheduled
        if self._cancelled_timers > _MANY_CANCELLED and self._cancelled_timers > len(scheduled) / 2:
            left = []
            for item in scheduled:
                if item[1]._cancelled:
                    item[1]._scheduled = False
                else:
                    left.append(item)
            _heapify(left)
            self._scheduled[:] = left
            self._cancelled_timers = 0
            return
        while scheduled and scheduled[0][1]._cancelled:
            self._cancelled_timers -= 1
            _heappop(scheduled)[1]._scheduled = False

    def run_in_executor(self, executor, func, *args):
        self._check_closed()
        if self._debug:
            from asyncio import _debug
            _debug._check_callback(func, 'run_in_executor')
        from asyncio.futures import wrap_future
        if executor is None:
            if self._executor_shutdown_called:
                raise RuntimeError('Executor shutdown has been called')
            executor = self._default_executor
            if executor is None:
                from concurrent.futures import ThreadPoolExecutor
                executor = self._default_executor = ThreadPoolExecutor(thread_name_prefix='asyncio')
        return wrap_future(executor.submit(func, *args), loop=self)

    def set_default_executor(self, executor):
        from concurrent.futures import ThreadPoolExecutor
        if not isinstance(executor, ThreadPoolExecutor):
            raise TypeError('executor must be ThreadPoolExecutor instance')
        self._default_executor = executor

    async def shutdown_default_executor(self):
        self._executor_shutdown_called = True
        executor = self._default_executor
        if executor is None:
            return
        # The loop goes on meanwhile: what the pool's threads still do may call it.
        import threading
        future = self.create_future()
        thread = threading.Thread(target=self._shut_down, args=(executor, future))
        thread.start()
        try:
            await future
        finally:
            thread.join()

    def _shut_down(self, executor, future):
        try:
            executor.shutdown(wait=True)
            self.call_soon_threadsafe(future.set_result, None)
        except Exception as error:
            if not self._closed:
                self.call_soon_threadsafe(future.set_exception, error)

    # Nobody owns the asynchronous generator any more: it is closed as a task.
    def _generator_dies(self, generator):
        if not self._closed:
            self.call_soon_threadsafe(self.create_task, generator.aclose())

    async def shutdown_asyncgens(self):
        left = _unfinished()
        if not left:
            return
        from asyncio.tasks import gather
        results = await gather(*[generator.aclose() for generator in left], return_exceptions=True)
        for result, generator in zip(results, left):
            if isinstance(result, Exception):
                message = 'an error occurred during closing of asynchronous generator %r' % (generator,)
                self.call_exception_handler({'message': message, 'exception': result, 'asyncgen': generator})

    def get_exception_handler(self):
        return self._exception_handler

    def set_exception_handler(self, handler):
        if handler is not None and not callable(handler):
            raise TypeError('A callable object or None is expected, got %r' % (handler,))
        self._exception_handler = handler

    def default_exception_handler(self, context):
        heading = context.get('message') or 'Unhandled exception in event loop'
        for name in sorted(context):
            if name not in ('message', 'exception'):
                heading += '\n%s: %r' % (name, context[name])
        from logging import getLogger
        getLogger('asyncio').error(heading, exc_info=context.get('exception') or False)

    def call_exception_handler(self, context):
        if self._exception_handler is None:
            self.default_exception_handler(context)
            return
        try:
            self._exception_handler(self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            told = {'message': 'Unhandled error in exception handler', 'exception': error, 'context': context}
            self.default_exception_handler(told)

    def close(self):
        if self._thread is not None:
            raise RuntimeError('Cannot close a running event loop')
        if self._closed:
            return
        if self._debug:
            _log('Close %r', self)
        self._closed = True
        for sig in list(self._signals):
            self.remove_signal_handler(sig)
        self._ready.clear()
        self._scheduled.clear()
        self._tasks.clear()
        self._readers.clear()
        self._writers.clear()
        self._watched.clear()
        self._files.clear()
        self._others.clear()
        if self._bell is not None:
            _close_socket(self._bell[0])
            _close_socket(self._bell[1])
            self._bell = None
        executor = self._default_executor
        if executor is not None:
            self._default_executor = None
            executor.shutdown(wait=False)


# The loop that Linux has.
class EventLoop(BaseEventLoop):
    __module__ = 'asyncio.unix_events'

    # What kind of selector watches the sockets makes no difference here: there is one system call below them all.
    def __init__(self, selector=None):
        BaseEventLoop.__init__(self)
        self._selector = selector
        _log('Using selector: %s', 'EpollSelector' if selector is None else type(selector).__name__)
        # Those that its selector and its bell have.
        self._numbers = [_add(_Entry('watch', None)) for i in range(2 if selector is not None else 3)]

    async def connect_read_pipe(self, protocol_factory, pipe):
        from asyncio.unix_events import _connect_read_pipe
        return await _connect_read_pipe(self, protocol_factory, pipe)

    async def connect_write_pipe(self, protocol_factory, pipe):
        from asyncio.unix_events import _connect_write_pipe
        return await _connect_write_pipe(self, protocol_factory, pipe)

    async def create_unix_server(self, protocol_factory, path=None, **kwds):
        from asyncio.unix_events import _create_unix_server
        return await _create_unix_server(self, protocol_factory, path, **kwds)

    async def create_unix_connection(self, protocol_factory, path=None, **kwds):
        from asyncio.unix_events import _create_unix_connection
        return await _create_unix_connection(self, protocol_factory, path, **kwds)

    def close(self):
        BaseEventLoop.close(self)
        while self._numbers:
            _release(self._numbers.pop())
        if self._selector is not None:
            self._selector.close()
            self._selector = None


EventLoop.__name__ = EventLoop.__qualname__ = '_UnixSelectorEventLoop'
SelectorEventLoop = EventLoop


_STARTS_NOTHING = 'gilsim starts no other programs: for processes of this one use multiprocessing'


# Nobody can hear of it who has not imported that module.
def _log(message, value):
    logging = _modules.get('logging')
    if logging is not None:
        logging.getLogger('asyncio').debug(message, value)


def _refuse_ssl(ssl, ssl_handshake_timeout=None, ssl_shutdown_timeout=None, **kwds):
    if ssl:
        raise NotImplementedError('gilsim has no encrypted connections: leave out ssl=')
    if ssl_handshake_timeout is not None:
        raise ValueError('ssl_handshake_timeout is only meaningful with ssl')
    if ssl_shutdown_timeout is not None:
        raise ValueError('ssl_shutdown_timeout is only meaningful with ssl')


def _number_of(file):
    if isinstance(file, int):
        number = file
    else:
        try:
            number = int(file.fileno())
        except (AttributeError, TypeError, ValueError):
            raise ValueError('Invalid file object: %r' % (file,)) from None
    if number < 0:
        raise ValueError('Invalid file descriptor: %d' % number)
    return number


# How many bytes of a file were sent; it stands behind them.
async def _send_pieces(file, offset, count, send):
    if 'b' not in getattr(file, 'mode', 'b'):
        raise ValueError('file should be opened in binary mode')
    if offset:
        file.seek(offset)
    sent = 0
    while count is None or sent < count:
        data = file.read(_LARGE if count is None else min(_LARGE, count - sent))
        if not data:
            break
        await send(data)
        sent += len(data)
    if hasattr(file, 'seek'):
        file.seek(offset + sent)
    return sent


def _check_signal(sig):
    if not isinstance(sig, int):
        raise TypeError('sig must be an int, not %r' % (sig,))
    if not 1 <= sig <= 64 or 32 <= sig <= 33:
        raise ValueError('invalid signal number %s' % sig)


def _ready_again(future):
    if not future.done():
        future.set_result(None)


def _stop(future):
    if not future.cancelled():
        error = future.exception()
        if isinstance(error, (SystemExit, KeyboardInterrupt)):
            # It is on its way out of the loop already.
            return
    future._loop.stop()
