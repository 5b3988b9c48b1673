# What shutting down a listening socket does, and which addresses datagram sockets have.
import socket
import threading
import time

# Who waits to accept is told when the socket is shut down.
listener = socket.create_server(('127.0.0.1', 0))
ender = threading.Timer(0.02, listener.shutdown, [socket.SHUT_RDWR])
ender.start()
try:
    listener.accept()
except OSError as error:
    print(error)
ender.join()
address = listener.getsockname()
try:
    socket.create_connection(address)
except ConnectionRefusedError as error:
    print(error)
listener.close()

# A datagram socket has an address once it has sent something, or knows where to send.
receiver = socket.socket(type=socket.SOCK_DGRAM)
receiver.bind(('127.0.0.1', 0))
sender = socket.socket(type=socket.SOCK_DGRAM)
print(sender.getsockname())
sender.sendto(b'1', receiver.getsockname())
print(receiver.recvfrom(1)[1][1] == sender.getsockname()[1], sender.getsockname()[0])
other = socket.socket(type=socket.SOCK_DGRAM)
other.connect(receiver.getsockname())
print(other.getsockname()[0], other.send(b'2'), receiver.recvfrom(1)[1] == other.getsockname())
try:
    receiver.send(b'to whom?')
except OSError as error:
    print(error)

# expect:
# [Errno 22] Invalid argument
# [Errno 111] Connection refused
# ('0.0.0.0', 0)
# True 0.0.0.0
# 127.0.0.1 1 True
# [Errno 89] Destination address required
