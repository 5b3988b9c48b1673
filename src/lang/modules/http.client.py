# HTTP from the client's side, one request at a time.

from _http import PORTS as _PORTS, URL as _URL, Answer as _Answer, BadAnswer as _BadAnswer, Headers as _Headers
from _http import request_bytes as _request_bytes
from _http_message import HTTPMessage
from http import HTTPStatus as _HTTPStatus
from _library import work as _library
from socket import create_connection as _create_connection

__all__ = [
    'BadStatusLine', 'CannotSendHeader', 'CannotSendRequest', 'HTTPConnection', 'HTTPException', 'HTTPMessage', 'HTTPResponse',
    'HTTPSConnection', 'ImproperConnectionState', 'IncompleteRead', 'InvalidURL', 'NotConnected', 'RemoteDisconnected',
    'ResponseNotReady', 'responses',
]

HTTP_PORT = 80
HTTPS_PORT = 443
_GLOBAL_DEFAULT_TIMEOUT = object()
responses = {status: status.phrase for status in _HTTPStatus}


class HTTPException(Exception):
    __module__ = 'http.client'


class NotConnected(HTTPException):
    __module__ = 'http.client'


class InvalidURL(HTTPException):
    __module__ = 'http.client'


class IncompleteRead(HTTPException):
    __module__ = 'http.client'


class ImproperConnectionState(HTTPException):
    __module__ = 'http.client'


class CannotSendRequest(ImproperConnectionState):
    __module__ = 'http.client'


class CannotSendHeader(ImproperConnectionState):
    __module__ = 'http.client'


class ResponseNotReady(ImproperConnectionState):
    __module__ = 'http.client'


class BadStatusLine(HTTPException):
    __module__ = 'http.client'


class RemoteDisconnected(ConnectionResetError, BadStatusLine):
    __module__ = 'http.client'


class HTTPResponse:
    __module__ = 'http.client'

    def __init__(self, connection, answer):
        self._connection = connection
        self._answer = answer
        self._read = b''
        self._is_over = False
        self.status = self.code = answer.status
        self.reason = answer.reason
        self.headers = self.msg = answer.headers
        self.version = answer.version
        self.closed = False

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def _more(self):
        if self._is_over:
            return b''
        try:
            data = self._connection._socket_of_answer().more(self._answer)
        except _BadAnswer:
            raise IncompleteRead(self._read)
        if not data:
            self._end()
        return data

    def _end(self):
        if not self._is_over:
            self._is_over = True
            self._connection._answered(self._answer.closes)

    def read(self, amt=None):
        parts = [self._read]
        count = len(self._read)
        while amt is None or amt < 0 or count < amt:
            data = self._more()
            if not data:
                break
            parts.append(data)
            count += len(data)
        data = b''.join(parts)
        end = len(data) if amt is None or amt < 0 else amt
        self._read = data[end:]
        if self._answer.left == 0:
            self._end()
        return data[:end]

    def readline(self):
        while b'\n' not in self._read:
            data = self._more()
            if not data:
                break
            self._read += data
        end = self._read.find(b'\n') + 1 or len(self._read)
        line = self._read[:end]
        self._read = self._read[end:]
        return line

    def __iter__(self):
        while line := self.readline():
            yield line

    def getheader(self, name, default=None):
        found = self.headers.get_all(name)
        return default if found is None else ', '.join(found)

    def getheaders(self):
        return self.headers.items()

    def isclosed(self):
        return self._is_over

    def close(self):
        self.closed = True
        if not self._is_over:
            self._answer.closes = True
            self._end()


# What a response reads from.
class _Stream:
    def __init__(self, sock):
        self._socket = sock

    def more(self, answer):
        data = answer.rest()
        if data or answer.left == 0:
            return data
        data = self._socket.recv(65536)
        if not data and answer.left:
            raise _BadAnswer('IncompleteRead')
        return answer.took(data)


class HTTPConnection:
    __module__ = 'http.client'
    _scheme = 'http'

    def __init__(self, host, port=None, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, blocksize=8192):
        if port is None and ':' in host:
            host, _, text = host.rpartition(':')
            if not text.isdigit():
                raise InvalidURL("nonnumeric port: '%s'" % text)
            port = int(text)
        self.host = host
        self.port = _PORTS[self._scheme] if port is None else port
        self.timeout = timeout
        self.sock = None
        self._method = None
        self._response = None
        self._parts = None

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def connect(self):
        if self.timeout is _GLOBAL_DEFAULT_TIMEOUT:
            self.sock = _create_connection((self.host, self.port))
        else:
            self.sock = _create_connection((self.host, self.port), self.timeout)

    def _socket_of_answer(self):
        return _Stream(self.sock)

    # A request in parts: its line, headers one by one, then all is sent.
    def putrequest(self, method, url, skip_host=False, skip_accept_encoding=False):
        if self._parts is not None:
            raise CannotSendRequest('Request-started')
        if self._response is not None and not self._response._is_over:
            raise CannotSendRequest('Request-sent')
        self._parts = (method, url, _Headers({} if skip_accept_encoding else {'Accept-Encoding': 'identity'}))

    def putheader(self, header, *values):
        if self._parts is None:
            raise CannotSendHeader()
        told = [value.decode('latin-1') if isinstance(value, bytes) else str(value) for value in values]
        self._parts[2][header] = '\r\n\t'.join(told)

    def endheaders(self, message_body=None, *, encode_chunked=False):
        if self._parts is None:
            raise CannotSendHeader()
        (method, url, headers), self._parts = self._parts, None
        self._send_request(method, url, message_body, headers)

    def send(self, data):
        if self.sock is None:
            self.connect()
        if hasattr(data, 'read'):
            data = data.read()
        self.sock.sendall(data.encode('iso-8859-1') if isinstance(data, str) else data)

    def set_debuglevel(self, level):
        self.debuglevel = level

    def request(self, method, url, body=None, headers={}, *, encode_chunked=False):
        if self._response is not None and not self._response._is_over:
            raise CannotSendRequest('Request-sent')
        sent = _Headers({'Accept-Encoding': 'identity'})
        sent.update(headers)
        self._send_request(method, url, body, sent)

    def _send_request(self, method, url, body, headers):
        if self.sock is None:
            self.connect()
        found = _URL('%s://%s:%d%s' % (self._scheme, self.host, self.port, url if url.startswith('/') else '/' + url))
        if isinstance(body, str):
            body = body.encode('iso-8859-1')
        _library('http.client')
        self.sock.sendall(_request_bytes(method, found, dict(headers.items()), body, False))
        self._method = method
        self._response = None

    def getresponse(self):
        if self._method is None:
            raise ResponseNotReady('Idle')
        answer = _Answer(self._method)
        self._method = None
        while True:
            data = self.sock.recv(65536)
            if not data:
                self.close()
                raise RemoteDisconnected('Remote end closed connection without response')
            try:
                if answer.feed_head(data):
                    break
            except _BadAnswer as error:
                self.close()
                raise BadStatusLine(str(error)) from None
        self._response = HTTPResponse(self, answer)
        return self._response

    def _answered(self, closes):
        if closes:
            self.close()

    def close(self):
        sock = self.sock
        if sock is not None:
            self.sock = None
            sock.close()


class HTTPSConnection(HTTPConnection):
    __module__ = 'http.client'
    _scheme = 'https'

    def __init__(self, host, port=None, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, *, context=None,
                 blocksize=8192):
        HTTPConnection.__init__(self, host, port, timeout, source_address, blocksize)
