# Views of bytes, given to what takes bytes.
import array
import base64
import binascii
import hashlib
import io
import zlib

view = memoryview(b'hello world!')
odd = memoryview(bytearray(b'-h-e-l-l-o-'))[1::2]
compressed = memoryview(zlib.compress(b'hello' * 9))
digest = hashlib.sha1(view[:5])
digest.update(view[5:])
print(digest.hexdigest() == hashlib.sha1(b'hello world!').hexdigest())
print(int.from_bytes(view[:4], 'big'), int.from_bytes(view[:4], byteorder='little', signed=True), int.from_bytes(array.array('B', [1, 2]), 'big'))
print(zlib.crc32(view), zlib.adler32(view), zlib.decompress(compressed)[:7])
print(base64.b64encode(view), base64.b64decode(memoryview(b'aGVs')), binascii.hexlify(view), binascii.unhexlify(memoryview(b'6162')))
print(str(view, 'utf8'), bytes(odd), b'x'.join([view[:1], b'y', view[1:2]]), b'a' + view[:2])
stream, buffer, read = io.BytesIO(b'hello world!'), memoryview(bytearray(5)), []
digest = hashlib.sha1()
while count := stream.readinto(buffer):
    digest.update(buffer[:count])
print(digest.hexdigest() == hashlib.sha1(b'hello world!').hexdigest())
for wrong in (lambda: str(5, 'utf8'), lambda: base64.b64decode(5), lambda: binascii.unhexlify([1]), lambda: hashlib.md5('text')):
    try:
        wrong()
    except TypeError as error:
        print(error)

# expect:
# True
# 1751477356 1819043176 258
# 62177901 512296062 b'hellohe'
# b'aGVsbG8gd29ybGQh' b'hel' b'68656c6c6f20776f726c6421' b'ab'
# hello world! b'hello' b'hxyxe' b'ahe'
# True
# decoding to str: need a bytes-like object, int found
# argument should be a bytes-like object or ASCII string, not 'int'
# argument should be bytes, buffer or ASCII string, not 'list'
# Strings must be encoded before hashing
