# shutdown(SHUT_WR) says that nothing more will be sent, while the answer can still be read.
import socket
import threading


def add_up(connection):
    with connection:
        total = sum(int(line) for line in connection.makefile())
        connection.sendall(str(total).encode())


left, right = socket.socketpair()
worker = threading.Thread(target=add_up, args=(right,))
worker.start()
for number in range(5):
    left.sendall(b'%d\n' % number)
left.shutdown(socket.SHUT_WR)
print(left.recv(100), left.recv(100))
worker.join()
try:
    left.sendall(b'more')
except BrokenPipeError as error:
    print(type(error).__name__)
left.close()
for attempt in (lambda: left.recv(1), lambda: left.send(b'x'), left.getsockname):
    try:
        attempt()
    except OSError as error:
        print(error)
with socket.socket() as unconnected:
    try:
        unconnected.recv(1)
    except OSError as error:
        print(error)
    print(unconnected.family == socket.AF_INET, unconnected.type == socket.SOCK_STREAM)

# expect:
# b'10' b''
# BrokenPipeError
# [Errno 9] Bad file descriptor
# [Errno 9] Bad file descriptor
# [Errno 9] Bad file descriptor
# [Errno 107] Transport endpoint is not connected
# True True
