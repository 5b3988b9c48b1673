# The numbers of errors by name, and small facts of the interpreter.
import errno
import socket
import sys

print(errno.ENOENT, errno.EEXIST, errno.EAGAIN == errno.EWOULDBLOCK, errno.ECONNREFUSED, errno.EINTR, errno.EPIPE)
print(errno.errorcode[2], errno.errorcode[errno.EACCES], errno.errorcode[11], errno.errorcode[35], errno.errorcode[95])
print(len(errno.errorcode), sorted(errno.errorcode)[:3])
for number in (errno.ENOENT, errno.EEXIST, errno.EPIPE, errno.ESRCH):
    print(type(OSError(number, "why")).__name__)
print(sys.flags.optimize, sys.flags.debug, sys.flags.interactive, sys.flags.dev_mode, sys.flags.utf8_mode)
print(__debug__, type(__debug__))
if __debug__:
    print("checked")
print(socket.AF_INET.name, repr(socket.SOCK_STREAM), socket.AF_INET == 2, isinstance(socket.AF_INET, int))
print(socket.AddressFamily(2), socket.SocketKind.SOCK_DGRAM, f"{socket.AF_INET}", "%d" % socket.AF_UNIX)

# expect:
# 2 17 True 111 4 32
# ENOENT EACCES EAGAIN EDEADLOCK ENOTSUP
# 130 [1, 2, 3]
# FileNotFoundError
# FileExistsError
# BrokenPipeError
# ProcessLookupError
# 0 0 0 False 0
# True <class 'bool'>
# checked
# AF_INET <SocketKind.SOCK_STREAM: 1> True True
# 2 2 2 1
