# Servers and connections of loops that have the names of files.

import os
import socket as _socket
from _socket_paths import is_socket as _is_socket
from asyncio.base_events import SelectorEventLoop, _refuse_ssl
from asyncio.events import DefaultEventLoopPolicy
from asyncio.selector_events import _create_connection, _create_server

__all__ = ['DefaultEventLoopPolicy', 'SelectorEventLoop']


# A stream of this family, which the caller may have made.
def _checked(path, sock):
    if path is not None and sock is not None:
        raise ValueError('path and sock can not be specified at the same time')
    if sock is None:
        if path is None:
            raise ValueError('path was not specified, and no sock specified')
        return _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
    if sock.family != _socket.AF_UNIX or sock.type != _socket.SOCK_STREAM:
        raise ValueError('A UNIX Domain Stream Socket was expected, got %r' % (sock,))
    return sock


async def _create_unix_server(loop, protocol_factory, path=None, *, sock=None, backlog=100, ssl=None,
                              start_serving=True, **kwds):
    _refuse_ssl(ssl, **kwds)
    made = _checked(path, sock)
    if path is not None:
        path = os.fspath(path)
        try:
            # What another server has left.
            if _is_socket(path):
                os.remove(path)
            made.bind(path)
        except OSError as error:
            made.close()
            if error.errno == 98:
                raise OSError(98, 'Address %r is already in use' % (path,)) from None
            raise
    return await _create_server(loop, protocol_factory, None, None, made, backlog, start_serving)


async def _create_unix_connection(loop, protocol_factory, path=None, *, ssl=None, sock=None, **kwds):
    _refuse_ssl(ssl, **kwds)
    made = _checked(path, sock)
    made.setblocking(False)
    if path is not None:
        try:
            await loop.sock_connect(made, os.fspath(path))
        except:
            made.close()
            raise
    return await _create_connection(loop, protocol_factory, None, None, made, None)


