# Sockets: names and numbers stay here, what they do is the system's business.

from _bytes_like import checked as _checked_bytes
from _file_table import Entry as _Entry, add as _add, entry_of as _entry_of, note as _note, release as _release, table as _table
from _socket_constants import *
from _socket_files import SocketIO, made as _file
from _socket_names import gaierror, getaddrinfo, getfqdn, gethostbyaddr, gethostbyname, gethostbyname_ex, gethostname
from _socket_names import getnameinfo, getservbyname, getservbyport, herror, htonl, htons, inet_aton, inet_ntoa
from _socket_names import inet_ntop, inet_pton, ntohl, ntohs
from _socket_paths import bound as _bound_path, found as _found_path, named as _path_of
from _socket import accept as _accept, bind as _bind, connect as _connect, listen as _listen
from _socket import open as _open, outcome as _outcome, pair as _pair, poll as _poll, receive as _receive
from _socket import receive_from as _receive_from, send as _send, send_to as _send_to, shutdown as _shutdown

__all__ = [
    'AF_INET', 'AF_INET6', 'AF_UNIX', 'AF_UNSPEC', 'AI_ADDRCONFIG', 'AI_CANONNAME', 'AI_NUMERICHOST',
    'AI_NUMERICSERV', 'AI_PASSIVE', 'AddressFamily', 'AddressInfo', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_FAMILY',
    'EAI_NONAME', 'EAI_SERVICE', 'INADDR_ANY', 'INADDR_BROADCAST', 'INADDR_LOOPBACK', 'INADDR_NONE', 'IPPROTO_ICMP',
    'IPPROTO_IP', 'IPPROTO_IPV6', 'IPPROTO_TCP', 'IPPROTO_UDP', 'IPV6_V6ONLY', 'IP_TOS', 'IP_TTL', 'MSG_DONTWAIT',
    'MSG_NOSIGNAL', 'MSG_OOB', 'MSG_PEEK', 'MSG_TRUNC', 'MSG_WAITALL', 'MsgFlag', 'NI_DGRAM', 'NI_NAMEREQD',
    'NI_NUMERICHOST', 'NI_NUMERICSERV', 'SHUT_RD', 'SHUT_RDWR', 'SHUT_WR', 'SOCK_CLOEXEC', 'SOCK_DGRAM',
    'SOCK_NONBLOCK', 'SOCK_RAW', 'SOCK_SEQPACKET', 'SOCK_STREAM', 'SOL_IP', 'SOL_SOCKET', 'SOL_TCP', 'SOL_UDP',
    'SOMAXCONN', 'SO_BROADCAST', 'SO_ERROR', 'SO_KEEPALIVE', 'SO_LINGER', 'SO_RCVBUF', 'SO_RCVTIMEO', 'SO_REUSEADDR',
    'SO_REUSEPORT', 'SO_SNDBUF', 'SO_SNDTIMEO', 'SO_TYPE', 'SocketKind', 'SocketType', 'TCP_KEEPCNT', 'TCP_KEEPIDLE',
    'TCP_KEEPINTVL', 'TCP_MAXSEG', 'TCP_NODELAY', 'TCP_QUICKACK', 'TCP_USER_TIMEOUT', 'close', 'create_connection',
    'create_server', 'dup', 'error', 'fromfd', 'gaierror', 'getaddrinfo', 'getdefaulttimeout', 'getfqdn', 'gethostbyaddr',
    'gethostbyname', 'gethostbyname_ex', 'gethostname', 'getnameinfo', 'getservbyname', 'getservbyport', 'has_dualstack_ipv6', 'has_ipv6',
    'herror', 'htonl', 'htons', 'inet_aton', 'inet_ntoa', 'inet_ntop', 'inet_pton', 'ntohl', 'ntohs',
    'setdefaulttimeout', 'socket', 'socketpair', 'timeout',
]

error = OSError
timeout = TimeoutError

_TEXTS = {104: 'Connection reset by peer', 111: 'Connection refused', 110: 'Connection timed out'}
_IN_PROGRESS = 115
_READABLE = 1
_WRITABLE = 2
_LOOPBACK = '127.0.0.1'

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
    _fd = -1

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        family = AF_INET if family == -1 else family
        type = SOCK_STREAM if type == -1 else type
        timeout = 0.0 if type & SOCK_NONBLOCK else _default_timeout
        type &= ~(SOCK_NONBLOCK | SOCK_CLOEXEC)
        if fileno is not None:
            if not isinstance(fileno, int):
                raise TypeError("'%s' object cannot be interpreted as an integer" % _type(fileno).__name__)
            if fileno < 0:
                raise ValueError('negative file descriptor')
            entry = _entry_of(fileno)
            if entry.kind != 'socket':
                raise OSError(88, 'Socket operation on non-socket')
            family, type, proto = entry.family, entry.type, entry.proto
        else:
            if family not in (AF_INET, AF_UNIX) or type not in (SOCK_STREAM, SOCK_DGRAM):
                raise OSError(97, 'Address family not supported by protocol')
            entry = _new_entry(_checked(_open(type == SOCK_STREAM)), family, type, 0 if proto == -1 else proto)
        self._begin(entry, fileno, timeout)

    # Without a number the entry gets one.
    def _begin(self, entry, number, timeout):
        self.family = _kind(AddressFamily, entry.family)
        self.type = _kind(SocketKind, entry.type)
        self.proto = entry.proto
        self._entry = entry
        self._fd = entry.native
        self._number = _add(entry) if number is None else number
        self._timeout = timeout
        if timeout is not None:
            entry.is_blocking = False
        # Files upon it, which keep it open.
        self._files = 0
        self._closed = False

    @property
    def _own(self):
        return self._entry.own

    @property
    def _peer(self):
        return self._entry.peer

    def __enter__(self):
        return self

    def __exit__(self, *args):
        if not self._closed:
            self.close()

    def __repr__(self):
        closed = ' [closed]' if self._fd < 0 else ''
        kind = type(self)
        told = '<%s.%s%s fd=%d, family=%d, type=%d, proto=%d' % (
            kind.__module__, kind.__qualname__, closed, self.fileno(), self.family, self.type, self.proto)
        if self._fd >= 0:
            if self._own:
                told += ', laddr=%s' % (self._own,)
            if self._peer:
                told += ', raddr=%s' % (self._peer,)
        return told + '>'

    def __del__(self):
        if self._fd >= 0:
            self._fd = -1
            if _table.get(self._number) is self._entry:
                _release(self._number)

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle '%s' object" % type(self).__name__)

    def fileno(self):
        return self._number if self._fd >= 0 else -1

    def get_inheritable(self):
        self._check_open()
        return self._entry.inheritable

    def set_inheritable(self, inheritable):
        self._check_open()
        self._entry.inheritable = bool(inheritable)

    def dup(self):
        self._check_open()
        return _upon(type(self), self._entry, None, self._timeout)

    def _check_open(self):
        if self._fd < 0:
            raise OSError(9, 'Bad file descriptor')

    def detach(self):
        number = self.fileno()
        self._fd = -1
        self._closed = True
        return number

    # The system's number, which nobody closes here any more.
    def _given_away(self):
        native = self._fd
        self._entry.count += 1
        self.close()
        return native

    def close(self):
        self._closed = True
        if self._files <= 0:
            self._real_close()

    def _real_close(self):
        if self._fd >= 0:
            self._fd = -1
            _release(self._number)

    def _file_closed(self):
        self._files -= 1
        if self._closed and self._files <= 0:
            self._real_close()

    def shutdown(self, how):
        if how not in (SHUT_RD, SHUT_WR, SHUT_RDWR):
            raise OSError(22, 'Invalid argument')
        _checked(_shutdown(self._fd, how))

    def settimeout(self, value):
        value = _checked_timeout(value)
        self._check_open()
        self._timeout = value
        self._entry.is_blocking = value is None

    def gettimeout(self):
        return self._timeout

    @property
    def timeout(self):
        return self._timeout

    def setblocking(self, flag):
        self.settimeout(None if flag else 0.0)

    def getblocking(self):
        return self._timeout != 0

    # A buffer is made twice as large as it is asked for: half of it is the system's own.
    def setsockopt(self, *args):
        if len(args) not in (3, 4):
            raise TypeError('setsockopt() takes exactly 3 arguments (%d given)' % len(args))
        level, option, value = args[:3]
        length = args[3] if len(args) > 3 else None
        self._check_open()
        if value is None:
            value = bytes(length)
        elif not isinstance(value, int):
            value = bytes(_checked_bytes(value))
        elif level == SOL_SOCKET and option in (SO_SNDBUF, SO_RCVBUF):
            value = max(2 * value, 4608 if option == SO_SNDBUF else 2304)
        self._entry.options[level, option] = value

    def getsockopt(self, level, option, buflen=0):
        self._check_open()
        value = self._option(level, option)
        if buflen:
            value = value if isinstance(value, bytes) else value.to_bytes(4, 'little')
            return value[:buflen]
        return value if isinstance(value, int) else int.from_bytes(value[:4], 'little')

    def _option(self, level, option):
        if level == SOL_SOCKET and option == SO_ERROR:
            return self._settled()[0]
        if level == SOL_SOCKET and option == SO_TYPE:
            return int(self.type)
        value = self._entry.options.get((level, option))
        if value is None and level == SOL_SOCKET and option in (SO_SNDBUF, SO_RCVBUF):
            if self.type == SOCK_DGRAM or self.family == AF_UNIX:
                return 212992
            return 16384 if option == SO_SNDBUF else 131072
        return value or 0

    def getsockname(self):
        if self._fd < 0:
            raise OSError(9, 'Bad file descriptor')
        if self.type == SOCK_DGRAM and self.family == AF_INET and not self._own[1]:
            # Who has sent something has a port.
            return self._own[0], _outcome(self._fd)[1]
        return self._own

    def getpeername(self):
        if self._fd < 0:
            raise OSError(9, 'Bad file descriptor')
        if self._peer is None:
            raise OSError(107, 'Transport endpoint is not connected')
        return self._peer

    def bind(self, address):
        if self.family == AF_UNIX:
            self._entry.own = _bound_path(self._fd, address)
            return
        host, port = _host_and_port(address, 'bind')
        port = _checked(_bind(self._fd, host, port))
        self._entry.own = (gethostbyname(host) if host else '0.0.0.0', port)

    def listen(self, backlog=128):
        port = _checked(_listen(self._fd, backlog))
        if self.family != AF_UNIX:
            self._entry.own = (self._own[0], port)

    # Tries until it is done: a socket with a timeout first waits until it is ready.
    def _patiently(self, bits, call, *args):
        limit, entry = self._timeout, self._entry
        while True:
            if limit:
                self._await(bits, limit)
            reply = call(self._fd, *args, limit is None and entry.is_blocking)
            if entry.edges is not None:
                _note(entry.edges, reply)
            if isinstance(reply, tuple):
                if limit and reply[0] == 11:
                    continue
                raise OSError(*reply)
            return reply

    def _await(self, bits, limit):
        if not _checked(_poll({self._fd: bits}, limit)):
            raise TimeoutError('timed out')

    def accept(self):
        native, host, port = self._patiently(_READABLE, _accept)
        entry = _new_entry(native, self.family, self.type, self.proto)
        if self.family == AF_UNIX:
            entry.own, entry.peer = self._own, ''
        else:
            entry.own, entry.peer = (_LOOPBACK, self._own[1]), (host, port)
        return _upon(socket, entry, None, _default_timeout), entry.peer

    def connect(self, address):
        host, port = self._target(address, 'connect')
        if self.type == SOCK_DGRAM:
            self._entry.to = host, port
            if self.family == AF_INET and not self._own[1]:
                self._entry.own = (_LOOPBACK, _checked(_bind(self._fd, '', 0)))
            self._entry.peer = address if self.family == AF_UNIX else (gethostbyname(host), port)
            return
        limit = self._timeout
        reply = _connect(self._fd, host, port, limit is None)
        if isinstance(reply, tuple):
            if reply[0] != _IN_PROGRESS or limit == 0:
                raise OSError(*reply)
            self._await(_WRITABLE, limit)
            self._finish_connect(address)
            return
        self._connected(reply, address)

    # Host and port of an address, or of the path that stands in its place.
    def _target(self, address, method):
        if self.family == AF_UNIX:
            return _LOOPBACK, _found_path(address)
        return _host_and_port(address, method)

    def _connected(self, port, address):
        if self.family == AF_UNIX:
            self._entry.peer = address
            return
        self._entry.own = (_LOOPBACK, port)
        self._entry.peer = (gethostbyname(address[0]), address[1])

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
        self._connected(port, address)

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
        if self.type == SOCK_DGRAM:
            if self._entry.to is None:
                raise OSError(89, 'Destination address required')
            return _checked(_send_to(self._fd, _as_bytes(data), *self._entry.to))
        return self._patiently(_WRITABLE, _send_some, _as_bytes(data))

    def sendall(self, data, flags=0):
        data = _as_bytes(data)
        sent = 0
        if self.type == SOCK_DGRAM:
            self.send(data)
            return
        if self._timeout is None:
            # Less than all where a signal came.
            sent = _checked(_send(self._fd, data, True, True))
            while sent < len(data):
                sent += _checked(_send(self._fd, data[sent:], True, True))
            return
        while sent < len(data):
            sent += self._patiently(_WRITABLE, _send_some, data[sent:])

    def sendto(self, data, *rest):
        if len(rest) not in (1, 2):
            raise TypeError('sendto() takes 2 or 3 arguments (%d given)' % (1 + len(rest)))
        if len(rest) == 2 and not isinstance(rest[0], int):
            raise TypeError("'%s' object cannot be interpreted as an integer" % type(rest[0]).__name__)
        data = _as_bytes(data)
        host, port = self._target(rest[-1], 'sendto')
        return _checked(_send_to(self._fd, data, host, port))

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
        view = _room(buffer, nbytes, 'recv_into')
        return _filled(view, self.recv(nbytes or len(view), flags))

    def recvfrom_into(self, buffer, nbytes=0, flags=0):
        view = _room(buffer, nbytes, 'recvfrom_into')
        data, address = self.recvfrom(nbytes or len(view), flags)
        return _filled(view, data), address

    def recvfrom(self, bufsize, flags=0):
        if self.type == SOCK_STREAM:
            return self.recv(bufsize, flags), None
        data, host, port = self._received_as(_receive_from, bufsize, flags)
        if self.family == AF_UNIX:
            return data, _path_of(port)
        return data, (host, port)

    # What is said beside the bytes has no place here.
    def sendmsg(self, buffers, ancdata=(), flags=0, address=None):
        if list(ancdata):
            raise NotImplementedError('gilsim sends no open files through sockets: ancdata must be empty')
        data = b''.join([bytes(_checked_bytes(buffer)) for buffer in buffers])
        return self.send(data, flags) if address is None else self.sendto(data, flags, address)

    def recvmsg(self, bufsize, ancbufsize=0, flags=0, /):
        data, address = self.recvfrom(bufsize, flags)
        return data, [], 0, address

    def recvmsg_into(self, buffers, ancbufsize=0, flags=0, /):
        views = [memoryview(buffer).cast('B') for buffer in buffers]
        data, address = self.recvfrom(sum([len(view) for view in views]), flags)
        at = 0
        for view in views:
            piece = data[at:at + len(view)]
            view[:len(piece)] = piece
            at += len(piece)
        return len(data), [], 0, address

    def sendfile(self, file, offset=0, count=None):
        if 'b' not in getattr(file, 'mode', 'b'):
            raise ValueError('file should be opened in binary mode')
        if self.type != SOCK_STREAM:
            raise ValueError('only SOCK_STREAM type sockets are supported')
        if count is not None:
            if not isinstance(count, int):
                raise TypeError('count must be a positive integer (got %r)' % (count,))
            if count <= 0:
                raise ValueError('count must be a positive integer (got %r)' % (count,))
        if self._timeout == 0:
            raise ValueError('non-blocking sockets are not supported')
        if offset:
            file.seek(offset)
        sent = 0
        while count is None or sent < count:
            data = file.read(8192 if count is None else min(8192, count - sent))
            if not data:
                break
            self.sendall(data)
            sent += len(data)
        # The file stands behind what was sent.
        if sent and hasattr(file, 'seek'):
            file.seek(offset + sent)
        return sent

    def makefile(self, mode='r', buffering=None, *, encoding=None, errors=None, newline=None):
        if not set(mode) <= {'r', 'w', 'b'}:
            raise ValueError('invalid mode %r (only r, w, b allowed)' % (mode,))
        return _file(self, mode, buffering, encoding, errors, newline)


SocketType = socket
_type = type


# A number that is one of those with a name.
def _kind(names, number):
    return names._value2member_map_.get(number, number)


def _room(buffer, nbytes, method):
    view = memoryview(buffer).cast('B')
    if nbytes < 0:
        raise ValueError('negative buffersize in %s' % method)
    if nbytes > len(view):
        raise ValueError('buffer too small for requested bytes')
    return view


def _filled(view, data):
    view[:len(data)] = data
    return len(data)


# What a number stands for, before any socket is made of it.
def _new_entry(native, family, type, proto):
    entry = _Entry('socket', native)
    entry.family, entry.type, entry.proto = family, type, proto
    entry.own = ('0.0.0.0', 0) if family == AF_INET else ''
    entry.peer = None
    # Where datagrams go that are sent without an address.
    entry.to = None
    entry.options = {}
    return entry


def _upon(kind, entry, number, timeout):
    made = kind.__new__(kind)
    made._begin(entry, number, timeout)
    return made


def close(fd):
    if _entry_of(fd).kind != 'socket':
        raise OSError(88, 'Socket operation on non-socket')
    _release(fd)


def dup(fd):
    return _add(_entry_of(fd))


def fromfd(fd, family, type, proto=0):
    return socket(family, type, proto, fileno=dup(fd))


def _send_some(fd, data, wait):
    return _send(fd, data, wait, False)


def _as_bytes(data):
    return data if isinstance(data, bytes) else bytes(_checked_bytes(data))


def socketpair(family=None, type=SOCK_STREAM, proto=0):
    timeout = 0.0 if type & SOCK_NONBLOCK else _default_timeout
    type &= ~(SOCK_NONBLOCK | SOCK_CLOEXEC)
    if family not in (None, AF_UNIX):
        raise OSError(95, 'Operation not supported')
    if type == SOCK_DGRAM:
        return _pair_of_datagrams(timeout)
    pair = []
    for native in _checked(_pair()):
        entry = _new_entry(native, AF_UNIX, type, proto)
        entry.peer = ''
        pair.append(_upon(socket, entry, None, timeout))
    return pair[0], pair[1]


# Each sends to the other's port.
def _pair_of_datagrams(timeout):
    pair = socket(AF_UNIX, SOCK_DGRAM), socket(AF_UNIX, SOCK_DGRAM)
    ports = [_checked(_bind(made._fd, '', 0)) for made in pair]
    for made, port in zip(pair, reversed(ports)):
        made._entry.to = _LOOPBACK, port
        made._entry.peer = ''
        made.settimeout(timeout)
    return pair


def has_dualstack_ipv6():
    return False


def create_connection(address, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, *, all_errors=False):
    made = socket(AF_INET, SOCK_STREAM, IPPROTO_TCP)
    try:
        if timeout is not _GLOBAL_DEFAULT_TIMEOUT:
            made.settimeout(timeout)
        if source_address:
            made.bind(source_address)
        made.connect(address)
        return made
    except OSError as problem:
        made.close()
        if all_errors:
            raise ExceptionGroup('create_connection failed', [problem]) from None
        raise
    except:
        made.close()
        raise


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    made = socket(family, SOCK_STREAM)
    try:
        made.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        if reuse_port:
            made.setsockopt(SOL_SOCKET, SO_REUSEPORT, 1)
        try:
            made.bind(address)
        except OSError as problem:
            message = '%s (while attempting to bind on address %r)' % (problem.strerror, address)
            raise OSError(problem.errno, message) from None
        made.listen() if backlog is None else made.listen(backlog)
        return made
    except:
        made.close()
        raise
