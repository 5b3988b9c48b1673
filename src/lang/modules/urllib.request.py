from _http import URL as _URL, BadAnswer as _BadAnswer, Connection as _Connection, Headers as _Headers
from _http import UnknownKind as _UnknownKind
from _library import work as _library
from _lines import Lines as _Lines
from urllib.error import HTTPError, URLError
from urllib.parse import quote as _quote, urljoin as _urljoin, urlsplit as _urlsplit, urlunsplit as _urlunsplit

__all__ = ['Request', 'urlopen', 'urlretrieve']

_NO_TIMEOUT = object()
_PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'
# How often one page may be where a request is sent on to, and how many pages it may be sent on to.
_MOST_REPEATS = 4
_MOST_REDIRECTS = 10


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
        self.version = answer.version
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
        found = self.headers.get_all(name)
        return default if found is None else ', '.join(found)

    def getheaders(self):
        return self.headers.items()

    def close(self):
        if not self.closed:
            self.closed = True
            self._connection.close()


def urlopen(url, data=None, timeout=_NO_TIMEOUT, *, context=None):
    try:
        request = url if isinstance(url, Request) else Request(url)
    except _UnknownKind as error:
        raise URLError(str(error)) from None
    if data is not None:
        request.data = data
    if timeout is _NO_TIMEOUT:
        from socket import getdefaulttimeout
        timeout = getdefaulttimeout()
    visited = {}
    while True:
        response = _answered(request, timeout)
        if 200 <= response.status < 300:
            return response
        request = _redirected(request, response, visited)


def _answered(request, timeout):
    body = request.data
    if isinstance(body, str):
        raise TypeError('POST data should be bytes, an iterable of bytes, or a file object. It cannot be of type str.')
    headers = {'Accept-encoding': 'identity'}
    if body is not None:
        headers['Content-type'] = 'application/x-www-form-urlencoded'
    headers['User-agent'] = 'Python-urllib/3.11'
    headers.update(request.headers)
    found = _URL(request.full_url)
    _library('urlopen')
    try:
        connection = _Connection(found, timeout)
    except OSError as error:
        raise URLError(error)
    try:
        answer = connection.send(request.get_method(), found, headers, body, True)
    except _BadAnswer as error:
        connection.close()
        raise ConnectionResetError(str(error)) from None
    except TimeoutError:
        connection.close()
        raise
    except OSError as error:
        connection.close()
        raise URLError(error)
    return _Response(connection, answer, request.full_url)


# The request for the page that the answer sends on to; an HTTPError where it does not, or where it may not.
def _redirected(request, response, visited):
    code, reason, headers = response.status, response.reason, response.headers
    target = headers.get('Location', headers.get('URI'))
    if code not in (301, 302, 303, 307, 308) or target is None:
        raise HTTPError(request.full_url, code, reason, headers, response)
    parts = _urlsplit(target)
    if parts.scheme not in ('http', 'https', 'ftp', ''):
        message = "%s - Redirection to url '%s' is not allowed" % (reason, target)
        raise HTTPError(target, code, message, headers, response)
    if not parts.path and parts.netloc:
        target = _urlunsplit(parts._replace(path='/'))
    target = _urljoin(request.full_url, _quote(target, safe=_PUNCTUATION, encoding='iso-8859-1'))
    method = request.get_method()
    if not (method in ('GET', 'HEAD') or code in (301, 302, 303) and method == 'POST'):
        raise HTTPError(request.full_url, code, reason, headers, response)
    if visited.get(target, 0) >= _MOST_REPEATS or len(visited) >= _MOST_REDIRECTS:
        message = 'The HTTP server returned a redirect error that would lead to an infinite loop.\n'
        message += 'The last 30x error message was:\n' + reason
        raise HTTPError(request.full_url, code, message, headers, response)
    visited[target] = visited.get(target, 0) + 1
    response.read()
    response.close()
    kept = {name: value for name, value in request.headers.items()
            if name.lower() not in ('content-length', 'content-type')}
    return Request(target, headers=kept)


def urlretrieve(url, filename, reporthook=None, data=None):
    with urlopen(url, data) as response, open(filename, 'wb') as file:
        file.write(response.read())
        return filename, response.headers
