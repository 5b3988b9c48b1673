# Connections as streams upon the loop: what arrives is kept until it is asked for, and what is written goes out as the
# other end takes it.

import socket as _socket
from asyncio.events import get_running_loop
from asyncio.exceptions import IncompleteReadError, LimitOverrunError
from _asyncio import iscoroutine

__all__ = ['Server', 'StreamReader', 'StreamWriter', 'open_connection', 'start_server']

_LIMIT = 2 ** 16
_PIECE = 256 * 1024


class StreamReader:
    __module__ = 'asyncio.streams'

    def __init__(self, limit=_LIMIT, loop=None):
        if limit <= 0:
            raise ValueError('Limit cannot be <= 0')
        self._limit = limit
        self._loop = get_running_loop() if loop is None else loop
        self._buffer = bytearray()
        self._eof = False
        self._waiter = None
        self._error = None
        self._transport = None
        self._paused = False

    def __repr__(self):
        told = 'StreamReader'
        if self._buffer:
            told += ' %d bytes' % len(self._buffer)
        if self._eof:
            told += ' eof'
        return '<%s>' % told

    def exception(self):
        return self._error

    def set_exception(self, error):
        self._error = error
        self._wake()
        waiter = self._waiter
        if waiter is not None:
            self._waiter = None
            if not waiter.cancelled():
                waiter.set_exception(error)

    def feed_data(self, data):
        if not data:
            return
        self._buffer += data
        self._wake()
        if self._transport is not None and not self._paused and len(self._buffer) > 2 * self._limit:
            self._paused = True
            self._transport.pause_reading()

    def feed_eof(self):
        self._eof = True
        self._wake()

    def at_eof(self):
        return self._eof and not self._buffer

    def _wake(self):
        waiter = self._waiter
        if waiter is not None and self._error is None:
            self._waiter = None
            if not waiter.cancelled():
                waiter.set_result(None)

    async def _wait(self, method):
        if self._waiter is not None:
            raise RuntimeError('%s() called while another coroutine is already waiting for incoming data' % method)
        if self._paused:
            self._paused = False
            self._transport.resume_reading()
        self._waiter = self._loop.create_future()
        self._waiter._awaited_as = 'StreamReader.' + method
        try:
            await self._waiter
        finally:
            self._waiter = None

    def _resume(self):
        if self._paused and len(self._buffer) <= self._limit:
            self._paused = False
            self._transport.resume_reading()

    def _taken(self, count):
        data = bytes(self._buffer[:count])
        del self._buffer[:count]
        self._resume()
        return data

    async def read(self, n=-1):
        if self._error is not None:
            raise self._error
        if n == 0:
            return b''
        if n < 0:
            parts = []
            while part := await self.read(self._limit):
                parts.append(part)
            return b''.join(parts)
        if not self._buffer and not self._eof:
            await self._wait('read')
        return self._taken(n)

    async def readexactly(self, n):
        if n < 0:
            raise ValueError('readexactly size can not be less than zero')
        if self._error is not None:
            raise self._error
        while len(self._buffer) < n:
            if self._eof:
                raise IncompleteReadError(self._taken(len(self._buffer)), n)
            await self._wait('readexactly')
        return self._taken(n)

    async def readline(self):
        try:
            return await self.readuntil(b'\n')
        except IncompleteReadError as error:
            return error.partial
        except LimitOverrunError as error:
            self._taken(error.consumed)
            raise ValueError(error.args[0])

    async def readuntil(self, separator=b'\n'):
        if not separator:
            raise ValueError('Separator should be at least one-byte string')
        if self._error is not None:
            raise self._error
        start = 0
        while True:
            at = self._buffer.find(separator, start)
            if at >= 0:
                break
            start = max(0, len(self._buffer) + 1 - len(separator))
            if start > self._limit:
                raise LimitOverrunError('Separator is not found, and chunk exceed the limit', start)
            if self._eof:
                raise IncompleteReadError(self._taken(len(self._buffer)), None)
            await self._wait('readuntil')
        if at > self._limit:
            raise LimitOverrunError('Separator is found, but chunk is longer than limit', at)
        return self._taken(at + len(separator))

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if not line:
            raise StopAsyncIteration
        return line


# One connection: reads whatever comes, writes whatever is left to write.
class _Transport:
    def __init__(self, loop, sock, reader):
        sock.setblocking(False)
        self._loop = loop
        self._sock = sock
        self._reader = reader
        self._waiting = bytearray()
        self._ends = False
        self._closing = False
        self._closed = loop.create_future()
        self._drained = []
        self._names = {'socket': sock, 'peername': sock._peer, 'sockname': sock._own}
        reader._transport = self
        loop.add_reader(sock.fileno(), self._read)

    def _read(self):
        try:
            data = self._sock.recv(_PIECE)
        except BlockingIOError:
            return
        except OSError as error:
            self._break(error)
            return
        if data:
            self._reader.feed_data(data)
        else:
            self._loop.remove_reader(self._sock.fileno())
            self._reader.feed_eof()

    def pause_reading(self):
        if self._sock.fileno() >= 0:
            self._loop.remove_reader(self._sock.fileno())

    def resume_reading(self):
        if not self._closing and self._sock.fileno() >= 0 and not self._reader._eof:
            self._loop.add_reader(self._sock.fileno(), self._read)

    def write(self, data):
        if self._ends:
            raise RuntimeError('Cannot call write() after write_eof()')
        if self._closing or not data:
            return
        if not self._waiting:
            try:
                sent = self._sock.send(data)
            except BlockingIOError:
                sent = 0
            except OSError as error:
                self._break(error)
                return
            data = data[sent:]
            if not data:
                return
            self._loop.add_writer(self._sock.fileno(), self._write)
        self._waiting += data

    def _write(self):
        try:
            sent = self._sock.send(bytes(self._waiting))
        except BlockingIOError:
            return
        except OSError as error:
            self._break(error)
            return
        del self._waiting[:sent]
        if len(self._waiting) <= _LIMIT // 4:
            self._release()
        if not self._waiting:
            self._loop.remove_writer(self._sock.fileno())
            if self._closing:
                self._end(None)
            elif self._ends:
                self._sock.shutdown(_socket.SHUT_WR)

    def _release(self):
        waiters = self._drained
        self._drained = []
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)

    def write_eof(self):
        if not self._ends:
            self._ends = True
            if not self._waiting:
                self._sock.shutdown(_socket.SHUT_WR)

    def close(self):
        if self._closing:
            return
        self._closing = True
        self._loop.remove_reader(self._sock.fileno())
        if not self._waiting:
            self._loop.call_soon(self._end, None)

    def abort(self):
        self._waiting.clear()
        self._closing = True
        self._end(None)

    def _break(self, error):
        self._waiting.clear()
        self._closing = True
        self._reader.set_exception(error)
        self._end(error)

    def _end(self, error):
        if self._sock.fileno() < 0:
            return
        self._loop.remove_reader(self._sock.fileno())
        self._loop.remove_writer(self._sock.fileno())
        self._sock.close()
        self._release()
        self._reader.feed_eof()
        if not self._closed.done():
            self._closed.set_result(error)


class StreamWriter:
    __module__ = 'asyncio.streams'

    def __init__(self, transport, protocol, reader, loop):
        self._transport = transport
        self._reader = reader
        self._loop = loop

    @property
    def transport(self):
        return self._transport

    def write(self, data):
        self._transport.write(data)

    def writelines(self, data):
        self._transport.write(b''.join(data))

    def write_eof(self):
        self._transport.write_eof()

    def can_write_eof(self):
        return True

    def close(self):
        self._transport.close()

    def is_closing(self):
        return self._transport._closing

    async def wait_closed(self):
        error = await self._transport._closed
        if error is not None:
            raise error

    def get_extra_info(self, name, default=None):
        return self._transport._names.get(name, default)

    async def drain(self):
        error = self._reader.exception()
        if error is not None:
            raise error
        transport = self._transport
        if transport._closing:
            # So that a loop around write() and drain() notices the end.
            from asyncio.tasks import sleep
            await sleep(0)
            if transport._closed.done():
                raise ConnectionResetError('Connection lost')
        if len(transport._waiting) > _LIMIT:
            waiter = self._loop.create_future()
            transport._drained.append(waiter)
            await waiter

    def __del__(self):
        if not self._transport._closing and not self._loop.is_closed():
            self._transport.close()


def _streams(loop, sock, limit):
    reader = StreamReader(limit=limit, loop=loop)
    transport = _Transport(loop, sock, reader)
    return reader, StreamWriter(transport, None, reader, loop)


async def open_connection(host=None, port=None, *, limit=_LIMIT, ssl=None, sock=None, local_addr=None, **kwds):
    loop = get_running_loop()
    if sock is None:
        sock = _socket.socket()
        sock.setblocking(False)
        try:
            if local_addr is not None:
                sock.bind(local_addr)
            await loop.sock_connect(sock, (host or 'localhost', port))
        except:
            sock.close()
            raise
    return _streams(loop, sock, limit)


class Server:
    __module__ = 'asyncio.base_events'

    def __init__(self, loop, sockets, callback, limit):
        self._loop = loop
        self._sockets = sockets
        self._callback = callback
        self._limit = limit
        self._serving = False
        self._forever = None
        self._tasks = set()

    def __repr__(self):
        return '<Server sockets=%r>' % (self.sockets,)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        self.close()
        await self.wait_closed()

    @property
    def sockets(self):
        return tuple(self._sockets or ())

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return self._serving

    def _start(self):
        if self._serving:
            return
        self._serving = True
        for sock in self._sockets:
            self._loop.add_reader(sock.fileno(), self._accept, sock)

    async def start_serving(self):
        self._start()

    async def serve_forever(self):
        if self._forever is not None:
            raise RuntimeError('server %r is already being awaited on serve_forever()' % self)
        if self._sockets is None:
            raise RuntimeError('server %r is closed' % self)
        self._start()
        self._forever = self._loop.create_future()
        try:
            await self._forever
        finally:
            self._forever = None
            self.close()

    def close(self):
        sockets = self._sockets
        if sockets is None:
            return
        self._sockets = None
        self._serving = False
        for sock in sockets:
            self._loop.remove_reader(sock.fileno())
            sock.close()
        if self._forever is not None and not self._forever.done():
            self._forever.cancel()

    async def wait_closed(self):
        from asyncio.tasks import sleep
        await sleep(0)

    def _accept(self, listener):
        for i in range(100):
            try:
                sock, address = listener.accept()
            except (BlockingIOError, ConnectionAbortedError):
                return
            reader, writer = _streams(self._loop, sock, self._limit)
            made = self._callback(reader, writer)
            if iscoroutine(made):
                task = self._loop.create_task(made)
                self._tasks.add(task)
                task.add_done_callback(self._handled)

    def _handled(self, task):
        self._tasks.discard(task)
        if task.cancelled():
            return
        error = task.exception()
        if error is not None:
            told = {'message': 'Unhandled exception in client_connected_cb', 'exception': error}
            self._loop.call_exception_handler(told)


async def start_server(client_connected_cb, host=None, port=None, *, limit=_LIMIT, sock=None, backlog=100,
                       ssl=None, reuse_address=None, reuse_port=None, start_serving=True, **kwds):
    loop = get_running_loop()
    if sock is None:
        sock = _socket.create_server((host or '', port or 0), backlog=backlog)
    else:
        sock.listen(backlog)
    sock.setblocking(False)
    server = Server(loop, [sock], client_connected_cb, limit)
    if start_serving:
        server._start()
    return server
