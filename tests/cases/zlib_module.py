import zlib

data = b"the quick brown fox " * 400
packed = zlib.compress(data)
print(len(packed) < len(data) // 10, zlib.decompress(packed) == data, zlib.decompress(zlib.compress(b"")), zlib.decompress(zlib.compress(data, 9)) == data)
print(zlib.crc32(b"hello"), zlib.crc32(data), zlib.crc32(b"lo", zlib.crc32(b"hel")), zlib.adler32(b"hello"), zlib.adler32(data, 7))
print(zlib.decompress(zlib.compress(data, level=0)) == data, zlib.decompress(b"x\x9c\xcbH\xcd\xc9\xc9\x07\x00\x06,\x02\x15"))
for bad in (lambda: zlib.decompress(b"not zlib"), lambda: zlib.decompress(packed[:-5]), lambda: zlib.compress(data, 12)):
    try:
        print(bad())
    except zlib.error as error:
        print(type(error).__name__, error)
# expect:
# True True b'' True
# 907060870 2694381176 907060870 103547413 1696363100
# True b'hello'
# error Error -3 while decompressing data: incorrect header check
# error Error -5 while decompressing data: incomplete or truncated stream
# error Bad compression level
