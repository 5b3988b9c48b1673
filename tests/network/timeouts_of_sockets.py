# Timeouts of sockets: connecting to nobody, accepting nobody, receiving nothing, and what gettimeout tells.
import socket

with socket.create_server(('127.0.0.1', 0)) as listener:
    address = listener.getsockname()
    listener.settimeout(0.005)
    try:
        listener.accept()
    except socket.timeout as error:
        print(error, socket.timeout is TimeoutError)
    with socket.create_connection(address, timeout=10) as client:
        print(client.gettimeout(), client.getpeername() == address)
        server, where = listener.accept()
        print(where == client.getsockname(), server.gettimeout())
        client.settimeout(0.005)
        try:
            client.recv(10)
        except TimeoutError as error:
            print(error)
        server.sendall(b'late')
        client.settimeout(None)
        print(client.recv(10), client.getblocking())
        server.close()
        print('closed by the other:', client.recv(10))
    for wrong in (-1, 'soon'):
        try:
            listener.settimeout(wrong)
        except (ValueError, TypeError) as error:
            print(type(error).__name__)
try:
    socket.create_connection(address, timeout=10)
except ConnectionRefusedError as error:
    print(type(error).__name__, error.errno is not None)
socket.setdefaulttimeout(3.5)
with socket.socket() as fresh:
    print(fresh.gettimeout(), socket.getdefaulttimeout())
socket.setdefaulttimeout(None)

# expect:
# timed out True
# 10.0 True
# True None
# timed out
# b'late' True
# closed by the other: b''
# ValueError
# TypeError
# ConnectionRefusedError True
# 3.5 3.5
