# UDP: each datagram is received as it was sent, whole or cut, never joined; the receiver learns who sent it.
import socket

with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server, socket.socket(type=socket.SOCK_DGRAM) as client:
    server.bind(('127.0.0.1', 0))
    client.bind(('127.0.0.1', 0))
    server.settimeout(10)
    client.settimeout(10)
    print([client.sendto(text, server.getsockname()) for text in (b'one', b'two two', b'')])
    for _ in range(3):
        data, sender = server.recvfrom(1024)
        print(data, sender == client.getsockname())
        server.sendto(data.upper(), sender)
    print([client.recv(100) for _ in range(3)])
    client.connect(server.getsockname())
    client.send(b'0123456789')
    print('cut to size:', server.recv(4))
    server.settimeout(0.005)
    try:
        server.recv(100)
    except TimeoutError as error:
        print(error)
    server.setblocking(False)
    try:
        server.recvfrom(100)
    except BlockingIOError as error:
        print(type(error).__name__, server.gettimeout())

# expect:
# [3, 7, 0]
# b'one' True
# b'two two' True
# b'' True
# [b'ONE', b'TWO TWO', b'']
# cut to size: b'0123'
# timed out
# BlockingIOError 0.0
