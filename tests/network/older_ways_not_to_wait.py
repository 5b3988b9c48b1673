# Files that are told by other means not to let calls wait.
import asyncio
import errno
import fcntl
import os
import socket
import tempfile

a, b = socket.socketpair()
print(fcntl.fcntl(a, fcntl.F_GETFL) & os.O_NONBLOCK, fcntl.fcntl(a.fileno(), fcntl.F_GETFD) == fcntl.FD_CLOEXEC)
fcntl.fcntl(a, fcntl.F_SETFL, fcntl.fcntl(a, fcntl.F_GETFL) | os.O_NONBLOCK)
try:
    a.recv(1)
except socket.error as error:
    print(errno.errorcode[error.args[0]], a.gettimeout(), os.get_blocking(a.fileno()))
os.set_blocking(a.fileno(), True)
b.send(b'now')
print(a.recv(10))
r, w = os.pipe()
fcntl.fcntl(r, fcntl.F_SETFL, fcntl.fcntl(r, fcntl.F_GETFL) | os.O_NONBLOCK)
try:
    os.read(r, 1)
except OSError as error:
    print(errno.errorcode[error.errno])

held, path = tempfile.mkstemp(suffix='.lock')
print(os.write(held, b'held'), os.fstat(held).st_size, path.endswith('.lock'))
os.close(held)
os.remove(path)


# Only in debug mode a loop asks whether a socket would make it wait.
async def main():
    loop = asyncio.get_running_loop()
    b.send(b'awaited')
    print(await loop.sock_recv(a, 10))
    loop.set_debug(True)
    try:
        await loop.sock_recv(a, 10)
    except ValueError as error:
        print(error)
    print(await loop.getnameinfo(('127.0.0.1', 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV))


asyncio.run(main())

# expect:
# 0 True
# EAGAIN None False
# b'now'
# EAGAIN
# 4 4 True
# b'awaited'
# the socket must be non-blocking
# ('127.0.0.1', '80')
