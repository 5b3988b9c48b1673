# What is looked at and stays, what is waited for as a whole, and what is known at once of an end that is closed.
import socket
import threading


def refused(call, *args):
    try:
        call(*args)
    except OSError as error:
        print(repr(error))


def send_slowly():
    for letter in b'abcdef':
        one.send(bytes([letter]))


one, other = socket.socketpair()
one.close()
refused(other.send, b'x')
refused(other.sendall, b'x')
print(other.recv(3))

one, other = socket.socketpair()
one.send(b'hello')
print(other.recv(3, socket.MSG_PEEK), other.recv(2), other.recv(10, socket.MSG_PEEK), other.recv(10))
refused(other.recv, 1, socket.MSG_DONTWAIT)
threading.Thread(target=send_slowly).start()
print(other.recv(6, socket.MSG_WAITALL))
buffer = bytearray(4)
one.send(b'wxyz')
print(other.recv_into(buffer, 2, socket.MSG_PEEK), buffer, other.recv_into(buffer), buffer)
one.send(b'xy')
one.close()
print(other.recv(6, socket.MSG_WAITALL), other.recv(6, socket.MSG_WAITALL))

inbox = socket.socket(type=socket.SOCK_DGRAM)
inbox.bind(('127.0.0.1', 0))
outbox = socket.socket(type=socket.SOCK_DGRAM)
outbox.sendto(b'letter', inbox.getsockname())
print(inbox.recvfrom(10, socket.MSG_PEEK)[0], inbox.recv(10))
print(socket.has_ipv6, int(socket.MSG_PEEK), int(socket.MSG_WAITALL), int(socket.MSG_DONTWAIT))

# expect:
# BrokenPipeError(32, 'Broken pipe')
# BrokenPipeError(32, 'Broken pipe')
# b''
# b'hel' b'he' b'llo' b'llo'
# BlockingIOError(11, 'Resource temporarily unavailable')
# b'abcdef'
# 2 bytearray(b'wxyz') 4 bytearray(b'wxyz')
# b'xy' b''
# b'letter' b'letter'
# True 2 256 64
