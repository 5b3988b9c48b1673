# Servers upon sockets: a loop that accepts, and a handler for each request, in the loop's thread or in one of its own.

import os as _os
import selectors as _selectors
import socket as _socket
import sys as _sys
import threading as _threading
from io import BytesIO as _BytesIO
from time import monotonic as _monotonic

__all__ = [
    'BaseRequestHandler', 'BaseServer', 'DatagramRequestHandler', 'ForkingMixIn', 'ForkingTCPServer',
    'ForkingUDPServer', 'StreamRequestHandler', 'TCPServer', 'ThreadingMixIn', 'ThreadingTCPServer',
    'ThreadingUDPServer', 'ThreadingUnixDatagramServer', 'ThreadingUnixStreamServer', 'UDPServer',
    'UnixDatagramServer', 'UnixStreamServer',
]


class BaseServer:
    __module__ = 'socketserver'
    timeout = None

    def __init__(self, server_address, RequestHandlerClass):
        self.server_address = server_address
        self.RequestHandlerClass = RequestHandlerClass
        self._is_shut_down = _threading.Event()
        self._wants_shutdown = False

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.server_close()

    def server_activate(self):
        pass

    def serve_forever(self, poll_interval=0.5):
        self._is_shut_down.clear()
        try:
            with _selectors.PollSelector() as selector:
                selector.register(self, _selectors.EVENT_READ)
                while not self._wants_shutdown:
                    ready = selector.select(poll_interval)
                    if self._wants_shutdown:
                        break
                    if ready:
                        self._handle_request_noblock()
                    self.service_actions()
        finally:
            self._wants_shutdown = False
            self._is_shut_down.set()

    def shutdown(self):
        self._wants_shutdown = True
        self._is_shut_down.wait()

    def service_actions(self):
        pass

    def handle_request(self):
        limits = [limit for limit in (self.socket.gettimeout(), self.timeout) if limit is not None]
        left = min(limits) if limits else None
        ends = None if left is None else _monotonic() + left
        with _selectors.PollSelector() as selector:
            selector.register(self, _selectors.EVENT_READ)
            while not selector.select(left):
                if ends is not None:
                    left = ends - _monotonic()
                    if left < 0:
                        return self.handle_timeout()
            return self._handle_request_noblock()

    # One that is known to have come.
    def _handle_request_noblock(self):
        try:
            request, client_address = self.get_request()
        except OSError:
            return
        if not self.verify_request(request, client_address):
            self.shutdown_request(request)
            return
        try:
            self.process_request(request, client_address)
        except Exception:
            self.handle_error(request, client_address)
            self.shutdown_request(request)
        except:
            self.shutdown_request(request)
            raise

    def handle_timeout(self):
        pass

    def verify_request(self, request, client_address):
        return True

    def process_request(self, request, client_address):
        self.finish_request(request, client_address)
        self.shutdown_request(request)

    def finish_request(self, request, client_address):
        self.RequestHandlerClass(request, client_address, self)

    def shutdown_request(self, request):
        self.close_request(request)

    def close_request(self, request):
        pass

    def server_close(self):
        pass

    def handle_error(self, request, client_address):
        import traceback
        line = '-' * 40
        print(line, file=_sys.stderr)
        print('Exception occurred during processing of request from', client_address, file=_sys.stderr)
        traceback.print_exc()
        print(line, file=_sys.stderr)


class TCPServer(BaseServer):
    __module__ = 'socketserver'
    address_family = _socket.AF_INET
    socket_type = _socket.SOCK_STREAM
    request_queue_size = 5
    allow_reuse_address = False
    allow_reuse_port = False

    def __init__(self, server_address, RequestHandlerClass, bind_and_activate=True):
        BaseServer.__init__(self, server_address, RequestHandlerClass)
        self.socket = _socket.socket(self.address_family, self.socket_type)
        if bind_and_activate:
            try:
                self.server_bind()
                self.server_activate()
            except:
                self.server_close()
                raise

    def server_bind(self):
        if self.allow_reuse_address:
            self.socket.setsockopt(_socket.SOL_SOCKET, _socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()

    def server_activate(self):
        self.socket.listen(self.request_queue_size)

    def server_close(self):
        self.socket.close()

    def fileno(self):
        return self.socket.fileno()

    def get_request(self):
        return self.socket.accept()

    def shutdown_request(self, request):
        try:
            request.shutdown(_socket.SHUT_WR)
        except OSError:
            # The other side has gone already.
            pass
        self.close_request(request)

    def close_request(self, request):
        request.close()


class UDPServer(TCPServer):
    __module__ = 'socketserver'
    socket_type = _socket.SOCK_DGRAM
    max_packet_size = 8192

    def get_request(self):
        data, client_address = self.socket.recvfrom(self.max_packet_size)
        return (data, self.socket), client_address

    def server_activate(self):
        pass

    def shutdown_request(self, request):
        self.close_request(request)

    def close_request(self, request):
        pass


class UnixStreamServer(TCPServer):
    __module__ = 'socketserver'
    address_family = _socket.AF_UNIX


class UnixDatagramServer(UDPServer):
    __module__ = 'socketserver'
    address_family = _socket.AF_UNIX


# A process for each request.
class ForkingMixIn:
    __module__ = 'socketserver'
    timeout = 300
    active_children = None
    max_children = 40
    block_on_close = True

    # Those that have ended; with too many, one is waited for.
    def collect_children(self, *, blocking=False):
        children = self.active_children or set()
        while len(children) >= self.max_children:
            self._wait_for(next(iter(children)), 0)
        for pid in list(children):
            self._wait_for(pid, 0 if blocking else _os.WNOHANG)

    def _wait_for(self, pid, options):
        try:
            pid, _ = _os.waitpid(pid, options)
        except ChildProcessError:
            pass
        self.active_children.discard(pid)

    def handle_timeout(self):
        self.collect_children()

    def service_actions(self):
        self.collect_children()

    def process_request(self, request, client_address):
        pid = _os.fork()
        if pid:
            if self.active_children is None:
                self.active_children = set()
            self.active_children.add(pid)
            self.close_request(request)
            return
        status = 1
        try:
            self.finish_request(request, client_address)
            status = 0
        except Exception:
            self.handle_error(request, client_address)
        finally:
            try:
                self.shutdown_request(request)
            finally:
                _os._exit(status)

    def server_close(self):
        super().server_close()
        self.collect_children(blocking=self.block_on_close)


class ForkingTCPServer(ForkingMixIn, TCPServer):
    __module__ = 'socketserver'


class ForkingUDPServer(ForkingMixIn, UDPServer):
    __module__ = 'socketserver'


# A thread for each request.
class ThreadingMixIn:
    __module__ = 'socketserver'
    daemon_threads = False
    block_on_close = True
    _threads = None

    def process_request_thread(self, request, client_address):
        try:
            self.finish_request(request, client_address)
        except Exception:
            self.handle_error(request, client_address)
        finally:
            self.shutdown_request(request)

    def process_request(self, request, client_address):
        thread = _threading.Thread(target=self.process_request_thread, args=(request, client_address))
        thread.daemon = self.daemon_threads
        if not thread.daemon and self.block_on_close:
            living = [other for other in self._threads or () if other.is_alive()]
            self._threads = living + [thread]
        thread.start()

    def server_close(self):
        super().server_close()
        threads = self._threads or []
        self._threads = None
        for thread in threads:
            thread.join()


class ThreadingTCPServer(ThreadingMixIn, TCPServer):
    __module__ = 'socketserver'


class ThreadingUDPServer(ThreadingMixIn, UDPServer):
    __module__ = 'socketserver'


class ThreadingUnixStreamServer(ThreadingMixIn, UnixStreamServer):
    __module__ = 'socketserver'


class ThreadingUnixDatagramServer(ThreadingMixIn, UnixDatagramServer):
    __module__ = 'socketserver'


class BaseRequestHandler:
    __module__ = 'socketserver'

    def __init__(self, request, client_address, server):
        self.request = request
        self.client_address = client_address
        self.server = server
        self.setup()
        try:
            self.handle()
        finally:
            self.finish()

    def setup(self):
        pass

    def handle(self):
        pass

    def finish(self):
        pass


# Writes go out at once.
class _Writer:
    closed = False

    def __init__(self, sock):
        self._sock = sock

    def write(self, data):
        self._sock.sendall(data)
        return len(data)

    def writable(self):
        return True

    def flush(self):
        pass

    def close(self):
        self.closed = True


class StreamRequestHandler(BaseRequestHandler):
    __module__ = 'socketserver'
    rbufsize = -1
    wbufsize = 0
    timeout = None
    disable_nagle_algorithm = False

    def setup(self):
        self.connection = self.request
        if self.timeout is not None:
            self.connection.settimeout(self.timeout)
        self.rfile = self.connection.makefile('rb', self.rbufsize)
        if self.wbufsize == 0:
            self.wfile = _Writer(self.connection)
        else:
            self.wfile = self.connection.makefile('wb', self.wbufsize)

    def finish(self):
        if not self.wfile.closed:
            try:
                self.wfile.flush()
            except OSError:
                # The other side has gone already.
                pass
        self.wfile.close()
        self.rfile.close()


class DatagramRequestHandler(BaseRequestHandler):
    __module__ = 'socketserver'

    def setup(self):
        self.packet, self.socket = self.request
        self.rfile = _BytesIO(self.packet)
        self.wfile = _BytesIO()

    def finish(self):
        self.socket.sendto(self.wfile.getvalue(), self.client_address)
