# Sockets that have the names of files, in place of ports.
import os
import shutil
import socket
import tempfile
import threading


def refused(call, *args):
    try:
        call(*args)
    except OSError as error:
        print(type(error).__name__, error.strerror)


folder = tempfile.mkdtemp()
path = os.path.join(folder, 'upper.sock')
listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
listener.bind(path)
listener.listen(1)
print(os.path.exists(path), listener.getsockname() == path, listener.family)


def serve():
    for _ in range(2):
        connection, address = listener.accept()
        with connection:
            print(repr(address), connection.getsockname() == path)
            while data := connection.recv(100):
                connection.sendall(data.upper())


server = threading.Thread(target=serve)
server.start()
for word in (b'one', b'two'):
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
        client.connect(path)
        client.sendall(word)
        client.shutdown(socket.SHUT_WR)
        print(client.makefile('rb').read(), repr(client.getsockname()), client.getpeername() == path)
server.join()

late = socket.socket(socket.AF_UNIX)
refused(late.bind, path)
listener.close()
refused(late.connect, path)
os.unlink(path)
refused(late.connect, path)
late.close()

# Datagrams: of a pair, and between two that have names.
a, b = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
a.send(b'one')
a.send(b'two')
print(b.recv(100), b.recv(100), a.type)
b.sendall(b'back')
print(a.recv(2))
a.close()
b.close()
asks, knows = [socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) for _ in range(2)]
knows.bind(os.path.join(folder, 'knows'))
asks.sendto(b'who?', os.path.join(folder, 'knows'))
print(knows.recvfrom(10))
asks.bind(os.path.join(folder, 'asks'))
asks.connect(knows.getsockname())
asks.send(b'me')
data, sender = knows.recvfrom(10)
knows.sendto(b'you', sender)
print(data, os.path.basename(sender), asks.recv(10))
asks.close()
knows.close()
shutil.rmtree(folder)

a, b = socket.socketpair()
print(a.sendmsg([b'abc', b'def']), b.recvmsg(100))
first, second = bytearray(2), bytearray(5)
a.send(b'hello')
print(b.recvmsg_into([first, second])[0], first, second)

# expect:
# True True 1
# '' True
# b'ONE' '' True
# '' True
# b'TWO' '' True
# OSError Address already in use
# ConnectionRefusedError Connection refused
# FileNotFoundError No such file or directory
# b'one' b'two' 2
# b'ba'
# (b'who?', None)
# b'me' asks b'you'
# 6 (b'abcdef', [], 0, None)
# 5 bytearray(b'he') bytearray(b'llo\x00\x00')
