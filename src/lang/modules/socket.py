# Sockets: names and numbers stay here, what they do is the system's business.

from _bytes_like import checked as _checked_bytes
from enum import IntEnum as _IntEnum, IntFlag as _IntFlag
from _lines import Lines as _Lines
from _socket import accept as _accept, bind as _bind, close as _close, connect as _connect, listen as _listen
from _socket import open as _open, outcome as _outcome, pair as _pair, poll as _poll, receive as _receive
from _socket import receive_from as _receive_from, send as _send, send_to as _send_to, shutdown as _shutdown

__all__ = [
    'AF_INET', 'AF_UNIX', 'AF_UNSPEC', 'AddressFamily', 'INADDR_ANY', 'IPPROTO_TCP', 'IPPROTO_UDP',
    'MSG_DONTWAIT', 'MSG_NOSIGNAL', 'MSG_PEEK', 'MSG_WAITALL', 'MsgFlag', 'SHUT_RD',
    'SHUT_RDWR', 'SHUT_WR', 'SOCK_DGRAM', 'SocketKind', 'SOCK_STREAM', 'SOL_SOCKET', 'SOMAXCONN', 'SO_BROADCAST', 'SO_ERROR', 'SO_KEEPALIVE', 'SO_RCVBUF',
    'SO_REUSEADDR', 'SO_REUSEPORT', 'SO_SNDBUF', 'SO_TYPE', 'SocketType', 'TCP_NODELAY', 'create_connection',
    'create_server', 'error', 'gaierror', 'getaddrinfo', 'getdefaulttimeout', 'gethostbyname', 'gethostname', 'has_ipv6', 'herror',
    'htonl', 'htons', 'inet_aton', 'inet_ntoa', 'ntohl', 'ntohs', 'setdefaulttimeout', 'socket', 'socketpair',
    'timeout',
]

class AddressFamily(_IntEnum):
    AF_UNSPEC = 0
    AF_UNIX = 1
    AF_INET = 2

class SocketKind(_IntEnum):
    SOCK_STREAM = 1
    SOCK_DGRAM = 2

class MsgFlag(_IntFlag):
    MSG_PEEK = 2
    MSG_DONTWAIT = 64
    MSG_WAITALL = 256
    MSG_NOSIGNAL = 16384

AF_UNSPEC, AF_UNIX, AF_INET = AddressFamily
MSG_PEEK, MSG_DONTWAIT, MSG_WAITALL, MSG_NOSIGNAL = MsgFlag
SOCK_STREAM, SOCK_DGRAM = SocketKind
SOL_SOCKET = 1
SO_REUSEADDR = 2
SO_TYPE = 3
SO_ERROR = 4
SO_BROADCAST = 6
SO_SNDBUF = 7
SO_RCVBUF = 8
SO_KEEPALIVE = 9
SO_REUSEPORT = 15
SOMAXCONN = 4096
INADDR_ANY = 0
IPPROTO_TCP = 6
IPPROTO_UDP = 17
TCP_NODELAY = 1
has_ipv6 = True
SHUT_RD = 0
SHUT_WR = 1
SHUT_RDWR = 2

error = OSError
timeout = TimeoutError


class herror(OSError):
    __module__ = 'socket'


class gaierror(OSError):
    __module__ = 'socket'


_TEXTS = {104: 'Connection reset by peer', 111: 'Connection refused', 110: 'Connection timed out'}
_IN_PROGRESS = 115
_READABLE = 1
_WRITABLE = 2

_default_timeout = None
_GLOBAL_DEFAULT_TIMEOUT = object()


def getdefaulttimeout():
    return _default_timeout


def setdefaulttimeout(value):
    global _default_timeout
    _default_timeout = _checked_timeout(value)


def _checked_timeout(value):
    if value is None:
        return None
    if not isinstance(value, (int, float)):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(value).__name__)
    value = float(value)
    if value < 0:
        raise ValueError('Timeout value out of range')
    return value


# A failure is a tuple of its number and its text.
def _checked(reply):
    if isinstance(reply, tuple):
        raise OSError(*reply)
    return reply


def _host_and_port(address, method):
    if not isinstance(address, tuple):
        raise TypeError('%s(): AF_INET address must be tuple, not %s' % (method, type(address).__name__))
    if len(address) != 2:
        raise TypeError('%s(): AF_INET address must be a pair (host, port)' % method)
    host, port = address
    if isinstance(host, (bytes, bytearray)):
        host = bytes(host).decode()
    if not isinstance(port, int):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(port).__name__)
    if not 0 <= port <= 65535:
        raise OverflowError('%s(): port must be 0-65535.' % method)
    return host, port


class socket:
    __module__ = 'socket'

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        family = AF_INET if family == -1 else family
        type = SOCK_STREAM if type == -1 else type
        if fileno is None:
            if family != AF_INET or type not in (SOCK_STREAM, SOCK_DGRAM):
                raise OSError(97, 'Address family not supported by protocol')
            fileno = _checked(_open(type == SOCK_STREAM))
        self.family = family
        self.type = type
        self.proto = 0 if proto == -1 else proto
        self._fd = fileno
        self._own = ('0.0.0.0', 0) if family == AF_INET else ''
        self._peer = None
        self._timeout = _default_timeout
        self._options = {}
        # Files upon it, which keep it open.
        self._files = 0
        self._closed = False

    def __enter__(self):
        return self

    def __exit__(self, *args):
        if not self._closed:
            self.close()

    def __repr__(self):
        closed = ' [closed]' if self._fd < 0 else ''
        told = '<socket.socket%s fd=%d, family=%d, type=%d, proto=%d' % (
            closed, self._fd, self.family, self.type, self.proto)
        if self._fd >= 0:
            told += ', laddr=%r' % (self._own,)
            if self._peer is not None:
                told += ', raddr=%r' % (self._peer,)
        return told + '>'

    def __del__(self):
        if self._fd >= 0:
            _close(self._fd)
            self._fd = -1

    def fileno(self):
        return self._fd

    def detach(self):
        fd = self._fd
        self._fd = -1
        self._closed = True
        return fd

    def close(self):
        self._closed = True
        if self._files <= 0:
            self._real_close()

    def _real_close(self):
        fd = self._fd
        if fd >= 0:
            self._fd = -1
            _close(fd)

    def _file_closed(self):
        self._files -= 1
        if self._closed and self._files <= 0:
            self._real_close()

    def shutdown(self, how):
        if how not in (SHUT_RD, SHUT_WR, SHUT_RDWR):
            raise OSError(22, 'Invalid argument')
        _checked(_shutdown(self._fd, how))

    def settimeout(self, value):
        self._timeout = _checked_timeout(value)

    def gettimeout(self):
        return self._timeout

    @property
    def timeout(self):
        return self._timeout

    def setblocking(self, flag):
        self._timeout = None if flag else 0.0

    def getblocking(self):
        return self._timeout != 0

    def setsockopt(self, level, option, value, length=None):
        self._options[level, option] = value

    def getsockopt(self, level, option, buflen=0):
        if level == SOL_SOCKET and option == SO_ERROR:
            return self._settled()[0]
        if level == SOL_SOCKET and option == SO_TYPE:
            return self.type
        return int(self._options.get((level, option), 0))

    def getsockname(self):
        if self._fd < 0:
            raise OSError(9, 'Bad file descriptor')
        return self._own

    def getpeername(self):
        if self._fd < 0:
            raise OSError(9, 'Bad file descriptor')
        if self._peer is None:
            raise OSError(107, 'Transport endpoint is not connected')
        return self._peer

    def bind(self, address):
        host, port = _host_and_port(address, 'bind')
        port = _checked(_bind(self._fd, host, port))
        self._own = (gethostbyname(host) if host else '0.0.0.0', port)

    def listen(self, backlog=128):
        port = _checked(_listen(self._fd, backlog))
        self._own = (self._own[0], port)

    # Tries until it is done: a socket with a timeout first waits until it is ready.
    def _patiently(self, bits, call, *args):
        limit = self._timeout
        while True:
            if limit:
                self._await(bits, limit)
            reply = call(self._fd, *args, limit is None)
            if isinstance(reply, tuple):
                if limit and reply[0] == 11:
                    continue
                raise OSError(*reply)
            return reply

    def _await(self, bits, limit):
        if not _checked(_poll({self._fd: bits}, limit)):
            raise TimeoutError('timed out')

    def accept(self):
        fd, host, port = self._patiently(_READABLE, _accept)
        made = socket(self.family, self.type, self.proto, fileno=fd)
        made._own = ('127.0.0.1', self._own[1])
        made._peer = (host, port)
        return made, made._peer

    def connect(self, address):
        host, port = _host_and_port(address, 'connect')
        if self.type == SOCK_DGRAM:
            self._peer = (gethostbyname(host), port)
            self._peer_host = host
            return
        limit = self._timeout
        reply = _connect(self._fd, host, port, limit is None)
        if isinstance(reply, tuple):
            if reply[0] != _IN_PROGRESS or limit == 0:
                raise OSError(*reply)
            self._await(_WRITABLE, limit)
            self._finish_connect(address)
            return
        self._own = ('127.0.0.1', reply)
        self._peer = (gethostbyname(host), port)

    # What went wrong with the socket, or 0, and the port of this end.
    def _settled(self):
        reply = _outcome(self._fd)
        if isinstance(reply[1], str):
            raise OSError(*reply)
        return reply

    # An attempt to connect that was not waited for is decided.
    def _finish_connect(self, address):
        number, port = self._settled()
        if number:
            raise OSError(number, _TEXTS.get(number, 'Connect call failed %s' % (address,)))
        self._own = ('127.0.0.1', port)
        self._peer = (gethostbyname(address[0]), address[1])

    def connect_ex(self, address):
        try:
            self.connect(address)
        except TimeoutError as problem:
            return problem.errno or 11
        except OSError as problem:
            if problem.errno is None:
                raise
            return problem.errno
        return 0

    def send(self, data, flags=0):
        if self._peer is not None and self.type == SOCK_DGRAM:
            return self.sendto(data, self._peer)
        return self._patiently(_WRITABLE, _send_some, _as_bytes(data))

    def sendall(self, data, flags=0):
        data = _as_bytes(data)
        sent = 0
        if self._timeout is None:
            # Less than all where a signal came.
            sent = _checked(_send(self._fd, data, True, True))
            while sent < len(data):
                sent += _checked(_send(self._fd, data[sent:], True, True))
            return
        while sent < len(data):
            sent += self._patiently(_WRITABLE, _send_some, data[sent:])

    def sendto(self, data, *rest):
        host, port = _host_and_port(rest[-1], 'sendto')
        return _checked(_send_to(self._fd, _as_bytes(data), host, port))

    def recv(self, bufsize, flags=0):
        if bufsize < 0:
            raise ValueError('negative buffersize in recv')
        if self.type == SOCK_DGRAM:
            return self.recvfrom(bufsize, flags)[0]
        if not flags:
            return self._patiently(_READABLE, _receive, bufsize)
        data = self._received_as(_receive, bufsize, flags)
        while flags & MSG_WAITALL and not flags & (MSG_PEEK | MSG_DONTWAIT) and 0 < len(data) < bufsize:
            more = self._patiently(_READABLE, _receive, bufsize - len(data))
            if not more:
                break
            data += more
        return data

    def _received_as(self, call, bufsize, flags):
        peek = bool(flags & MSG_PEEK)
        if flags & MSG_DONTWAIT:
            reply = call(self._fd, bufsize, False, peek)
            # What has come with an address is a list.
            if isinstance(reply, tuple):
                raise OSError(*reply)
            return reply
        return self._patiently(_READABLE, lambda fd, bufsize, wait: call(fd, bufsize, wait, peek), bufsize)

    def recv_into(self, buffer, nbytes=0, flags=0):
        data = self.recv(nbytes or len(buffer), flags)
        buffer[:len(data)] = data
        return len(data)

    def recvfrom(self, bufsize, flags=0):
        if self.type == SOCK_STREAM:
            return self.recv(bufsize, flags), None
        data, host, port = self._received_as(_receive_from, bufsize, flags)
        return data, (host, port)

    def makefile(self, mode='r', buffering=None, *, encoding=None, errors=None, newline=None):
        if not set(mode) <= {'r', 'w', 'b'}:
            raise ValueError('invalid mode %r (only r, w, b allowed)' % (mode,))
        self._files += 1
        return _SocketFile(self, mode, encoding or 'utf-8')


SocketType = socket


def _send_some(fd, data, wait):
    return _send(fd, data, wait, False)


def _as_bytes(data):
    return data if isinstance(data, bytes) else bytes(_checked_bytes(data))


# A file upon a socket: what is written goes out at flush() and close().
class _SocketFile(_Lines):
    def __init__(self, sock, mode, encoding):
        self._sock = sock
        self.mode = mode
        self._encoding = None if 'b' in mode else encoding
        self._read = b''
        self._written = []
        self.closed = False

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def _shown(self, data):
        if self._encoding is None:
            return data
        return data.decode(self._encoding).replace('\r\n', '\n')

    def _check(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')

    def _more(self):
        data = self._sock.recv(8192)
        self._read += data
        return bool(data)

    def read(self, size=-1):
        self._check()
        while (size is None or size < 0 or len(self._read) < size) and self._more():
            pass
        end = len(self._read) if size is None or size < 0 else size
        data = self._read[:end]
        self._read = self._read[end:]
        return self._shown(data)

    def readline(self, limit=-1):
        self._check()
        start = 0
        while True:
            at = self._read.find(b'\n', start)
            if at >= 0 or 0 <= limit <= len(self._read):
                break
            start = len(self._read)
            if not self._more():
                break
        end = at + 1 if at >= 0 else len(self._read)
        if 0 <= limit < end:
            end = limit
        data = self._read[:end]
        self._read = self._read[end:]
        return self._shown(data)

    def readlines(self):
        return list(self)

    def write(self, data):
        self._check()
        if self._encoding is not None:
            self._written.append(data.encode(self._encoding))
        else:
            self._written.append(_as_bytes(data))
        return len(data)

    def flush(self):
        if self._written:
            data = b''.join(self._written)
            self._written = []
            self._sock.sendall(data)

    def readable(self):
        return 'r' in self.mode

    def writable(self):
        return 'w' in self.mode

    def close(self):
        if not self.closed:
            try:
                self.flush()
            finally:
                self.closed = True
                self._sock._file_closed()

    def __del__(self):
        self.close()


def socketpair(family=None, type=SOCK_STREAM, proto=0):
    pair = []
    for fd in _checked(_pair()):
        made = socket(AF_UNIX, type, proto, fileno=fd)
        made._peer = ''
        pair.append(made)
    return pair[0], pair[1]


def create_connection(address, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, *, all_errors=False):
    made = socket(AF_INET, SOCK_STREAM)
    try:
        if timeout is not _GLOBAL_DEFAULT_TIMEOUT:
            made.settimeout(timeout)
        if source_address:
            made.bind(source_address)
        made.connect(address)
        return made
    except:
        made.close()
        raise


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    made = socket(family, SOCK_STREAM)
    try:
        made.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        made.bind(address)
        made.listen() if backlog is None else made.listen(backlog)
        return made
    except:
        made.close()
        raise


def gethostname():
    return 'gilsim'


# Names are not looked up anywhere: one that is no number gets an address of those kept for examples (RFC 5737).
def gethostbyname(name):
    if name in ('', 'localhost', 'gilsim'):
        return '127.0.0.1' if name else '0.0.0.0'
    parts = name.split('.')
    if len(parts) == 4 and all(part.isdigit() and int(part) < 256 for part in parts):
        return name
    number = 0
    for letter in name:
        number = (number * 31 + ord(letter)) % 253
    return '203.0.113.%d' % (number + 1)


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    kinds = [(SOCK_STREAM, IPPROTO_TCP), (SOCK_DGRAM, IPPROTO_UDP)]
    address = (gethostbyname(host or 'localhost'), int(port or 0))
    return [(AF_INET, kind, number, '', address) for kind, number in kinds if type in (0, kind)]


def htons(number):
    return (number & 0xff) << 8 | number >> 8 & 0xff


def htonl(number):
    return htons(number & 0xffff) << 16 | htons(number >> 16 & 0xffff)


ntohs = htons
ntohl = htonl


def inet_aton(text):
    parts = text.split('.')
    if len(parts) != 4 or not all(part.isdigit() and int(part) < 256 for part in parts):
        raise OSError('illegal IP address string passed to inet_aton')
    return bytes([int(part) for part in parts])


def inet_ntoa(packed):
    if len(packed) != 4:
        raise OSError('packed IP wrong length')
    return '.'.join([str(part) for part in packed])
