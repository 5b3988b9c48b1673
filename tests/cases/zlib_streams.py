import copy
import gzip
import io
import zlib

data = b"".join(b"line %d of the text\n" % i for i in range(3000))

def packed(**how):
    made = zlib.compressobj(**how)
    return b"".join([made.compress(data[:1000]), made.compress(data[1000:]), made.flush(zlib.Z_SYNC_FLUSH), made.compress(b"end"), made.flush()])

def unpacked(text, size=100, **how):
    made = zlib.decompressobj(**how)
    return b"".join([made.decompress(text[at:at + size]) for at in range(0, len(text), size)] + [made.flush()]), made.eof, made.unused_data

for how in ({}, {"wbits": -15}, {"wbits": 31}, {"wbits": -9}):
    text = packed(level=6, **how)
    whole, eof, unused = unpacked(text + b"unused", **how)
    print(how, whole == data + b"end", eof, b"unused".startswith(unused[:2]), zlib.decompress(text, **how) == whole, len(text) < len(data) // 3)
    print(zlib.decompress(zlib.compress(data, 9, **how), **how) == data, [unpacked(text, size=7, **how)[0] == whole, unpacked(text[:-1], **how)[1]])
print(zlib.decompress(packed(wbits=31), 47) == data + b"end", zlib.decompress(packed(), wbits=47) == data + b"end", zlib.decompress(packed(), 0) == data + b"end")
print(unpacked(gzip.compress(b"short", mtime=0), size=1, wbits=31), unpacked(zlib.compress(b"short") + b"!", size=1))

limited = zlib.decompressobj()
out = limited.decompress(zlib.compress(data), 10)
print(out, limited.eof, len(limited.unconsumed_tail) > 0)
out += limited.decompress(limited.unconsumed_tail, 1000)
other = limited.copy()
print(len(out), len(limited.flush()) + len(out) == len(data), limited.eof, limited.unconsumed_tail, other.eof, len(copy.copy(other).flush()))
first = zlib.compressobj(level=1)
begun = first.compress(b"same ")
second = first.copy()
print(zlib.decompress(begun + first.compress(b"one") + first.flush()), zlib.decompress(begun + second.compress(b"two") + second.flush()))
print(type(first).__name__, type(limited).__name__, type(first).__module__)

print(gzip.decompress(gzip.compress(data)) == data, gzip.decompress(gzip.compress(b"a") + gzip.compress(b"b") + b"\0\0"), gzip.decompress(b""))
print(gzip.compress(b"abc", mtime=0)[:10], gzip.compress(b"abc", 1, mtime=5)[:9])
memory = io.BytesIO()
with gzip.GzipFile(fileobj=memory, mode="wb", mtime=1) as file:
    print(file.write(data), file.tell(), file.writable(), file.closed)
    file.writelines([b"more\n", b"lines"])
print(file.closed, memory.closed, gzip.decompress(memory.getvalue()) == data + b"more\nlines")
memory.seek(0)
with gzip.GzipFile(fileobj=memory) as file:
    print(file.read(5), file.readline(), file.tell(), len(file.readlines()), file.seek(2), file.read(3))
memory.seek(0)
with gzip.open(memory, "rt", encoding="ascii") as lines:
    print(next(lines), lines.readline(), sum(len(line) for line in lines), [lines.read()])

for bad in (
    lambda: first.compress(b"x"),
    lambda: first.flush(),
    lambda: zlib.decompressobj().decompress(b"not zlib"),
    lambda: zlib.decompressobj().decompress(b"x", -1),
    lambda: zlib.decompressobj().decompress("x"),
    lambda: zlib.decompressobj(wbits=3),
    lambda: zlib.compressobj(12),
    lambda: zlib.compress(b"a", wbits=3),
    lambda: zlib.compress("a"),
    lambda: zlib.decompress(b"abcabcabcabc", wbits=31),
    lambda: zlib.decompress(packed(wbits=31)[:-3], wbits=31),
    lambda: zlib.decompress(zlib.compress(b"abc")[:-1] + b"!"),
    lambda: zlib.decompress(packed(wbits=31)[:-8] + b"12345678", wbits=31),
    lambda: gzip.decompress(b"abc"),
    lambda: gzip.decompress(gzip.compress(b"abc")[:-1]),
    lambda: gzip.decompress(gzip.compress(b"abc")[:-8] + b"12345678"),
    lambda: gzip.GzipFile(fileobj=io.BytesIO(), mode="w").read(),
    lambda: gzip.open(5),
    lambda: gzip.open(io.BytesIO(), "rbt"),
    lambda: gzip.GzipFile(fileobj=io.BytesIO(), mode="w").write("text"),
):
    try:
        print(bad())
    except (zlib.error, ValueError, TypeError, OSError, EOFError) as error:
        print(type(error).__name__, error)
# expect:
# {} True True True True True
# True [True, False]
# {'wbits': -15} True True True True True
# True [True, False]
# {'wbits': 31} True True True True True
# True [True, False]
# {'wbits': -9} True True True True True
# True [True, False]
# True True True
# (b'short', True, b'') (b'short', True, b'!')
# b'line 0 of ' False True
# 1010 True True b'' False 63880
# b'same one' b'same two'
# Compress Decompress zlib
# True b'ab' b''
# b'\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03' b'\x1f\x8b\x08\x00\x05\x00\x00\x00\x04'
# 64890 64890 True False
# True False True
# b'line ' b'0 of the text\n' 19 3001 2 b'ne '
# line 0 of the text
#  line 1 of the text
#  64862 ['']
# error Error -2 while compressing data: inconsistent stream state
# error Error -2 while flushing: inconsistent stream state
# error Error -3 while decompressing data: incorrect header check
# ValueError max_length must be non-negative
# TypeError a bytes-like object is required, not 'str'
# ValueError Invalid initialization option
# ValueError Invalid initialization option
# error Bad compression level
# TypeError a bytes-like object is required, not 'str'
# error Error -3 while decompressing data: incorrect header check
# error Error -5 while decompressing data: incomplete or truncated stream
# error Error -3 while decompressing data: incorrect data check
# error Error -3 while decompressing data: incorrect data check
# BadGzipFile Not a gzipped file (b'ab')
# EOFError Compressed file ended before the end-of-stream marker was reached
# BadGzipFile CRC check failed
# OSError [Errno 9] read() on write-only GzipFile object
# TypeError filename must be a str or bytes object, or a file
# ValueError Invalid mode: 'rbt'
# TypeError memoryview: a bytes-like object is required, not 'str'
