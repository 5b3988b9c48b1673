# Sockets between the program's own parts. The same under every schedule.
import select
import socket
import threading


def told(call, *args):
    try:
        return call(*args)
    except OSError as error:
        return type(error).__name__, error.errno


def echo(listener, count):
    for _ in range(count):
        connection, address = listener.accept()
        with connection:
            while data := connection.recv(4096):
                connection.sendall(data.upper())


listener = socket.create_server(('127.0.0.1', 0))
port = listener.getsockname()[1]
server = threading.Thread(target=echo, args=(listener, 3))
server.start()

with socket.create_connection(('127.0.0.1', port)) as client:
    client.sendall(b'hello')
    print(client.recv(100))
    print(client.getpeername() == ('127.0.0.1', port), client.getsockname()[0])
    print(client.family == socket.AF_INET, client.gettimeout())
print(client.fileno())

# What is larger than any buffer comes through whole.
client = socket.socket()
client.connect(('localhost', port))
big = bytes(range(97, 123)) * 20_000
sender = threading.Thread(target=lambda: (client.sendall(big), client.shutdown(socket.SHUT_WR)))
sender.start()
received = bytearray()
while piece := client.recv(65536):
    received += piece
sender.join()
print(len(received), bytes(received) == big.upper())
client.close()

# A file upon a socket.
client = socket.create_connection(('127.0.0.1', port), timeout=5)
file = client.makefile('rw')
file.write('one line\nand another\n')
file.flush()
print(file.readline(), end='')
print(file.readline(), end='')
print(client.gettimeout())
file.close()
client.close()
server.join()
listener.close()

print(told(socket.create_connection, ('127.0.0.1', port)))

# Timeouts, and sockets that never wait.
listener = socket.socket()
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind(('', 0))
listener.listen()
port = listener.getsockname()[1]
listener.settimeout(0.01)
print(told(listener.accept))
listener.setblocking(False)
print(told(listener.accept), listener.getblocking())
client = socket.create_connection(('127.0.0.1', port))
listener.settimeout(5)
server, _ = listener.accept()
client.settimeout(0.01)
try:
    client.recv(1)
except TimeoutError as error:
    print('timed out' in str(error), isinstance(error, socket.timeout))
client.setblocking(False)
print(told(client.recv, 1))
print(select.select([client], [], [], 0), [s is client for s in select.select([], [client], [])[1]])
server.sendall(b'x')
readable, writable, failed = select.select([client], [], [], 5)
print(readable == [client], client.recv(10))
server.close()
client.settimeout(5)
print(client.recv(10), client.recv(10))
client.close()
print(told(client.recv, 1), told(client.send, b'x'))
print(told(listener.connect, ('127.0.0.1', port))[0])
second = socket.socket()
print(told(second.bind, ('127.0.0.1', port)), told(second.recv, 1), told(second.getpeername))
second.close()
listener.close()

# A pair.
one, other = socket.socketpair()
one.sendall(b'a')
print(other.recv(5))
other.send(b'b' * 10)
print(one.recv(4), one.recv(100))
one.close()
print(other.recv(5))
other.close()

# Datagrams.
inbox = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
inbox.bind(('127.0.0.1', 0))
sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
for text in (b'first', b'second'):
    print(sender.sendto(text, inbox.getsockname()))
data, address = inbox.recvfrom(100)
print(data, address[0])
inbox.sendto(b'answer', address)
print(sender.recvfrom(100)[0], inbox.recv(3))
inbox.settimeout(0.01)
print(told(inbox.recvfrom, 10)[0])
sender.close()
inbox.close()
try:
    socket.socket().connect('nowhere')
except TypeError as error:
    print(error)

# expect:
# b'HELLO'
# True 127.0.0.1
# True None
# -1
# 520000 True
# ONE LINE
# AND ANOTHER
# 5.0
# ('ConnectionRefusedError', 111)
# ('TimeoutError', None)
# ('BlockingIOError', 11) False
# True True
# ('BlockingIOError', 11)
# ([], [], []) [True]
# True b'x'
# b'' b''
# ('OSError', 9) ('OSError', 9)
# OSError
# ('OSError', 98) ('OSError', 107) ('OSError', 107)
# b'a'
# b'bbbb' b'bbbbbb'
# b''
# 5
# 6
# b'first' 127.0.0.1
# b'answer' b'sec'
# TimeoutError
# connect(): AF_INET address must be tuple, not str
