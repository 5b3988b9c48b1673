# Transports upon sockets that the loop watches, and servers of these.

import socket as _socket
from _library import work as _library
from asyncio.events import AbstractServer
from asyncio.exceptions import CancelledError
from asyncio.protocols import BufferedProtocol
from asyncio.transports import DatagramTransport, Transport, _FlowControl
from asyncio.trsock import TransportSocket

_PIECE = 256 * 1024


class _SelectorTransport(_FlowControl):
    def _begin(self, loop, sock, protocol, waiter, extra):
        sock.setblocking(False)
        self._extra = dict(extra or ())
        self._extra['socket'] = TransportSocket(sock)
        self._extra['sockname'] = sock.getsockname()
        if 'peername' not in self._extra:
            self._extra['peername'] = sock._peer
        self._loop = loop
        self._sock = sock
        self._number = sock.fileno()
        self._protocol = protocol
        self._lost = 0
        self._closing = False
        loop.call_soon(protocol.connection_made, self)
        loop.call_soon(self._start_reading)
        if waiter is not None:
            loop.call_soon(_done_unless_cancelled, waiter)

    def __repr__(self):
        told = [type(self).__name__]
        if self._sock is None:
            told.append('closed')
        elif self._closing:
            told.append('closing')
        number = self._number
        told.append('fd=%d' % number)
        if self._loop is not None and not self._loop.is_closed():
            told.append('read=%s' % ('polling' if number in self._loop._readers else 'idle'))
            state = 'polling' if number in self._loop._writers else 'idle'
            told.append('write=<%s, bufsize=%d>' % (state, self.get_write_buffer_size()))
        return '<%s>' % ' '.join(told)

    def is_closing(self):
        return self._closing

    def get_protocol(self):
        return self._protocol

    def set_protocol(self, protocol):
        self._protocol = protocol

    def _start_reading(self):
        if not self._closing and not self._paused:
            self._loop.add_reader(self._sock.fileno(), self._read_ready)

    def close(self):
        if self._closing:
            return
        self._closing = True
        self._loop.remove_reader(self._sock.fileno())
        if not self._buffer:
            self._lost += 1
            self._loop.remove_writer(self._sock.fileno())
            self._loop.call_soon(self._connection_lost, None)

    def abort(self):
        self._force_close(None)

    def _fatal_error(self, error, message):
        if not isinstance(error, OSError):
            self._loop.call_exception_handler({
                'message': message, 'exception': error, 'transport': self, 'protocol': self._protocol,
            })
        self._force_close(error)

    def _force_close(self, error):
        if self._lost:
            return
        if self._buffer:
            self._buffer.clear()
            self._loop.remove_writer(self._sock.fileno())
        if not self._closing:
            self._closing = True
            self._loop.remove_reader(self._sock.fileno())
        self._lost += 1
        self._loop.call_soon(self._connection_lost, error)

    def _connection_lost(self, error):
        try:
            self._protocol.connection_lost(error)
        finally:
            self._sock.close()
            self._sock = None
            self._protocol = None
            self._loop = None

    def __del__(self):
        sock = self._sock
        if sock is not None:
            sock.close()


class _SelectorSocketTransport(_SelectorTransport, Transport):
    def __init__(self, loop, sock, protocol, waiter=None, extra=None, server=None):
        self._buffer = bytearray()
        self._eof = False
        self._paused = False
        self._server = server
        _library('transport')
        self._begin(loop, sock, protocol, waiter, extra)
        if server is not None:
            server._attach()

    def is_reading(self):
        return not self._closing and not self._paused

    def pause_reading(self):
        if self._closing or self._paused:
            return
        self._paused = True
        self._loop.remove_reader(self._sock.fileno())

    def resume_reading(self):
        if self._closing or not self._paused:
            return
        self._paused = False
        self._loop.add_reader(self._sock.fileno(), self._read_ready)

    def _read_ready(self):
        if self._lost:
            return
        protocol = self._protocol
        is_buffered = isinstance(protocol, BufferedProtocol)
        what = 'get_buffer'
        try:
            if is_buffered:
                buffer = protocol.get_buffer(-1)
                if not len(buffer):
                    raise RuntimeError('get_buffer() returned an empty buffer')
            what = None
            data = self._sock.recv_into(buffer) if is_buffered else self._sock.recv(_PIECE)
        except BlockingIOError:
            return
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if what is None and not isinstance(error, OSError):
                raise
            self._fatal_error(error, 'Fatal read error on socket transport' if what is None else
                              'Fatal error: protocol.get_buffer() call failed.')
            return
        try:
            if data and is_buffered:
                protocol.buffer_updated(data)
            elif data:
                protocol.data_received(data)
            elif protocol.eof_received():
                # The protocol wants to write on.
                self._loop.remove_reader(self._sock.fileno())
            else:
                self.close()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            what = ('buffer_updated' if is_buffered else 'data_received') if data else 'eof_received'
            self._fatal_error(error, 'Fatal error: protocol.%s() call failed.' % what)

    def get_write_buffer_size(self):
        return len(self._buffer)

    def write(self, data):
        if not isinstance(data, (bytes, bytearray)):
            kind = type(data).__name__
            raise TypeError('data argument must be a bytes-like object, not %r' % kind)
        if self._eof:
            raise RuntimeError('Cannot call write() after write_eof()')
        if self._lost or not data:
            return
        if not self._buffer:
            try:
                sent = self._sock.send(data)
            except BlockingIOError:
                sent = 0
            except OSError as error:
                self._fatal_error(error, 'Fatal write error on socket transport')
                return
            data = data[sent:]
            if not data:
                return
            self._loop.add_writer(self._sock.fileno(), self._write_ready)
        self._buffer += data
        self._maybe_pause_protocol()

    def _write_ready(self):
        if self._lost:
            return
        try:
            sent = self._sock.send(bytes(self._buffer))
        except BlockingIOError:
            return
        except OSError as error:
            self._loop.remove_writer(self._sock.fileno())
            self._buffer.clear()
            self._fatal_error(error, 'Fatal write error on socket transport')
            return
        del self._buffer[:sent]
        self._maybe_resume_protocol()
        if not self._buffer:
            self._loop.remove_writer(self._sock.fileno())
            if self._closing:
                self._connection_lost(None)
            elif self._eof:
                self._sock.shutdown(_socket.SHUT_WR)

    def write_eof(self):
        if self._closing or self._eof:
            return
        self._eof = True
        if not self._buffer:
            self._sock.shutdown(_socket.SHUT_WR)

    def can_write_eof(self):
        return True

    def _connection_lost(self, error):
        try:
            _SelectorTransport._connection_lost(self, error)
        finally:
            server = self._server
            if server is not None:
                self._server = None
                server._detach()


class _SelectorDatagramTransport(_SelectorTransport, DatagramTransport):
    def __init__(self, loop, sock, protocol, address=None, waiter=None, extra=None):
        # Of datagrams and where they go, those that could not be sent yet.
        self._buffer = []
        self._paused = False
        self._address = address
        self._begin(loop, sock, protocol, waiter, extra)

    def get_write_buffer_size(self):
        return sum([len(data) for data, address in self._buffer])

    def _read_ready(self):
        if self._lost:
            return
        try:
            data, address = self._sock.recvfrom(_PIECE)
        except BlockingIOError:
            return
        except OSError as error:
            self._protocol.error_received(error)
            return
        except BaseException as error:
            self._fatal_error(error, 'Fatal read error on datagram transport')
            return
        self._protocol.datagram_received(data, address)

    def sendto(self, data, addr=None):
        if not isinstance(data, (bytes, bytearray)):
            kind = type(data).__name__
            raise TypeError('data argument must be a bytes-like object, not %r' % kind)
        if not data:
            return
        if self._address is not None:
            if addr not in (None, self._address):
                raise ValueError('Invalid address: must be None or %s' % (self._address,))
            addr = self._address
        if self._lost:
            return
        if not self._buffer:
            try:
                self._sock.sendto(data, addr)
                return
            except BlockingIOError:
                self._loop.add_writer(self._sock.fileno(), self._write_ready)
            except OSError as error:
                self._protocol.error_received(error)
                return
        self._buffer.append((bytes(data), addr))
        self._maybe_pause_protocol()

    def _write_ready(self):
        while self._buffer:
            data, address = self._buffer[0]
            try:
                self._sock.sendto(data, address)
            except BlockingIOError:
                break
            except OSError as error:
                self._protocol.error_received(error)
                return
            self._buffer.pop(0)
        self._maybe_resume_protocol()
        if not self._buffer:
            self._loop.remove_writer(self._sock.fileno())
            if self._closing:
                self._connection_lost(None)


def _done_unless_cancelled(waiter):
    if not waiter.cancelled():
        waiter.set_result(None)


class Server(AbstractServer):
    __module__ = 'asyncio.base_events'

    def __init__(self, loop, sockets, protocol_factory, backlog):
        self._loop = loop
        self._sockets = sockets
        self._protocol_factory = protocol_factory
        self._backlog = backlog
        self._serving = False
        self._forever = None
        self._connections = 0
        self._waiters = []

    def __repr__(self):
        return '<Server sockets=%r>' % (self.sockets,)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        self.close()
        await self.wait_closed()

    @property
    def sockets(self):
        return tuple([TransportSocket(sock) for sock in self._sockets or ()])

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return self._serving

    def _attach(self):
        self._connections += 1

    def _detach(self):
        self._connections -= 1
        if self._connections == 0 and self._sockets is None:
            self._wake_up()

    def _wake_up(self):
        waiters = self._waiters
        self._waiters = None
        for waiter in waiters or ():
            if not waiter.done():
                waiter.set_result(None)

    def _start_serving(self):
        if self._serving:
            return
        self._serving = True
        for sock in self._sockets:
            sock.listen(self._backlog)
            self._loop.add_reader(sock.fileno(), self._accept, sock)

    async def start_serving(self):
        from asyncio.tasks import sleep
        self._start_serving()
        await sleep(0)

    async def serve_forever(self):
        if self._forever is not None:
            raise RuntimeError('server %r is already being awaited on serve_forever()' % self)
        if self._sockets is None:
            raise RuntimeError('server %r is closed' % self)
        self._start_serving()
        self._forever = self._loop.create_future()
        try:
            await self._forever
        except CancelledError:
            self.close()
            await self.wait_closed()
            raise
        finally:
            self._forever = None

    def close(self):
        sockets = self._sockets
        if sockets is None:
            return
        self._sockets = None
        for sock in sockets:
            self._loop.remove_reader(sock.fileno())
            sock.close()
        self._serving = False
        forever = self._forever
        if forever is not None and not forever.done():
            self._forever = None
            forever.cancel()
        if self._connections == 0:
            self._wake_up()

    # As in 3.11, where a server that is closed is not waited for.
    async def wait_closed(self):
        if self._sockets is None or self._waiters is None:
            return
        waiter = self._loop.create_future()
        self._waiters.append(waiter)
        await waiter

    def _accept(self, listener):
        for i in range(self._backlog):
            try:
                sock, address = listener.accept()
            except (BlockingIOError, ConnectionAbortedError):
                return
            self._loop.create_task(self._welcome(sock, address))

    async def _welcome(self, sock, address):
        waiter = self._loop.create_future()
        waiter._awaited_as = 'a connection'
        protocol = self._protocol_factory()
        transport = _SelectorSocketTransport(self._loop, sock, protocol, waiter, {'peername': address}, self)
        await waiter


# An address that is looked up is a task's work even where nothing has to be waited for.
async def _resolved(host, port):
    return host, port


def _bind(sock, address):
    try:
        sock.bind(address)
    except OSError as error:
        text = (error.strerror or str(error)).lower()
        message = 'error while attempting to bind on address %r: %s' % (address, text)
        raise OSError(error.errno, message) from None


async def _create_server(loop, protocol_factory, host, port, sock, backlog, start_serving, reuse_port=None):
    from asyncio.tasks import gather, sleep
    if sock is None and host is None and port is None:
        raise ValueError('Neither host/port nor sock were specified')
    if sock is not None and not (host is None and port is None):
        raise ValueError('host/port and sock can not be specified at the same time')
    if sock is None:
        hosts = [host or ''] if host is None or isinstance(host, str) else list(host)
        sockets = []
        for host, port in await gather(*[_resolved(host, port) for host in hosts]):
            made = _socket.socket(_socket.AF_INET, _socket.SOCK_STREAM, _socket.IPPROTO_TCP)
            sockets.append(made)
            try:
                made.setsockopt(_socket.SOL_SOCKET, _socket.SO_REUSEADDR, 1)
                if reuse_port:
                    made.setsockopt(_socket.SOL_SOCKET, _socket.SO_REUSEPORT, 1)
                _bind(made, (host, port or 0))
            except OSError:
                for made in sockets:
                    made.close()
                raise
    else:
        if sock.type != _socket.SOCK_STREAM:
            raise ValueError('A Stream Socket was expected, got %r' % (sock,))
        sockets = [sock]
    for sock in sockets:
        sock.setblocking(False)
    server = Server(loop, sockets, protocol_factory, backlog)
    if start_serving:
        server._start_serving()
        await sleep(0)
    return server


async def _create_connection(loop, protocol_factory, host, port, sock, local_addr):
    if sock is not None and not (host is None and port is None):
        raise ValueError('host/port and sock can not be specified at the same time')
    if sock is None:
        if host is None and port is None:
            raise ValueError('host and port was not specified and no sock specified')
        sock = _socket.socket(_socket.AF_INET, _socket.SOCK_STREAM, _socket.IPPROTO_TCP)
        sock.setblocking(False)
        try:
            if local_addr is not None:
                _bind(sock, local_addr)
            await loop.sock_connect(sock, (host or 'localhost', port))
        except:
            sock.close()
            raise
    elif sock.type != _socket.SOCK_STREAM:
        raise ValueError('A Stream Socket was expected, got %r' % (sock,))
    sock.setblocking(False)
    protocol = protocol_factory()
    waiter = loop.create_future()
    waiter._awaited_as = 'a connection'
    transport = _SelectorSocketTransport(loop, sock, protocol, waiter)
    try:
        await waiter
    except:
        transport.close()
        raise
    return transport, protocol


async def _create_datagram_endpoint(loop, protocol_factory, local_addr, remote_addr, sock):
    if sock is None:
        if local_addr is None and remote_addr is None:
            raise ValueError('unexpected address family')
        sock = _socket.socket(_socket.AF_INET, _socket.SOCK_DGRAM, _socket.IPPROTO_UDP)
        try:
            if local_addr is not None:
                sock.bind(local_addr)
            if remote_addr is not None:
                sock.connect(remote_addr)
        except:
            sock.close()
            raise
    elif sock.type != _socket.SOCK_DGRAM:
        raise ValueError('A UDP Socket was expected, got %r' % (sock,))
    protocol = protocol_factory()
    waiter = loop.create_future()
    address = None if remote_addr is None else sock.getpeername()
    transport = _SelectorDatagramTransport(loop, sock, protocol, address, waiter)
    try:
        await waiter
    except:
        transport.close()
        raise
    return transport, protocol
