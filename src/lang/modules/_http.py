# HTTP/1.1 as clients need it: what a URL says, what a request looks like, where an answer ends.

from _http_message import HTTPMessage

PORTS = {'http': 80, 'https': 443}


# A URL of a kind that is no HTTP.
class UnknownKind(ValueError):
    pass


class URL:
    def __init__(self, text):
        scheme, found, rest = text.partition('://')
        if not found:
            raise ValueError('unknown url type: %r' % text)
        self.scheme = scheme.lower()
        if self.scheme not in PORTS:
            raise UnknownKind('unknown url type: %s' % self.scheme)
        end = len(rest)
        for mark in '/?#':
            at = rest.find(mark)
            if 0 <= at < end:
                end = at
        address, path = rest[:end], rest[end:]
        address = address.rpartition('@')[2]
        host, found, port = address.partition(':')
        if not host:
            raise ValueError('no host given')
        self.host = host.lower()
        self.port = int(port) if port else PORTS[self.scheme]
        path = path.partition('#')[0]
        self.path = path if path.startswith('/') else '/' + path
        self.address = self.host if self.port == PORTS[self.scheme] else '%s:%d' % (self.host, self.port)


class BadAnswer(Exception):
    pass


def request_bytes(method, url, headers, body, closes):
    lines = ['%s %s HTTP/1.1' % (method, url.path), 'Host: ' + url.address]
    names = {name.lower() for name in headers}
    for name, value in headers.items():
        lines.append('%s: %s' % (name, value))
    if body and 'content-length' not in names or method in ('POST', 'PUT', 'PATCH') and not body:
        lines.append('Content-Length: %d' % len(body or b''))
    if 'connection' not in names:
        lines.append('Connection: ' + ('close' if closes else 'keep-alive'))
    return '\r\n'.join(lines).encode('latin-1') + b'\r\n\r\n' + (body or b'')


# Takes the bytes of an answer as they come.
class Answer:
    def __init__(self, method):
        self.method = method
        self.status = None
        self.reason = ''
        self.version = 11
        self.headers = HTTPMessage()
        self.closes = False
        # Bytes of the body that are still to come; None where it ends with the connection.
        self.left = None
        self._pending = b''

    # Whether the head is whole; the beginning of the body, if it came along, waits for take().
    def feed_head(self, data):
        self._pending += data
        end = self._pending.find(b'\r\n\r\n')
        if end < 0:
            return False
        lines = self._pending[:end].decode('latin-1').split('\r\n')
        self._pending = self._pending[end + 4:]
        parts = lines[0].split(' ', 2)
        if not parts[0].startswith('HTTP/') or len(parts) < 2:
            raise BadAnswer(lines[0])
        self.status = int(parts[1])
        self.version = 10 if parts[0] == 'HTTP/1.0' else 11
        self.reason = parts[2] if len(parts) > 2 else ''
        for line in lines[1:]:
            name, _, value = line.partition(':')
            self.headers._add(name.strip(), value.strip())
        self.closes = self.headers.get('Connection', '').lower() == 'close' or self.version == 10
        if self.method == 'HEAD' or self.status in (204, 304):
            self.left = 0
        elif 'Content-Length' in self.headers:
            self.left = int(self.headers['Content-Length'])
        else:
            self.closes = True
        return True

    # Of the body, what has come with the head.
    def rest(self):
        data = self._pending
        self._pending = b''
        return self.took(data)

    # Counts bytes of the body; what is beyond its end is not of it.
    def took(self, data):
        if self.left is None:
            return data
        data = data[:self.left]
        self.left -= len(data)
        return data


# Names count in any case; as they were written they are shown.
class Headers:
    def __init__(self, given=()):
        self._items = {}
        for name, value in dict(given).items():
            self._add(name, value)

    def _add(self, name, value):
        self._items[name.lower()] = (name, value)

    def __getitem__(self, name):
        return self._items[name.lower()][1]

    def __setitem__(self, name, value):
        self._add(name, value)

    def __contains__(self, name):
        return name.lower() in self._items

    def __iter__(self):
        return iter([name for name, _ in self._items.values()])

    def __len__(self):
        return len(self._items)

    def __repr__(self):
        return repr(dict(self.items()))

    def get(self, name, default=None):
        found = self._items.get(name.lower())
        return default if found is None else found[1]

    def items(self):
        return list(self._items.values())

    def keys(self):
        return list(self)

    def values(self):
        return [value for _, value in self._items.values()]

    def update(self, other):
        for name, value in dict(other).items():
            self._add(name, value)


# What a message says more than once stands there in one line.
def joined(message):
    headers = Headers()
    for name in message:
        headers._add(name, ', '.join(message.get_all(name)))
    return headers


def charset_of(headers):
    kind = headers.get('Content-Type', '')
    at = kind.lower().find('charset=')
    return kind[at + 8:].split(';')[0].strip() if at >= 0 else 'utf-8'


# A connection that sends one request after the other.
class Connection:
    def __init__(self, url, timeout):
        from socket import create_connection
        self.socket = create_connection((url.host, url.port), timeout)

    def send(self, method, url, headers, body, closes):
        self.socket.sendall(request_bytes(method, url, headers, body, closes))
        answer = Answer(method)
        while True:
            data = self.socket.recv(65536)
            if not data:
                raise BadAnswer('Remote end closed connection without response')
            if answer.feed_head(data):
                return answer

    # Bytes of the body, none at its end.
    def more(self, answer):
        data = answer.rest()
        if data or answer.left == 0:
            return data
        data = self.socket.recv(65536)
        if not data and answer.left:
            raise BadAnswer('IncompleteRead')
        return answer.took(data)

    def close(self):
        self.socket.close()
