"""Streams upon streams: texts upon bytes, and buffers."""
import io
w = io.TextIOWrapper(io.BytesIO(b'one\ntwo\r\nthree\rfour'), encoding='utf-8')
print(w.readline(), w.read(2), list(w))
print(w.newlines, w.encoding, w.errors, w.line_buffering)
b = io.BytesIO()
w = io.TextIOWrapper(b, encoding='latin-1', newline='\r\n', write_through=True)
print(w.write('caf\xe9\n'), b.getvalue())
w.flush(); print(b.getvalue())
print(w.detach() is b)
try: w.read()
except Exception as e: print(type(e), e)
b = io.BytesIO()
w = io.TextIOWrapper(b)
w.write('abc'); print(b.getvalue()); w.flush(); print(b.getvalue()); print(w.buffer is b, w.tell()); w.seek(0); print(w.read()); w.close(); print(b.closed)
r = io.BufferedReader(io.BytesIO(b'hello world\nsecond'))
print(r.peek(3)[:3], r.read(3), r.readline(), r.read1(2), r.tell(), r.seek(0), r.read(), r.readable(), r.writable())
w = io.BufferedWriter(io.BytesIO()); import csv
out = io.BytesIO()
t = io.TextIOWrapper(out, encoding='utf-8', newline='')
wr = csv.writer(t); wr.writerow(['a', 'b,c']); t.flush(); print(out.getvalue())
out.seek(0)
print(list(csv.reader(io.TextIOWrapper(out, 'utf-8', newline=''))))
class Raw(io.RawIOBase):
    def __init__(self, data): self.data, self.at = data, 0
    def readable(self): return True
    def readinto(self, b):
        piece = self.data[self.at:self.at + len(b)]
        b[:len(piece)] = piece
        self.at += len(piece)
        return len(piece)
r = io.BufferedReader(Raw(b'line one\nline two\nrest'), 5)
print(r.readline(), r.read(4), r.readlines())
print(io.TextIOWrapper(io.BufferedReader(Raw('é\nö'.encode())), encoding='utf-8').read())
with io.TextIOWrapper(io.BytesIO(b'\xff'), encoding='utf-8') as f:
    try: f.read()
    except UnicodeDecodeError as e: print(e)
with io.TextIOWrapper(io.BytesIO(b'\xff'), encoding='ascii', errors='replace') as f: print(repr(f.read()))
p = io.BufferedRandom(io.BytesIO(b'12345')); print(p.read(2), p.write(b'x'), p.seek(0), p.read())
pp = io.BufferedRWPair(io.BytesIO(b'abc'), io.BytesIO()); print(pp.read(), pp.write(b'q'))
print(isinstance(w, io.BufferedIOBase), isinstance(t, io.TextIOBase), isinstance(t, io.IOBase))
print(io.StringIO('a\r\nb', newline=None).read().encode(), io.StringIO('a\nb', newline='\r\n').getvalue().encode())
class R(io.RawIOBase):
    def __init__(self): self.log = []
    def writable(self): return True
    def write(self, b): self.log.append(bytes(b)); return len(b)
for parts in ((2, 4), (2, 5), (4, 1), (3, 4, 1), (5, 9, 2), (8, 8)):
    raw = R()
    w = io.BufferedWriter(raw, 4)
    for p in parts: w.write(b'x' * p)
    print(parts, raw.log)
print(io.TextIOWrapper(io.BytesIO()), io.BufferedReader(io.BytesIO()), io.BufferedWriter(io.BytesIO()))
w = io.TextIOWrapper(io.BytesIO())
for f in (lambda: w.write(b'x'), lambda: io.TextIOWrapper(3), lambda: io.TextIOWrapper(io.BytesIO(), newline='x'),
          lambda: io.TextIOWrapper(io.BytesIO(), 'nope'), lambda: io.BufferedReader(3), lambda: io.BufferedReader(io.BytesIO()).write(b''),
          lambda: io.BufferedWriter(io.BytesIO()).read(), lambda: w.fileno(), lambda: w.seek(1, 1), lambda: w.read('x'),
          lambda: (w.close(), w.read()), lambda: io.TextIOWrapper(R()).read(), lambda: io.BufferedReader(R())):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
b = io.BytesIO(); t = io.TextIOWrapper(b); t.write('x'); del t; print(b.closed)
b = io.BytesIO('é\r\nab\r\ncd'.encode()); t = io.TextIOWrapper(b, 'utf-8')
print(t.readline(), t.tell(), t.read(1), t.tell(), b.tell()); p = t.tell(); print(t.read(), t.tell(), t.seek(p), t.read(1))
print(t.isatty(), t.seekable(), t.readable(), t.writable(), hasattr(t, 'name'), t.line_buffering, t.write_through)
t.reconfigure(line_buffering=True); t.seek(0, 2); t.write('ab'); print(b.getvalue()); t.write('x\n'); print(b.getvalue())
b = io.BytesIO(b'abc\ndef\n'); r = io.BufferedReader(b); print(r.detach() is b)
try: r.read()
except ValueError as e: print(e)
x = bytearray(3); print(b.readinto(x), x, b.read1(2), b.readinto1(x), x, b.read1())
class Shouting(io.TextIOWrapper):
    def write(self, text): return super().write(text.upper())
b = io.BytesIO(); s = Shouting(b, encoding='utf-8', newline='\n'); print('loud', 5, file=s, flush=True); print(b.getvalue())
text = ''.join(f'line {i} ü\n' for i in range(3000))
t = io.TextIOWrapper(io.BufferedReader(Raw(text.encode()), 64), encoding='utf-8')
print(sum(1 for line in t if line.endswith('ü\n')), t.read() == '')
t = io.TextIOWrapper(io.BytesIO(text.encode())); print(t.read() == text)
import contextlib, sys
b = io.BytesIO()
with contextlib.redirect_stdout(io.TextIOWrapper(b, write_through=True)): print('hidden')
print(b.closed or b.getvalue())
print(isinstance(sys.__stdout__, io.TextIOWrapper), isinstance(sys.__stdout__, io.IOBase), isinstance(io.StringIO(), io.TextIOWrapper))

# expect:
# one
#  tw ['o\n', 'three\n', 'four']
# ('\r', '\n', '\r\n') utf-8 strict False
# 5 b'caf\xe9\r\n'
# b'caf\xe9\r\n'
# True
# <class 'ValueError'> underlying buffer has been detached
# b''
# b'abc'
# True 3
# abc
# True
# b'hel' b'hel' b'lo world\n' b'se' 14 0 b'hello world\nsecond' True False
# b'a,"b,c"\r\n'
# [['a', 'b,c']]
# b'line one\n' b'line' [b' two\n', b'rest']
# é
# ö
# 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
# '�'
# b'12' 1 0 b'12x45'
# b'abc' 1
# True True True
# b'a\nb' b'a\r\nb'
# (2, 4) [b'xx']
# (2, 5) [b'xx', b'xxxxx']
# (4, 1) [b'xxxx']
# (3, 4, 1) [b'xxx', b'xxxx']
# (5, 9, 2) [b'xxxxx', b'xxxxxxxxx']
# (8, 8) [b'xxxxxxxx', b'xxxxxxxx']
# <_io.TextIOWrapper encoding='UTF-8'> <_io.BufferedReader> <_io.BufferedWriter>
# TypeError write() argument must be str, not bytes
# AttributeError 'int' object has no attribute 'readable'
# ValueError illegal newline value: x
# LookupError unknown encoding: nope
# AttributeError 'int' object has no attribute 'readable'
# UnsupportedOperation write
# UnsupportedOperation read
# UnsupportedOperation fileno
# UnsupportedOperation can't do nonzero cur-relative seeks
# TypeError argument should be integer or None, not 'str'
# ValueError I/O operation on closed file.
# UnsupportedOperation not readable
# UnsupportedOperation File or stream is not readable.
# True
# é
#  4 a 5 10
# b
# cd 10 5 b
# False True True True False False False
# b'\xc3\xa9\r\nab\r\ncd'
# b'\xc3\xa9\r\nab\r\ncdabx\n'
# True
# raw stream has been detached
# 3 bytearray(b'ef\n') b'\nd' 3 bytearray(b'ef\n') b''
# b'LOUD 5\n'
# 3000 True
# True
# True
# True True False
