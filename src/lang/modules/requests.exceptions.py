__all__ = [
    'ConnectTimeout', 'ConnectionError', 'HTTPError', 'InvalidSchema', 'InvalidURL', 'JSONDecodeError', 'MissingSchema',
    'ReadTimeout', 'RequestException', 'Timeout', 'TooManyRedirects',
]


class RequestException(IOError):
    __module__ = 'requests.exceptions'

    def __init__(self, *args, response=None, request=None):
        super().__init__(*args)
        self.response = response
        self.request = request


class HTTPError(RequestException):
    __module__ = 'requests.exceptions'


class ConnectionError(RequestException):
    __module__ = 'requests.exceptions'


class Timeout(RequestException):
    __module__ = 'requests.exceptions'


class ConnectTimeout(ConnectionError, Timeout):
    __module__ = 'requests.exceptions'


class ReadTimeout(Timeout):
    __module__ = 'requests.exceptions'


class TooManyRedirects(RequestException):
    __module__ = 'requests.exceptions'


class MissingSchema(RequestException, ValueError):
    __module__ = 'requests.exceptions'


class InvalidSchema(RequestException, ValueError):
    __module__ = 'requests.exceptions'


class InvalidURL(RequestException, ValueError):
    __module__ = 'requests.exceptions'


class JSONDecodeError(RequestException, ValueError):
    __module__ = 'requests.exceptions'
