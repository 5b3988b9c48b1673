import contextlib
import io
import sys


class Tee(io.TextIOBase):
    def __init__(self, *streams):
        self.streams = streams

    def writable(self):
        return True

    def write(self, text):
        for stream in self.streams:
            stream.write(text)
        return len(text)


one, other = io.StringIO(), io.StringIO()
with contextlib.redirect_stdout(Tee(one, other)):
    print('to both')
    print('and', 'more')
print(one.getvalue() == other.getvalue(), repr(one.getvalue()))


class Zeros(io.RawIOBase):
    def __init__(self, count):
        self.left = count

    def readable(self):
        return True

    def readinto(self, buffer):
        count = min(len(buffer), self.left)
        buffer[:count] = b'0' * count
        self.left -= count
        return count


zeros = Zeros(10)
print(zeros.read(4), zeros.read(), zeros.read(1), zeros.seekable(), zeros.isatty(), zeros.closed)
with zeros:
    pass
print(zeros.closed)
for wrong in (lambda: zeros.flush(), lambda: Tee().read(), lambda: Zeros(1).fileno(), lambda: Tee().seek(0)):
    try:
        wrong()
    except (OSError, ValueError) as error:
        print(type(error).__name__, error)
print([isinstance(io.StringIO(), kind) for kind in (io.IOBase, io.TextIOBase, io.BufferedIOBase, io.RawIOBase)])
print([isinstance(io.BytesIO(), kind) for kind in (io.IOBase, io.TextIOBase, io.BufferedIOBase, io.RawIOBase)])
tee = Tee(one)
tee.writelines(['a', 'b'])
print(one.getvalue()[-2:], tee.readable(), tee.writable(), tee.encoding)

# expect:
# True 'to both\nand more\n'
# b'0000' b'000000' b'' False False False
# True
# ValueError I/O operation on closed file.
# UnsupportedOperation read
# UnsupportedOperation fileno
# UnsupportedOperation seek
# [True, True, False, False]
# [True, False, True, False]
# ab False True None
