from _http import URL as _URL, BadAnswer as _BadAnswer, Connection as _Connection, Headers as _Headers
from _library import work as _library
from _lines import Lines as _Lines
from urllib.error import HTTPError, URLError

__all__ = ['Request', 'urlopen', 'urlretrieve']

_NO_TIMEOUT = object()


class Request:
    __module__ = 'urllib.request'

    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url = url
        self.data = data
        self.headers = {}
        self.method = method
        for name, value in headers.items():
            self.add_header(name, value)
        found = _URL(url)
        self.type = found.scheme
        self.host = found.address
        self.selector = found.path

    def add_header(self, name, value):
        self.headers[name.capitalize()] = value

    def get_header(self, name, default=None):
        return self.headers.get(name, default)

    def has_header(self, name):
        return name in self.headers

    def get_method(self):
        return self.method or ('GET' if self.data is None else 'POST')

    def get_full_url(self):
        return self.full_url


# What urlopen gives: the body is read from the connection as it is asked for.
class _Response(_Lines):
    def __init__(self, connection, answer, url):
        self._connection = connection
        self._answer = answer
        self._read = b''
        self.url = url
        self.status = self.code = answer.status
        self.reason = self.msg = answer.reason
        self.headers = answer.headers
        self.closed = False

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def _more(self):
        if self.closed:
            return False
        data = self._connection.more(self._answer)
        self._read += data
        return bool(data)

    def read(self, amount=None):
        parts = [self._read]
        count = len(self._read)
        self._read = b''
        while not self.closed and (amount is None or amount < 0 or count < amount):
            data = self._connection.more(self._answer)
            if not data:
                break
            parts.append(data)
            count += len(data)
        data = b''.join(parts)
        if amount is None or amount < 0:
            self.close()
            return data
        self._read = data[amount:]
        return data[:amount]

    def readline(self):
        while b'\n' not in self._read and self._more():
            pass
        end = self._read.find(b'\n') + 1 or len(self._read)
        line = self._read[:end]
        self._read = self._read[end:]
        return line

    def readlines(self):
        return list(self)

    def getcode(self):
        return self.status

    def geturl(self):
        return self.url

    def info(self):
        return self.headers

    def getheader(self, name, default=None):
        return self.headers.get(name, default)

    def getheaders(self):
        return self.headers.items()

    def close(self):
        if not self.closed:
            self.closed = True
            self._connection.close()


def urlopen(url, data=None, timeout=_NO_TIMEOUT, *, context=None):
    request = url if isinstance(url, Request) else Request(url)
    body = request.data if data is None else data
    if isinstance(body, str):
        raise TypeError('POST data should be bytes, an iterable of bytes, or a file object. It cannot be of type str.')
    method = request.get_method() if data is None else request.method or 'POST'
    headers = {'Accept-encoding': 'identity'}
    if body is not None:
        headers['Content-type'] = 'application/x-www-form-urlencoded'
    headers['User-agent'] = 'Python-urllib/3.11'
    headers.update(request.headers)
    from socket import getdefaulttimeout
    limit = getdefaulttimeout() if timeout is _NO_TIMEOUT else timeout
    found = _URL(request.full_url)
    _library('urlopen')
    try:
        connection = _Connection(found, limit)
    except OSError as error:
        raise URLError(error)
    try:
        answer = connection.send(method, found, headers, body, True)
    except _BadAnswer as error:
        connection.close()
        raise ConnectionResetError(str(error)) from None
    except TimeoutError:
        connection.close()
        raise
    except OSError as error:
        connection.close()
        raise URLError(error)
    response = _Response(connection, answer, request.full_url)
    if not 200 <= answer.status < 300:
        raise HTTPError(request.full_url, answer.status, answer.reason, answer.headers, response)
    return response


def urlretrieve(url, filename, reporthook=None, data=None):
    with urlopen(url, data) as response, open(filename, 'wb') as file:
        file.write(response.read())
        return filename, response.headers
