# Names of statuses, after RFC 9110.

__all__ = ['HTTPStatus']


class HTTPStatus(int):
    __module__ = 'http'

    def __new__(cls, value):
        found = _by_number.get(int(value))
        if found is None:
            raise ValueError('%r is not a valid HTTPStatus' % value)
        return found

    def __repr__(self):
        return '<HTTPStatus.%s: %d>' % (self.name, int(self))

    def __str__(self):
        return str(int(self))

    @property
    def value(self):
        return int(self)


_by_number = {}
_TABLE = [
    (200, 'OK', 'OK'), (201, 'CREATED', 'Created'), (202, 'ACCEPTED', 'Accepted'), (204, 'NO_CONTENT', 'No Content'),
    (301, 'MOVED_PERMANENTLY', 'Moved Permanently'), (302, 'FOUND', 'Found'), (304, 'NOT_MODIFIED', 'Not Modified'),
    (400, 'BAD_REQUEST', 'Bad Request'), (401, 'UNAUTHORIZED', 'Unauthorized'), (403, 'FORBIDDEN', 'Forbidden'),
    (404, 'NOT_FOUND', 'Not Found'), (405, 'METHOD_NOT_ALLOWED', 'Method Not Allowed'),
    (408, 'REQUEST_TIMEOUT', 'Request Timeout'), (409, 'CONFLICT', 'Conflict'), (410, 'GONE', 'Gone'),
    (418, 'IM_A_TEAPOT', "I'm a Teapot"), (422, 'UNPROCESSABLE_ENTITY', 'Unprocessable Entity'),
    (429, 'TOO_MANY_REQUESTS', 'Too Many Requests'), (500, 'INTERNAL_SERVER_ERROR', 'Internal Server Error'),
    (501, 'NOT_IMPLEMENTED', 'Not Implemented'), (502, 'BAD_GATEWAY', 'Bad Gateway'),
    (503, 'SERVICE_UNAVAILABLE', 'Service Unavailable'), (504, 'GATEWAY_TIMEOUT', 'Gateway Timeout'),
]


def _made(number, name, phrase):
    status = int.__new__(HTTPStatus, number)
    status.name = name
    status.phrase = phrase
    _by_number[number] = status
    setattr(HTTPStatus, name, status)


for _number, _name, _phrase in _TABLE:
    _made(_number, _name, _phrase)
