# Connections by way of the network. Executed in the variables of `multiprocessing.connection` when they are first wanted.

from multiprocessing._sockets import SocketConnection as _SocketConnection
from multiprocessing.context import AuthenticationError

MESSAGE_LENGTH = 20
CHALLENGE = b'#CHALLENGE#'
WELCOME = b'#WELCOME#'
FAILURE = b'#FAILURE#'
families = ['AF_INET', 'AF_UNIX']


def address_type(address):
    if type(address) is tuple:
        return 'AF_INET'
    if type(address) is str:
        return 'AF_PIPE' if address.startswith('\\\\') else 'AF_UNIX'
    raise TypeError('address type of %r unrecognized' % (address,))


def _check_family(family):
    if family not in ('AF_INET', 'AF_UNIX'):
        raise ValueError('Family %s is not recognized.' % family)


def _new_path():
    import os
    import tempfile
    return os.path.join(tempfile.mkdtemp(prefix='pymp-'), 'listener')


def _check_key(authkey):
    if authkey is not None and not isinstance(authkey, bytes):
        raise TypeError('authkey should be a byte string')


class Listener:
    def __init__(self, address=None, family=None, backlog=1, authkey=None):
        import socket
        if address is None:
            address = _new_path() if family == 'AF_UNIX' else ('localhost', 0)
        family = family or address_type(address)
        _check_family(family)
        _check_key(authkey)
        # Who finds the queue full would try again: nobody is refused.
        if family == 'AF_UNIX':
            self._listener = socket.socket(socket.AF_UNIX)
            self._listener.bind(address)
            self._listener.listen(max(backlog, 128))
        else:
            self._listener = socket.create_server(address, backlog=max(backlog, 128))
        self._address = self._listener.getsockname()
        self._last_accepted = None
        self._authkey = authkey

    def accept(self):
        if self._listener is None:
            raise OSError('listener is closed')
        made, self._last_accepted = self._listener.accept()
        made.setblocking(True)
        connection = _SocketConnection(made._given_away())
        if self._authkey:
            deliver_challenge(connection, self._authkey)
            answer_challenge(connection, self._authkey)
        return connection

    def close(self):
        listener = self._listener
        if listener is not None:
            self._listener = None
            listener.close()
            if isinstance(self._address, str):
                import os
                os.unlink(self._address)

    @property
    def address(self):
        self._check_open()
        return self._address

    @property
    def last_accepted(self):
        self._check_open()
        return self._last_accepted

    def _check_open(self):
        if self._listener is None:
            raise OSError('listener is closed')

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.close()


def Client(address, family=None, authkey=None):
    import socket
    family = family or address_type(address)
    _check_family(family)
    with socket.socket(getattr(socket, family)) as made:
        made.setblocking(True)
        made.connect(address)
        connection = _SocketConnection(made._given_away())
    _check_key(authkey)
    if authkey is not None:
        answer_challenge(connection, authkey)
        deliver_challenge(connection, authkey)
    return connection


def _digest(authkey, message):
    import hmac
    if not isinstance(authkey, bytes):
        raise ValueError('Authkey must be bytes, not {0!s}'.format(type(authkey)))
    return hmac.new(authkey, message, 'md5').digest()


# Both ends show that they know the key, and neither sends it.
def deliver_challenge(connection, authkey):
    import os
    message = os.urandom(MESSAGE_LENGTH)
    digest = _digest(authkey, message)
    connection.send_bytes(CHALLENGE + message)
    if connection.recv_bytes(256) != digest:
        connection.send_bytes(FAILURE)
        raise AuthenticationError('digest received was wrong')
    connection.send_bytes(WELCOME)


def answer_challenge(connection, authkey):
    message = connection.recv_bytes(256)
    if not message.startswith(CHALLENGE):
        raise AssertionError('message = %r' % message)
    connection.send_bytes(_digest(authkey, message[len(CHALLENGE):]))
    if connection.recv_bytes(256) != WELCOME:
        raise AuthenticationError('digest sent was rejected')
