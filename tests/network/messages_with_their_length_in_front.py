# TCP is a stream of bytes: messages are framed by their length, read by a loop until they are whole.
import socket
import struct
import threading


def send(connection, payload):
    connection.sendall(struct.pack('!I', len(payload)) + payload)


def read_exactly(connection, count):
    parts = []
    while count:
        part = connection.recv(min(count, 1000))
        if not part:
            raise EOFError(f'{count} bytes are missing')
        parts.append(part)
        count -= len(part)
    return b''.join(parts)


def receive(connection):
    length, = struct.unpack('!I', read_exactly(connection, 4))
    return read_exactly(connection, length)


left, right = socket.socketpair()
messages = [b'short', b'', b'x' * 50_000, 'ünïcödé'.encode()]


def write():
    for message in messages:
        send(left, message)
    left.sendall(struct.pack('!I', 10) + b'cut')
    left.close()


writer = threading.Thread(target=write)
writer.start()
for message in messages:
    received = receive(right)
    print(len(received), received == message)
try:
    receive(right)
except EOFError as error:
    print(error)
writer.join()
print(right.recv(1), right.close(), right.fileno())

# expect:
# 5 True
# 0 True
# 50000 True
# 11 True
# 7 bytes are missing
# b'' None -1
