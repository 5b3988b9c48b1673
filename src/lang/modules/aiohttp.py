# As much of aiohttp's client as simple programs use.

import asyncio as _asyncio
import json as _json
from _http import URL as _URL, Answer as _Answer, BadAnswer as _BadAnswer, Headers as _Headers, charset_of
from _http import request_bytes as _request_bytes
from _library import work as _library
from aiohttp import http_exceptions
from aiohttp.client_exceptions import (
    ClientConnectionError, ClientConnectorError, ClientError, ClientOSError, ClientPayloadError, ClientResponseError,
    ContentTypeError, InvalidURL, ServerConnectionError, ServerDisconnectedError, ServerTimeoutError,
)
from asyncio.streams import open_connection as _open_connection
from asyncio.timeouts import timeout as _time_limit
from urllib.parse import urlencode as _urlencode

__all__ = [
    'ClientConnectionError', 'ClientConnectorError', 'ClientError', 'ClientOSError', 'ClientPayloadError',
    'ClientResponse', 'ClientResponseError', 'ClientSession', 'ClientTimeout', 'ContentTypeError', 'InvalidURL',
    'ServerConnectionError', 'ServerDisconnectedError', 'ServerTimeoutError', 'TCPConnector', 'request',
]


class ClientTimeout:
    __module__ = 'aiohttp.client'

    def __init__(self, total=None, connect=None, sock_read=None, sock_connect=None):
        self.total = total
        self.connect = connect
        self.sock_read = sock_read
        self.sock_connect = sock_connect


_DEFAULT_TIMEOUT = ClientTimeout(total=5 * 60)


# How many connections there may be at once; those that are idle are kept.
class TCPConnector:
    __module__ = 'aiohttp.connector'

    def __init__(self, *, limit=100, limit_per_host=0, **options):
        self.limit = limit
        self.limit_per_host = limit_per_host
        self._free = None
        self._of_host = {}
        self._idle = {}
        self._closed = False

    async def _take(self, url):
        if self.limit and self._free is None:
            self._free = _asyncio.Semaphore(self.limit)
        if self._free is not None:
            await self._free.acquire()
        if self.limit_per_host:
            key = url.host, url.port
            if key not in self._of_host:
                self._of_host[key] = _asyncio.Semaphore(self.limit_per_host)
            await self._of_host[key].acquire()
        idle = self._idle.get((url.scheme, url.host, url.port))
        try:
            while idle:
                reader, writer = idle.pop()
                if not reader.at_eof():
                    return reader, writer
                writer.close()
            return await _open_connection(url.host, url.port)
        except BaseException:
            self._let_go(url)
            raise

    def _let_go(self, url):
        if self.limit_per_host:
            self._of_host[url.host, url.port].release()
        if self._free is not None:
            self._free.release()

    def _give_back(self, url, connection, is_usable):
        if is_usable and not self._closed:
            self._idle.setdefault((url.scheme, url.host, url.port), []).append(connection)
        else:
            connection[1].close()
        self._let_go(url)

    async def close(self):
        self._closed = True
        for idle in self._idle.values():
            for reader, writer in idle:
                writer.close()
        self._idle = {}


class ClientResponse:
    __module__ = 'aiohttp.client_reqrep'

    def __init__(self, session, method, url, connection, answer):
        self._session = session
        self._url = url
        self._connection = connection
        self._answer = answer
        self._body = None
        self.method = method
        self.url = url.text
        self.status = answer.status
        self.reason = answer.reason
        self.headers = _Headers(answer.headers)
        self.content = _Content(self)

    def __repr__(self):
        return '<ClientResponse(%s) [%s %s]>' % (self.url, self.status, self.reason)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        self.release()

    @property
    def ok(self):
        return self.status < 400

    @property
    def content_type(self):
        return self.headers.get('Content-Type', 'application/octet-stream').split(';')[0]

    @property
    def content_length(self):
        length = self.headers.get('Content-Length')
        return None if length is None else int(length)

    @property
    def closed(self):
        return self._connection is None

    async def _more(self):
        data = self._answer.rest()
        if data or self._connection is None:
            return data
        if self._answer.left != 0:
            data = await self._connection[0].read(65536)
            if data:
                return self._answer.took(data)
            if self._answer.left:
                self.close()
                raise ClientPayloadError('Response payload is not completed')
        self._end(not self._answer.closes)
        return b''

    async def read(self):
        if self._body is None:
            parts = []
            while data := await self._more():
                parts.append(data)
            self._body = b''.join(parts)
            if self._answer.left == 0:
                self._end(not self._answer.closes)
        return self._body

    async def text(self, encoding=None, errors='strict'):
        return (await self.read()).decode(encoding or charset_of(self.headers), errors)

    async def json(self, *, encoding=None, loads=None, content_type='application/json'):
        body = await self.read()
        if content_type and self.content_type != content_type:
            message = 'Attempt to decode JSON with unexpected mimetype: ' + self.headers.get('Content-Type', '')
            raise ContentTypeError(self.url, self.status, message)
        return (loads or _json.loads)(body.decode(encoding or 'utf-8'))

    def raise_for_status(self):
        if self.status >= 400:
            self.release()
            raise ClientResponseError(self.url, self.status, self.reason)

    def _end(self, is_usable):
        connection = self._connection
        if connection is not None:
            self._connection = None
            self._session._connector._give_back(self._url, connection, is_usable)

    def release(self):
        self._end(self._answer.left == 0 and not self._answer.closes)

    def close(self):
        self._end(False)


# The body as a stream.
class _Content:
    def __init__(self, response):
        self._response = response
        self._pending = b''

    async def read(self, n=-1):
        if n < 0:
            data = self._pending + await self._response.read()
            self._pending = b''
            return data
        if not self._pending:
            self._pending = await self._response._more()
        data = self._pending[:n]
        self._pending = self._pending[n:]
        return data

    async def iter_chunked(self, n):
        while data := await self.read(n):
            yield data

    async def iter_any(self):
        while data := await self.read(65536):
            yield data


# What a call of get() gives: it can be awaited, or entered by `async with`.
class _Request:
    def __init__(self, coroutine):
        self._coroutine = coroutine
        self._response = None

    def __await__(self):
        return self._coroutine.__await__()

    async def __aenter__(self):
        self._response = await self._coroutine
        return self._response

    async def __aexit__(self, *args):
        self._response.release()


class ClientSession:
    __module__ = 'aiohttp.client'

    def __init__(self, base_url=None, *, connector=None, headers=None, timeout=_DEFAULT_TIMEOUT,
                 raise_for_status=False, **options):
        self._base_url = base_url
        self._connector = TCPConnector() if connector is None else connector
        self._headers = _Headers({'Accept': '*/*', 'Accept-Encoding': 'identity', 'User-Agent': 'Python/3.11 aiohttp/3.9'})
        self._headers.update(headers or {})
        self._timeout = timeout
        self._raises = raise_for_status
        self._closed = False

    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        await self.close()

    @property
    def closed(self):
        return self._closed

    @property
    def connector(self):
        return self._connector

    async def close(self):
        if not self._closed:
            self._closed = True
            await self._connector.close()

    def request(self, method, url, **options):
        return _Request(self._request(method.upper(), url, **options))

    def get(self, url, **options):
        return self.request('GET', url, **options)

    def post(self, url, **options):
        return self.request('POST', url, **options)

    def put(self, url, **options):
        return self.request('PUT', url, **options)

    def patch(self, url, **options):
        return self.request('PATCH', url, **options)

    def delete(self, url, **options):
        return self.request('DELETE', url, **options)

    def head(self, url, **options):
        return self.request('HEAD', url, **options)

    def options(self, url, **options):
        return self.request('OPTIONS', url, **options)

    async def _request(self, method, url, *, params=None, data=None, json=None, headers=None, timeout=None,
                       allow_redirects=True, ssl=None, raise_for_status=None):
        if self._closed:
            raise RuntimeError('Session is closed')
        text = str(url)
        if self._base_url is not None and '://' not in text:
            text = str(self._base_url).rstrip('/') + text
        if params:
            text += ('&' if '?' in text else '?') + _urlencode(params, doseq=True)
        try:
            found = _URL(text)
        except ValueError:
            raise InvalidURL(text) from None
        found.text = text
        sent = _Headers(dict(self._headers.items()))
        body = b''
        if json is not None:
            body = _json.dumps(json).encode()
            sent['Content-Type'] = 'application/json'
        elif isinstance(data, dict):
            body = _urlencode(data, doseq=True).encode()
            sent['Content-Type'] = 'application/x-www-form-urlencoded'
        elif data is not None:
            body = data.encode() if isinstance(data, str) else bytes(data)
        sent.update(headers or {})
        limit = self._timeout if timeout is None else timeout
        limit = limit.total if isinstance(limit, ClientTimeout) else limit
        if limit is None:
            response = await self._exchange(method, found, dict(sent.items()), body)
        else:
            async with _time_limit(limit):
                response = await self._exchange(method, found, dict(sent.items()), body)
        if self._raises if raise_for_status is None else raise_for_status:
            response.raise_for_status()
        return response

    async def _exchange(self, method, url, headers, body):
        connector = self._connector
        try:
            connection = await connector._take(url)
        except OSError as error:
            raise ClientConnectorError(url, error) from error
        reader, writer = connection
        _library('aiohttp')
        answer = _Answer(method)
        try:
            writer.write(_request_bytes(method, url, headers, body, False))
            while True:
                data = await reader.read(65536)
                if not data:
                    raise ServerDisconnectedError('Server disconnected')
                if answer.feed_head(data):
                    return ClientResponse(self, method, url, connection, answer)
        except _BadAnswer as error:
            connector._give_back(url, connection, False)
            raise ClientPayloadError(str(error)) from error
        except OSError as error:
            connector._give_back(url, connection, False)
            raise ClientOSError(error.errno, error.strerror) from error
        except BaseException:
            connector._give_back(url, connection, False)
            raise


def request(method, url, **options):
    async def once():
        session = ClientSession()
        response = await session._request(method.upper(), url, **options)
        await response.read()
        await session.close()
        return response

    return _Request(once())
