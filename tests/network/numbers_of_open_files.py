# Pipes, sockets and files by their numbers: each has one, which is free again once it is closed.
import os
import select
import selectors
import socket
import tempfile
import threading
import time


def refused(call, *args):
    try:
        call(*args)
    except OSError as error:
        print(type(error).__name__, error.strerror)


r, w = os.pipe()
print(w - r, select.select([r], [], [], 0), select.select([], [w], [], 0)[1] == [w])
os.write(w, b'abc')
print(select.select([r], [], [], 5)[0] == [r], os.read(r, 2), os.read(r, 10))
os.set_blocking(r, False)
refused(os.read, r, 1)

a, b = socket.socketpair()
late = threading.Thread(target=lambda: (time.sleep(0.05), os.write(w, b'late')))
late.start()
print(select.select([r, a], [], [], 5)[0] == [r], os.read(r, 100))
late.join()
b.send(b'q')
print(select.select([r, a], [], [], 5)[0] == [a], os.read(a.fileno(), 10), os.write(a.fileno(), b'xyz'), b.recv(10))

# The lowest number that is free is the next one's.
copy, number = a.dup(), a.fileno()
a.close()
print(copy.family, copy.type, a.fileno(), os.dup(copy.fileno()) == number)
b.send(b'by the copy')
print(copy.recv(20))
again = socket.socket(fileno=copy.detach())
print(again.family, again.type, copy.fileno())
other = socket.fromfd(again.fileno(), socket.AF_UNIX, socket.SOCK_STREAM)
again.close()
os.close(number)
other.send(b'the last')
os.close(other.fileno())
refused(other.send, b'x')
refused(other.close)
print(b.recv(10), b.recv(10))
refused(os.fstat, number)

with os.fdopen(w, 'w') as out:
    out.write('line 1\nline 2\n')
with os.fdopen(r) as lines:
    print(lines.fileno() == r, lines.readlines())
refused(os.close, r)
refused(os.read, r, 1)

r, w = os.pipe()
with open(w, 'wb', 0) as out:
    out.write(b'raw')
with open(r, 'rb') as data:
    print(data.read())

# Files have numbers, too.
path = os.path.join(tempfile.mkdtemp(), 'lock')
held = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR)
os.write(held, b'pid')
os.lseek(held, 0, os.SEEK_SET)
print(os.read(held, 10), os.fstat(held).st_size)
refused(os.open, path, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
os.close(held)
with open(path, 'a') as more:
    more.write('!')
    more.flush()
    os.fsync(more.fileno())
    print(open(path).read(), more.fileno() == held)
os.remove(path)
refused(os.open, path, os.O_RDONLY)
os.rmdir(os.path.dirname(path))

with selectors.DefaultSelector() as selector:
    r, w = os.pipe()
    selector.register(r, selectors.EVENT_READ, 'pipe')
    print(selector.select(0.01))
    os.write(w, b'1')
    print([(key.data, bits, key.fd == r) for key, bits in selector.select(5)])

# expect:
# 1 ([], [], []) True
# True b'ab' b'c'
# BlockingIOError Resource temporarily unavailable
# True b'late'
# True b'q' 3 b'xyz'
# 1 1 -1 True
# b'by the copy'
# 1 1 -1
# OSError Bad file descriptor
# OSError Bad file descriptor
# b'the last' b''
# OSError Bad file descriptor
# True ['line 1\n', 'line 2\n']
# OSError Bad file descriptor
# OSError Bad file descriptor
# b'raw'
# b'pid' 3
# FileExistsError File exists
# pid! True
# FileNotFoundError No such file or directory
# []
# [('pipe', 1, True)]
