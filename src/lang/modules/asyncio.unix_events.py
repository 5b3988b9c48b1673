# Servers and connections of loops that have the names of files.

import os
import socket as _socket
from _socket_paths import is_socket as _is_socket
from asyncio.base_events import SelectorEventLoop, _refuse_ssl
from asyncio.events import DefaultEventLoopPolicy
from asyncio.selector_events import _create_connection, _create_server
from asyncio.transports import ReadTransport, WriteTransport, _FlowControl

__all__ = ['DefaultEventLoopPolicy', 'SelectorEventLoop']

_PIECE = 256 * 1024


# A stream of this family, which the caller may have made.
def _checked(path, sock):
    if path is not None and sock is not None:
        raise ValueError('path and sock can not be specified at the same time')
    if sock is None:
        if path is None:
            raise ValueError('path was not specified, and no sock specified')
        return _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
    if sock.family != _socket.AF_UNIX or sock.type != _socket.SOCK_STREAM:
        raise ValueError('A UNIX Domain Stream Socket was expected, got %r' % (sock,))
    return sock


async def _create_unix_server(loop, protocol_factory, path=None, *, sock=None, backlog=100, ssl=None,
                              start_serving=True, **kwds):
    _refuse_ssl(ssl, **kwds)
    made = _checked(path, sock)
    if path is not None:
        path = os.fspath(path)
        try:
            # What another server has left.
            if _is_socket(path):
                os.remove(path)
            made.bind(path)
        except OSError as error:
            made.close()
            if error.errno == 98:
                raise OSError(98, 'Address %r is already in use' % (path,)) from None
            raise
    return await _create_server(loop, protocol_factory, None, None, made, backlog, start_serving)


async def _create_unix_connection(loop, protocol_factory, path=None, *, ssl=None, sock=None, **kwds):
    _refuse_ssl(ssl, **kwds)
    made = _checked(path, sock)
    made.setblocking(False)
    if path is not None:
        try:
            await loop.sock_connect(made, os.fspath(path))
        except:
            made.close()
            raise
    return await _create_connection(loop, protocol_factory, None, None, made, None)




# What both ends of a pipe have as transports.
class _UnixPipeTransport:
    def __init__(self, loop, pipe, protocol):
        self._extra = {'pipe': pipe}
        self._loop = loop
        self._pipe = pipe
        self._number = pipe.fileno()
        self._protocol = protocol
        self._closing = False
        os.set_blocking(self._number, False)
        loop.call_soon(protocol.connection_made, self)

    def __repr__(self):
        told = [type(self).__name__]
        if self._pipe is None:
            told.append('closed')
        elif self._closing:
            told.append('closing')
        told.append('fd=%d' % self._number)
        return '<%s>' % ' '.join(told)

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closing

    def close(self):
        if not self._closing:
            self._finish(None)

    def abort(self):
        self._finish(None)

    def _finish(self, error):
        self._closing = True
        self._loop.remove_reader(self._number)
        self._loop.call_soon(self._connection_lost, error)

    def _connection_lost(self, error):
        try:
            self._protocol.connection_lost(error)
        finally:
            self._pipe.close()
            self._pipe = None
            self._protocol = None


class _UnixReadPipeTransport(_UnixPipeTransport, ReadTransport):
    _paused = False

    def __init__(self, loop, pipe, protocol):
        _UnixPipeTransport.__init__(self, loop, pipe, protocol)
        loop.call_soon(self._start_reading)

    def _start_reading(self):
        if not self._closing and not self._paused:
            self._loop.add_reader(self._number, self._read_ready)

    def is_reading(self):
        return not self._closing and not self._paused

    def pause_reading(self):
        if self.is_reading():
            self._paused = True
            self._loop.remove_reader(self._number)

    def resume_reading(self):
        if self._paused and not self._closing:
            self._paused = False
            self._loop.add_reader(self._number, self._read_ready)

    def _read_ready(self):
        try:
            data = os.read(self._number, _PIECE)
        except BlockingIOError:
            return
        except OSError as error:
            self._finish(error)
            return
        if data:
            self._protocol.data_received(data)
        else:
            self._closing = True
            self._loop.remove_reader(self._number)
            self._loop.call_soon(self._protocol.eof_received)
            self._loop.call_soon(self._connection_lost, None)


# Writes at once.
class _UnixWritePipeTransport(_UnixPipeTransport, _FlowControl, WriteTransport):
    def get_write_buffer_size(self):
        return 0

    def write(self, data):
        if self._closing or not data:
            return
        try:
            os.write(self._number, data)
        except OSError as error:
            self._finish(error)

    def can_write_eof(self):
        return True

    def write_eof(self):
        self.close()


async def _connect_read_pipe(loop, protocol_factory, pipe):
    protocol = protocol_factory()
    transport = _UnixReadPipeTransport(loop, pipe, protocol)
    await _once_around(loop)
    return transport, protocol


async def _connect_write_pipe(loop, protocol_factory, pipe):
    protocol = protocol_factory()
    transport = _UnixWritePipeTransport(loop, pipe, protocol)
    await _once_around(loop)
    return transport, protocol


# The protocol has heard of its transport then.
async def _once_around(loop):
    waiter = loop.create_future()
    waiter._awaited_as = 'a pipe'
    loop.call_soon(waiter.set_result, None)
    await waiter
