# Files of all kinds upon sockets: their buffers, ends of lines, characters that come in two, and what they refuse.
import socket


def told(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as error:
        print(type(error).__name__, error)


near, far = socket.socketpair()
for mode, buffering in (("rb", -1), ("wb", -1), ("rwb", -1), ("rb", 0), ("r", -1), ("w", 1), ("rw", -1)):
    file = near.makefile(mode, buffering)
    print(type(file).__module__, type(file).__name__, file.readable(), file.writable(), file.seekable(), file.closed)
    file.close()
    print(file.closed, end=" ")
    told(file.__enter__)
told(near.makefile, "r", 0)
told(near.makefile, "rb+")

# What is more than the buffer goes out at once.
file = near.makefile("wb")
file.write(b"a" * 8000)
file.write(b"b" * 300)
print(len(far.recv(65536)), file.name == near.fileno(), file.mode)
told(file.read)
file.close()
print(far.recv(1000) == b"b" * 300)

file = near.makefile("wb", buffering=4)
print(file.write(b"abc"), file.write(b"de"), far.recv(100), file.write(b"more than four"), far.recv(100))
file.close()
file = near.makefile("w", 1, encoding="utf-8", newline="\r\n")
print(file.write("half"), file.write(" a line\n"), file.flush())
print(far.recv(100), file.encoding, file.errors, file.line_buffering)
file.close()

# A character that comes in two parts, and an end of a line that does.
reader = far.makefile("r", encoding="utf-8")
near.sendall("gr\u00fc".encode()[:-1])
near.sendall("gr\u00fc".encode()[-1:] + b"n\r")
near.sendall(b"\nnext\rlast\n")
print(repr(reader.read(3)), repr(reader.readline()), repr(reader.readline()), repr(reader.readline()))
reader.close()

for newline in ("", "\n", "\r", "\r\n"):
    reader = far.makefile("r", newline=newline)
    near.sendall(b"one\r\ntwo\rthree\n\r\n")
    print([reader.readline() for _ in range({"": 4, "\n": 3, "\r": 3, "\r\n": 2}[newline])])
    reader.close()
    near.setblocking(True)

# A buffer that the program brings; what has come already; what would have to be waited for.
reader = far.makefile("rb")
room = bytearray(4)
near.sendall(b"abcdefgh")
print(reader.readinto(room), room, reader.peek()[:2], reader.read1(2), reader.read1())
far.setblocking(False)
print(reader.read(5), reader.readline())
near.sendall(b"xyz")
print(reader.read(5))
far.settimeout(0.01)
told(reader.read, 1)
told(reader.read, 1)
reader.close()
far.settimeout(None)

raw = far.makefile("rb", buffering=0)
near.sendall(b"first\nsecond\n")
print(raw.readline(), far.recv(100))
near.close()
print(raw.read(), raw.readall())
raw.close()
far.close()

# expect:
# _io BufferedReader True False False False
# True ValueError I/O operation on closed file.
# _io BufferedWriter False True False False
# True ValueError I/O operation on closed file.
# _io BufferedRWPair True True False False
# True ValueError I/O operation on closed file.
# socket SocketIO True False False False
# True ValueError I/O operation on closed file.
# _io TextIOWrapper True False False False
# True ValueError I/O operation on closed file.
# _io TextIOWrapper False True False False
# True ValueError I/O operation on closed file.
# _io TextIOWrapper True True False False
# True ValueError I/O operation on closed file.
# ValueError unbuffered streams must be binary
# ValueError invalid mode 'rb+' (only r, w, b allowed)
# 8000 True wb
# UnsupportedOperation read
# True
# 3 2 b'abc' 14 b'demore than four'
# 4 8 None
# b'half a line\r\n' utf-8 strict False
# 'grü' 'n\n' 'next\n' 'last\n'
# ['one\r\n', 'two\r', 'three\n', '\r\n']
# ['one\r\n', 'two\rthree\n', '\r\n']
# ['one\r', '\ntwo\r', 'three\n\r']
# ['one\r\n', 'two\rthree\n\r\n']
# 4 bytearray(b'abcd') b'ef' b'ef' b'gh'
# None b''
# b'xyz'
# TimeoutError timed out
# OSError cannot read from timed out object
# b'first\n' b'second\n'
# b'' b''
