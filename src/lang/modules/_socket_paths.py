# Sockets that have the names of files: such a file says at which port of loopback the socket is, so that who is in another
# process finds it there, and who removes the file has removed the name.

from _socket import bind as _bind, outcome as _outcome
from _system import kind as _kind, read as _read, write as _write

_LONGEST = 107
_BEGINNING = b'gilsim socket '

# Of this process, by the port; and names that are no files, by the name.
_paths = {}
_abstract = {}


def _text(path):
    if isinstance(path, str):
        name = path
    elif isinstance(path, (bytes, bytearray)):
        name = bytes(path).decode()
    else:
        raise TypeError("a bytes-like object is required, not '%s'" % type(path).__name__)
    if len(name.encode()) > _LONGEST:
        raise OSError('AF_UNIX path too long')
    return name


# Gives the socket this name, which is what it is called from then on.
def bound(native, path):
    name = _text(path)
    is_file = name and name[0] != '\0'
    if _kind(name) if is_file else name in _abstract:
        raise OSError(98, 'Address already in use')
    reply = _bind(native, '', 0)
    if isinstance(reply, tuple):
        # It has a port, since something was sent from it.
        port = _outcome(native)[1]
        if not port or port in _paths:
            raise OSError(*reply)
    else:
        port = reply
    if is_file:
        reply = _write(name, _BEGINNING + str(port).encode() + b'\n', 'x')
        if isinstance(reply, tuple):
            raise OSError(*reply)
    else:
        _abstract[name] = port
        name = name.encode()
    _paths[port] = name
    return name


def is_socket(path):
    name = _text(path)
    data = _read(name) if _kind(name) == 'file' else b''
    return isinstance(data, bytes) and data.startswith(_BEGINNING)


# The port of the socket that has this name.
def found(path):
    name = _text(path)
    if not name or name[0] == '\0':
        port = _abstract.get(name)
    else:
        data = _read(name)
        if isinstance(data, tuple):
            raise OSError(*data)
        port = int(data[len(_BEGINNING):]) if data.startswith(_BEGINNING) else None
    if port is None:
        raise ConnectionRefusedError(111, 'Connection refused')
    return port


# What sent from that port is called, or None.
def named(port):
    return _paths.get(port)
