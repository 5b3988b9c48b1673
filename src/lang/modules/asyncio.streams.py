# Connections as streams upon the loop: what arrives is kept until it is asked for, and what is written goes out as the
# other end takes it.

from asyncio.events import get_event_loop, get_running_loop
from asyncio.exceptions import IncompleteReadError, LimitOverrunError
from asyncio.protocols import Protocol
from collections import deque
from _asyncio import iscoroutine

__all__ = ['StreamReader', 'StreamReaderProtocol', 'StreamWriter', 'open_connection', 'start_server']

_LIMIT = 2 ** 16


class StreamReader:
    __module__ = 'asyncio.streams'

    def __init__(self, limit=_LIMIT, loop=None):
        if limit <= 0:
            raise ValueError('Limit cannot be <= 0')
        self._limit = limit
        self._loop = get_event_loop() if loop is None else loop
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
        if self._limit != _LIMIT:
            told += ' limit=%d' % self._limit
        if self._waiter is not None:
            told += ' waiter=%r' % self._waiter
        if self._error is not None:
            told += ' exception=%r' % self._error
        if self._transport is not None:
            told += ' transport=%r' % self._transport
        if self._paused:
            told += ' paused'
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

    def set_transport(self, transport):
        self._transport = transport

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
            found = self._buffer.startswith(b'\n', error.consumed)
            self._taken(error.consumed + 1 if found else len(self._buffer))
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


# Holds writers back while their transport has too much to send.
class FlowControlMixin(Protocol):
    __module__ = 'asyncio.streams'

    def __init__(self, loop=None):
        self._loop = get_event_loop() if loop is None else loop
        self._paused = False
        self._connection_is_lost = False
        self._drain_waiters = deque()

    def connection_lost(self, exc):
        self._connection_is_lost = True
        if self._paused:
            self._release(exc)

    def pause_writing(self):
        self._paused = True

    def resume_writing(self):
        self._paused = False
        self._release(None)

    def _release(self, error):
        for waiter in self._drain_waiters:
            if waiter.done():
                continue
            if error is None:
                waiter.set_result(None)
            else:
                waiter.set_exception(error)

    async def _drained(self):
        if self._connection_is_lost:
            raise ConnectionResetError('Connection lost')
        if not self._paused:
            return
        waiter = self._loop.create_future()
        waiter._awaited_as = 'StreamWriter.drain'
        self._drain_waiters.append(waiter)
        try:
            await waiter
        finally:
            self._drain_waiters.remove(waiter)


# Gives to a reader what a transport receives.
class StreamReaderProtocol(FlowControlMixin):
    __module__ = 'asyncio.streams'

    def __init__(self, stream_reader, client_connected_cb=None, loop=None):
        FlowControlMixin.__init__(self, loop)
        self._reader = stream_reader
        self._callback = client_connected_cb
        self._task = None
        self._transport = None
        self._closed = self._loop.create_future()

    def connection_made(self, transport):
        self._transport = transport
        self._reader.set_transport(transport)
        if self._callback is None:
            return
        made = self._callback(self._reader, StreamWriter(transport, self, self._reader, self._loop))
        if iscoroutine(made):
            self._task = self._loop.create_task(made)
            self._task.add_done_callback(self._handled)

    def _handled(self, task):
        error = task.exception()
        if error is not None:
            told = {'message': 'Unhandled exception in client_connected_cb', 'exception': error}
            self._loop.call_exception_handler(told)
            if self._transport is not None:
                self._transport.close()

    def connection_lost(self, exc):
        if exc is None:
            self._reader.feed_eof()
        else:
            self._reader.set_exception(exc)
        if not self._closed.done():
            if exc is None:
                self._closed.set_result(None)
            else:
                self._closed.set_exception(exc)
        FlowControlMixin.connection_lost(self, exc)
        self._task = None
        self._transport = None

    def data_received(self, data):
        self._reader.feed_data(data)

    def eof_received(self):
        self._reader.feed_eof()
        return True

    def __del__(self):
        # Whoever has not waited for the end is not told of it.
        closed = self._closed
        if closed.done() and not closed.cancelled():
            closed.exception()


class StreamWriter:
    __module__ = 'asyncio.streams'

    def __init__(self, transport, protocol, reader, loop):
        self._transport = transport
        self._protocol = protocol
        self._reader = reader
        self._loop = loop

    def __repr__(self):
        return '<StreamWriter transport=%r reader=%r>' % (self._transport, self._reader)

    @property
    def transport(self):
        return self._transport

    def write(self, data):
        self._transport.write(data)

    def writelines(self, data):
        self._transport.writelines(data)

    def write_eof(self):
        return self._transport.write_eof()

    def can_write_eof(self):
        return self._transport.can_write_eof()

    def close(self):
        return self._transport.close()

    def is_closing(self):
        return self._transport.is_closing()

    async def wait_closed(self):
        await self._protocol._closed

    def get_extra_info(self, name, default=None):
        return self._transport.get_extra_info(name, default)

    async def drain(self):
        if self._reader is not None:
            error = self._reader.exception()
            if error is not None:
                raise error
        if self._transport.is_closing():
            # So that a loop around write() and drain() notices the end.
            from asyncio.tasks import sleep
            await sleep(0)
        await self._protocol._drained()

    def __del__(self):
        if not self._transport.is_closing() and not self._loop.is_closed():
            self._transport.close()


async def open_connection(host=None, port=None, *, limit=_LIMIT, **kwds):
    loop = get_running_loop()
    reader = StreamReader(limit=limit, loop=loop)
    protocol = StreamReaderProtocol(reader, loop=loop)
    transport, _ = await loop.create_connection(lambda: protocol, host, port, **kwds)
    return reader, StreamWriter(transport, protocol, reader, loop)


async def start_server(client_connected_cb, host=None, port=None, *, limit=_LIMIT, **kwds):
    loop = get_running_loop()

    def factory():
        return StreamReaderProtocol(StreamReader(limit=limit, loop=loop), client_connected_cb, loop=loop)

    return await loop.create_server(factory, host, port, **kwds)


async def open_unix_connection(path=None, *, limit=_LIMIT, **kwds):
    loop = get_running_loop()
    reader = StreamReader(limit=limit, loop=loop)
    protocol = StreamReaderProtocol(reader, loop=loop)
    transport, _ = await loop.create_unix_connection(lambda: protocol, path, **kwds)
    return reader, StreamWriter(transport, protocol, reader, loop)


async def start_unix_server(client_connected_cb, path=None, *, limit=_LIMIT, **kwds):
    loop = get_running_loop()

    def factory():
        return StreamReaderProtocol(StreamReader(limit=limit, loop=loop), client_connected_cb, loop=loop)

    return await loop.create_unix_server(factory, path, **kwds)
