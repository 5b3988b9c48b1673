# What can go wrong in a client, from the general to the particular.

__all__ = [
    'ClientConnectionError', 'ClientConnectorError', 'ClientError', 'ClientOSError', 'ClientPayloadError',
    'ClientResponseError', 'ContentTypeError', 'InvalidURL', 'ServerConnectionError', 'ServerDisconnectedError',
    'ServerTimeoutError',
]


class ClientError(Exception):
    __module__ = 'aiohttp.client_exceptions'


class ClientConnectionError(ClientError):
    __module__ = 'aiohttp.client_exceptions'


class ClientOSError(ClientConnectionError, OSError):
    __module__ = 'aiohttp.client_exceptions'


class ClientConnectorError(ClientOSError):
    __module__ = 'aiohttp.client_exceptions'

    def __init__(self, url, error):
        super().__init__(error.errno, str(error))
        self.host = url.host
        self.port = url.port
        self.os_error = error
        self._text = 'Cannot connect to host %s:%d ssl:default [%s]' % (url.host, url.port, error.strerror or error)

    def __str__(self):
        return self._text


class ServerConnectionError(ClientConnectionError):
    __module__ = 'aiohttp.client_exceptions'


class ServerDisconnectedError(ServerConnectionError):
    __module__ = 'aiohttp.client_exceptions'


class ServerTimeoutError(ServerConnectionError, TimeoutError):
    __module__ = 'aiohttp.client_exceptions'


class ClientPayloadError(ClientError):
    __module__ = 'aiohttp.client_exceptions'


class InvalidURL(ClientError, ValueError):
    __module__ = 'aiohttp.client_exceptions'


class ClientResponseError(ClientError):
    __module__ = 'aiohttp.client_exceptions'

    def __init__(self, url, status, message):
        super().__init__(url, status, message)
        self.request_url = url
        self.status = status
        self.message = message

    def __str__(self):
        return '%s, message=%r, url=%r' % (self.status, self.message, self.request_url)


class ContentTypeError(ClientResponseError, ValueError):
    __module__ = 'aiohttp.client_exceptions'
