# Buffers that a socket fills, options that it keeps, files that it sends, and the names and numbers of the network.
import array
import io
import pickle
import socket


def told(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as error:
        print(type(error).__name__, error)


near, far = socket.socketpair()
near.sendall(b"0123456789abcdef")
room = array.array("B", bytes(4))
print(far.recv_into(room), room.tobytes())
view = bytearray(8)
print(far.recv_into(memoryview(view)[2:], 3), view)
print(far.recvfrom_into(view, 2)[0], view)
told(far.recv_into, view, 20)
told(far.recv_into, view, -1)
print(far.recv(100))
print(near.sendfile(io.BytesIO(b"skipped and sent"), 12), far.recv(100))
print(near.sendfile(io.BytesIO(b"first part of it"), 0, 5), far.recv(100))
told(near.sendfile, io.BytesIO(b"x"), 0, 0)
told(pickle.dumps, near)
print(near.get_inheritable(), near.set_inheritable(True), near.get_inheritable())
near.close()
told(near.setblocking, False)
told(near.settimeout, 1)
told(near.getsockopt, socket.SOL_SOCKET, socket.SO_ERROR)
far.close()

with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
    one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    print(one.getsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF), one.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 4))
    print(one.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE) == socket.SOCK_DGRAM)
    told(one.sendto, b"data")
    told(one.sendto, "text", ("127.0.0.1", 9))
    told(one.sendto, b"data", "flags", ("127.0.0.1", 9))


class Mine(socket.socket):
    pass


with Mine(socket.AF_INET, socket.SOCK_STREAM | socket.SOCK_NONBLOCK) as mine:
    print(mine.gettimeout(), repr(mine.type), repr(mine).split(" fd=")[0])
for number in (-1, 1.5, "x"):
    told(lambda: socket.socket(fileno=number))

told(socket.htons, -1)
told(socket.ntohs, 70000)
told(socket.htonl, -1)
told(socket.htonl, 1 << 33)
print(socket.htonl(1), socket.ntohs(1))
print(socket.inet_pton(socket.AF_INET, "10.1.2.3"), socket.inet_ntop(socket.AF_INET6, bytes(15) + b"\1"))
print(socket.inet_pton(socket.AF_INET6, "fe80::1:2").hex())
told(socket.inet_pton, socket.AF_INET, "10.1.2")
told(socket.inet_ntop, socket.AF_INET, b"12345")
told(socket.getservbyname, "nobody has this")
print(socket.gethostbyname_ex("127.0.0.1"))
for entry in socket.getaddrinfo("127.0.0.1", 80):
    print(entry)
print(socket.getaddrinfo(None, 9, proto=socket.IPPROTO_UDP, family=socket.AF_INET, flags=socket.AI_PASSIVE))
told(socket.getaddrinfo, "127.0.0.1", "nobody has this")
told(socket.getaddrinfo, "127.0.0.1", 80, socket.AF_INET6)
told(socket.getaddrinfo, "example.org", 80, 0, 0, 0, socket.AI_NUMERICHOST)

server = socket.create_server(("127.0.0.1", 0))
address = server.getsockname()
try:
    socket.create_server(address)
except OSError as error:
    print(str(error).replace(str(address[1]), "PORT"))
server.close()
try:
    socket.create_connection(address, all_errors=True)
except ExceptionGroup as group:
    print(group, group.exceptions)

# expect:
# 4 b'0123'
# 3 bytearray(b'\x00\x00456\x00\x00\x00')
# 2 bytearray(b'78456\x00\x00\x00')
# ValueError buffer too small for requested bytes
# ValueError negative buffersize in recv_into
# b'9abcdef'
# 4 b'sent'
# 5 b'first'
# ValueError count must be a positive integer (got 0)
# TypeError cannot pickle 'socket' object
# False None True
# OSError [Errno 9] Bad file descriptor
# OSError [Errno 9] Bad file descriptor
# OSError [Errno 9] Bad file descriptor
# 8192 b'\x01\x00\x00\x00'
# True
# TypeError sendto() takes 2 or 3 arguments (1 given)
# TypeError a bytes-like object is required, not 'str'
# TypeError 'str' object cannot be interpreted as an integer
# 0.0 <SocketKind.SOCK_STREAM: 1> <__main__.Mine
# ValueError negative file descriptor
# TypeError 'float' object cannot be interpreted as an integer
# TypeError 'str' object cannot be interpreted as an integer
# OverflowError htons: can't convert negative Python int to C 16-bit unsigned integer
# OverflowError ntohs: Python int too large to convert to C 16-bit unsigned integer
# OverflowError can't convert negative value to unsigned int
# OverflowError int larger than 32 bits
# 16777216 256
# b'\n\x01\x02\x03' ::1
# fe800000000000000000000000010002
# OSError illegal IP address string passed to inet_pton
# ValueError invalid length of packed IP address string
# OSError service/proto not found
# ('127.0.0.1', [], ['127.0.0.1'])
# (<AddressFamily.AF_INET: 2>, <SocketKind.SOCK_STREAM: 1>, 6, '', ('127.0.0.1', 80))
# (<AddressFamily.AF_INET: 2>, <SocketKind.SOCK_DGRAM: 2>, 17, '', ('127.0.0.1', 80))
# (<AddressFamily.AF_INET: 2>, <SocketKind.SOCK_RAW: 3>, 0, '', ('127.0.0.1', 80))
# [(<AddressFamily.AF_INET: 2>, <SocketKind.SOCK_DGRAM: 2>, 17, '', ('0.0.0.0', 9))]
# gaierror [Errno -8] Servname not supported for ai_socktype
# gaierror [Errno -9] Address family for hostname not supported
# gaierror [Errno -2] Name or service not known
# [Errno 98] Address already in use (while attempting to bind on address ('127.0.0.1', PORT))
# create_connection failed (1 sub-exception) (ConnectionRefusedError(111, 'Connection refused'),)
