# As much of requests as simple programs use.

import json as _json
from _http import URL as _URL, BadAnswer as _BadAnswer, Connection as _Connection, Headers as _Headers, charset_of
from _http import joined as _joined
from _library import work as _library
from requests.exceptions import (
    ConnectionError, ConnectTimeout, HTTPError, InvalidSchema, InvalidURL, JSONDecodeError, MissingSchema, ReadTimeout,
    RequestException, Timeout, TooManyRedirects,
)
from requests.adapters import HTTPAdapter
from urllib.parse import urlencode

__all__ = [
    'ConnectTimeout', 'ConnectionError', 'HTTPError', 'JSONDecodeError', 'PreparedRequest', 'ReadTimeout',
    'RequestException', 'Response', 'Session', 'Timeout', 'TooManyRedirects', 'codes', 'delete', 'get', 'head', 'options', 'patch', 'post', 'put',
    'request', 'session',
]


class codes:
    ok = 200
    created = 201
    accepted = 202
    no_content = 204
    bad_request = 400
    unauthorized = 401
    forbidden = 403
    not_found = 404
    too_many_requests = 429
    internal_server_error = 500
    bad_gateway = 502
    service_unavailable = 503


# What was asked, as it went out.
class PreparedRequest:
    __module__ = 'requests.models'

    def __init__(self, method, url, path_url, headers, body):
        self.method = method
        self.url = url
        self.path_url = path_url
        self.headers = headers
        self.body = body

    def __repr__(self):
        return '<PreparedRequest [%s]>' % self.method


class Response:
    __module__ = 'requests.models'

    def __init__(self, answer, request, elapsed):
        self.status_code = answer.status
        self.reason = answer.reason
        self.headers = _joined(answer.headers)
        self.request = request
        self.url = request.url
        self.encoding = charset_of(answer.headers)
        self.history = []
        self.cookies = {}
        self._seconds = elapsed
        self._content = None
        self._pull = None

    def __repr__(self):
        return '<Response [%s]>' % self.status_code

    def __bool__(self):
        return self.ok

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    @property
    def ok(self):
        return self.status_code < 400

    @property
    def elapsed(self):
        return _Elapsed(self._seconds)

    @property
    def content(self):
        if self._content is None:
            self._content = b''.join(self._pull())
        return self._content

    @property
    def text(self):
        return self.content.decode(self.encoding or 'utf-8', 'replace')

    def json(self, **options):
        try:
            return _json.loads(self.content.decode('utf-8'), **options)
        except ValueError as error:
            raise JSONDecodeError(str(error)) from error

    def iter_content(self, chunk_size=1, decode_unicode=False):
        pieces = [self._content] if self._content is not None else self._pull()
        pending = b''
        for piece in pieces:
            pending += piece
            while chunk_size and len(pending) >= chunk_size:
                yield pending[:chunk_size]
                pending = pending[chunk_size:]
            if not chunk_size:
                yield pending
                pending = b''
        if pending:
            yield pending

    def iter_lines(self):
        yield from self.content.splitlines()

    def raise_for_status(self):
        if 400 <= self.status_code < 600:
            who = 'Client' if self.status_code < 500 else 'Server'
            message = '%d %s Error: %s for url: %s' % (self.status_code, who, self.reason, self.url)
            raise HTTPError(message, response=self)

    def close(self):
        if self._content is None:
            for piece in self._pull():
                pass
            self._content = b''


class _Elapsed:
    def __init__(self, seconds):
        self._seconds = seconds

    def total_seconds(self):
        return self._seconds


def _limits(timeout):
    return timeout if isinstance(timeout, tuple) else (timeout, timeout)


# Keeps its connections for the next request to the same address.
class Session:
    __module__ = 'requests.sessions'

    def __init__(self):
        self.headers = _Headers({
            'User-Agent': 'python-requests/2.31.0', 'Accept-Encoding': 'identity', 'Accept': '*/*',
        })
        self.params = {}
        self.cookies = {}
        self.auth = None
        self.verify = True
        self.proxies = {}
        self._idle = {}
        self.adapters = {'https://': HTTPAdapter(), 'http://': HTTPAdapter()}

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        for connections in self._idle.values():
            for connection in connections:
                connection.close()
        self._idle = {}

    def mount(self, prefix, adapter):
        self.adapters[prefix] = adapter

    # That with the longest prefix.
    def get_adapter(self, url):
        found = max([prefix for prefix in self.adapters if url.lower().startswith(prefix.lower())], key=len)
        return self.adapters[found]

    def request(self, method, url, params=None, data=None, headers=None, cookies=None, files=None, auth=None,
                timeout=None, allow_redirects=True, proxies=None, hooks=None, stream=False, verify=None, cert=None,
                json=None):
        if '://' not in url:
            raise MissingSchema('Invalid URL %r: No scheme supplied. Perhaps you meant https://%s?' % (url, url))
        asked = dict(self.params)
        asked.update(params or {})
        scheme, _, rest = url.partition('://')
        if rest and '/' not in rest:
            # The path is never empty.
            host, mark, query = rest.partition('?')
            url = scheme + '://' + host + '/' + mark + query
        if asked:
            url += ('&' if '?' in url else '?') + urlencode(asked, doseq=True)
        try:
            found = _URL(url)
        except ValueError as error:
            if str(error).startswith('unknown'):
                raise InvalidSchema('No connection adapters were found for %r' % url)
            raise InvalidURL('Invalid URL %r: No host supplied' % url)
        sent = _Headers(dict(self.headers.items()))
        body = None
        if json is not None:
            body = _json.dumps(json).encode()
            sent['Content-Type'] = 'application/json'
        elif isinstance(data, dict):
            body = urlencode(data, doseq=True)
            sent['Content-Type'] = 'application/x-www-form-urlencoded'
        elif data is not None:
            body = data if isinstance(data, (str, bytes)) else bytes(data)
        sent.update(headers or {})
        request = PreparedRequest(method.upper(), url, found.path, sent, body)
        response = self._send(request, found, _limits(timeout), self.get_adapter(url)._attempts)
        if not stream:
            response.content
        return response

    def _send(self, request, found, limits, attempts):
        from time import perf_counter
        _library('session')
        begun = perf_counter()
        key = found.scheme, found.host, found.port
        idle = self._idle.setdefault(key, [])
        kept = idle.pop() if idle else None
        try:
            connection = kept or _connected(found, limits[0], attempts)
        except TimeoutError as error:
            raise ConnectTimeout(_failed(found, 'Connection to %s timed out. (connect timeout=%s)' % (
                found.host, limits[0]))) from error
        except OSError as error:
            raise ConnectionError(_failed(found, 'Failed to establish a new connection: %s' % error)) from error
        connection.socket.settimeout(limits[1])
        try:
            body = request.body.encode() if isinstance(request.body, str) else request.body or b''
            answer = connection.send(request.method, found, dict(request.headers.items()), body, False)
        except TimeoutError as error:
            connection.close()
            raise ReadTimeout('HTTPConnectionPool(host=%r, port=%d): Read timed out. (read timeout=%s)' % (
                found.host, found.port, limits[1])) from error
        except (OSError, _BadAnswer) as error:
            connection.close()
            raise ConnectionError('Connection aborted.', error) from error
        response = Response(answer, request, perf_counter() - begun)
        response._pull = lambda: self._pieces(connection, answer, idle)
        return response

    def _pieces(self, connection, answer, idle):
        try:
            while data := connection.more(answer):
                yield data
        except TimeoutError as error:
            connection.close()
            raise ConnectionError('Read timed out.') from error
        except (OSError, _BadAnswer) as error:
            connection.close()
            raise ConnectionError('Connection broken: %r' % error) from error
        if answer.closes:
            connection.close()
        else:
            idle.append(connection)

    def get(self, url, **options):
        return self.request('GET', url, **options)

    def post(self, url, data=None, json=None, **options):
        return self.request('POST', url, data=data, json=json, **options)

    def put(self, url, data=None, **options):
        return self.request('PUT', url, data=data, **options)

    def patch(self, url, data=None, **options):
        return self.request('PATCH', url, data=data, **options)

    def delete(self, url, **options):
        return self.request('DELETE', url, **options)

    def head(self, url, **options):
        return self.request('HEAD', url, **options)

    def options(self, url, **options):
        return self.request('OPTIONS', url, **options)


def _connected(found, limit, attempts):
    while True:
        attempts -= 1
        try:
            return _Connection(found, limit)
        except OSError:
            if attempts <= 0:
                raise


def _failed(found, what):
    kind = 'HTTPSConnectionPool' if found.scheme == 'https' else 'HTTPConnectionPool'
    return '%s(host=%r, port=%d): Max retries exceeded with url: %s (Caused by %s)' % (
        kind, found.host, found.port, found.path, what)


def session():
    return Session()


def request(method, url, **options):
    _library('one session')
    with Session() as own:
        return own.request(method, url, **options)


def get(url, params=None, **options):
    return request('GET', url, params=params, **options)


def post(url, data=None, json=None, **options):
    return request('POST', url, data=data, json=json, **options)


def put(url, data=None, **options):
    return request('PUT', url, data=data, **options)


def patch(url, data=None, **options):
    return request('PATCH', url, data=data, **options)


def delete(url, **options):
    return request('DELETE', url, **options)


def head(url, **options):
    return request('HEAD', url, **options)


def options(url, **options):
    return request('OPTIONS', url, **options)
