"""What is said of values that cannot be packed, and of buffers that do not fit."""
import struct
for fmt in ['b','>B','<h','>h','h','<H','>H','H','<i','>i','>I','I','<l','>L','<q','>q','q','<Q','>Q','Q','n','N','P','<e','>f']:
    for v in (-1, 2**16, 2**63, 2**64, -2**63 - 1):
        try: print(fmt, v, struct.pack(fmt,v))
        except Exception as e: print(fmt, v, type(e).__name__, e)
for f,a in [('>3s',(3,)),('c',(b'ab',)),('>c',('a',)),('?',('a',)),('>p',(1,)),('2h',(1,)),('h',(1,2)),('z',(1,)),('3',(1,)),('h h',(1,2)),('4xh',(1,)),('>n',(1,)),('<P',(1,)),('',(1,)),('i'*3,(1,2)),('0s',(b'abc',)),('5p',(b'abcdefgh',))]:
    try: print(f, a, struct.pack(f,*a))
    except Exception as e: print(f,a,type(e).__name__,e)
for f,b in [('>h',b'a'),('>i',b'abcde'),('2s',b''),('h',bytearray(b'ab')),('h','ab'),('h',None)]:
    try: print(f, b, struct.unpack(f,b))
    except Exception as e: print(f,b,type(e).__name__,e)
    try: print(f, b, struct.unpack_from(f,b,1))
    except Exception as e: print(f,b,type(e).__name__,e)
    try: print(f, b, list(struct.iter_unpack(f,b)))
    except Exception as e: print(f,b,type(e).__name__,e)
for off in (-1,-5,3,10,2):
    try: print(struct.unpack_from('<h',b'abcd',off))
    except Exception as e: print(off,type(e).__name__,e)
    try: b=bytearray(4); struct.pack_into('<h',b,off,1); print(b)
    except Exception as e: print(off,type(e).__name__,e)
# expect:
# b -1 b'\xff'
# b 65536 error byte format requires -128 <= number <= 127
# b 9223372036854775808 error argument out of range
# b 18446744073709551616 error argument out of range
# b -9223372036854775809 error argument out of range
# >B -1 error ubyte format requires 0 <= number <= 255
# >B 65536 error ubyte format requires 0 <= number <= 255
# >B 9223372036854775808 error argument out of range
# >B 18446744073709551616 error argument out of range
# >B -9223372036854775809 error argument out of range
# <h -1 b'\xff\xff'
# <h 65536 error short format requires -32768 <= number <= 32767
# <h 9223372036854775808 error argument out of range
# <h 18446744073709551616 error argument out of range
# <h -9223372036854775809 error argument out of range
# >h -1 b'\xff\xff'
# >h 65536 error 'h' format requires -32768 <= number <= 32767
# >h 9223372036854775808 error argument out of range
# >h 18446744073709551616 error argument out of range
# >h -9223372036854775809 error argument out of range
# h -1 b'\xff\xff'
# h 65536 error short format requires -32768 <= number <= 32767
# h 9223372036854775808 error argument out of range
# h 18446744073709551616 error argument out of range
# h -9223372036854775809 error argument out of range
# <H -1 error ushort format requires 0 <= number <= 65535
# <H 65536 error ushort format requires 0 <= number <= 65535
# <H 9223372036854775808 error argument out of range
# <H 18446744073709551616 error argument out of range
# <H -9223372036854775809 error argument out of range
# >H -1 error argument out of range
# >H 65536 error 'H' format requires 0 <= number <= 65535
# >H 9223372036854775808 error 'H' format requires 0 <= number <= 65535
# >H 18446744073709551616 error argument out of range
# >H -9223372036854775809 error argument out of range
# H -1 error ushort format requires 0 <= number <= 65535
# H 65536 error ushort format requires 0 <= number <= 65535
# H 9223372036854775808 error argument out of range
# H 18446744073709551616 error argument out of range
# H -9223372036854775809 error argument out of range
# <i -1 b'\xff\xff\xff\xff'
# <i 65536 b'\x00\x00\x01\x00'
# <i 9223372036854775808 error argument out of range
# <i 18446744073709551616 error argument out of range
# <i -9223372036854775809 error argument out of range
# >i -1 b'\xff\xff\xff\xff'
# >i 65536 b'\x00\x01\x00\x00'
# >i 9223372036854775808 error argument out of range
# >i 18446744073709551616 error argument out of range
# >i -9223372036854775809 error argument out of range
# >I -1 error argument out of range
# >I 65536 b'\x00\x01\x00\x00'
# >I 9223372036854775808 error 'I' format requires 0 <= number <= 4294967295
# >I 18446744073709551616 error argument out of range
# >I -9223372036854775809 error argument out of range
# I -1 error argument out of range
# I 65536 b'\x00\x00\x01\x00'
# I 9223372036854775808 error 'I' format requires 0 <= number <= 4294967295
# I 18446744073709551616 error argument out of range
# I -9223372036854775809 error argument out of range
# <l -1 b'\xff\xff\xff\xff'
# <l 65536 b'\x00\x00\x01\x00'
# <l 9223372036854775808 error argument out of range
# <l 18446744073709551616 error argument out of range
# <l -9223372036854775809 error argument out of range
# >L -1 error argument out of range
# >L 65536 b'\x00\x01\x00\x00'
# >L 9223372036854775808 error 'L' format requires 0 <= number <= 4294967295
# >L 18446744073709551616 error argument out of range
# >L -9223372036854775809 error argument out of range
# <q -1 b'\xff\xff\xff\xff\xff\xff\xff\xff'
# <q 65536 b'\x00\x00\x01\x00\x00\x00\x00\x00'
# <q 9223372036854775808 error argument out of range
# <q 18446744073709551616 error argument out of range
# <q -9223372036854775809 error argument out of range
# >q -1 b'\xff\xff\xff\xff\xff\xff\xff\xff'
# >q 65536 b'\x00\x00\x00\x00\x00\x01\x00\x00'
# >q 9223372036854775808 error int too large to convert
# >q 18446744073709551616 error int too large to convert
# >q -9223372036854775809 error int too large to convert
# q -1 b'\xff\xff\xff\xff\xff\xff\xff\xff'
# q 65536 b'\x00\x00\x01\x00\x00\x00\x00\x00'
# q 9223372036854775808 error argument out of range
# q 18446744073709551616 error argument out of range
# q -9223372036854775809 error argument out of range
# <Q -1 error argument out of range
# <Q 65536 b'\x00\x00\x01\x00\x00\x00\x00\x00'
# <Q 9223372036854775808 b'\x00\x00\x00\x00\x00\x00\x00\x80'
# <Q 18446744073709551616 error argument out of range
# <Q -9223372036854775809 error argument out of range
# >Q -1 error int too large to convert
# >Q 65536 b'\x00\x00\x00\x00\x00\x01\x00\x00'
# >Q 9223372036854775808 b'\x80\x00\x00\x00\x00\x00\x00\x00'
# >Q 18446744073709551616 error int too large to convert
# >Q -9223372036854775809 error int too large to convert
# Q -1 error argument out of range
# Q 65536 b'\x00\x00\x01\x00\x00\x00\x00\x00'
# Q 9223372036854775808 b'\x00\x00\x00\x00\x00\x00\x00\x80'
# Q 18446744073709551616 error argument out of range
# Q -9223372036854775809 error argument out of range
# n -1 b'\xff\xff\xff\xff\xff\xff\xff\xff'
# n 65536 b'\x00\x00\x01\x00\x00\x00\x00\x00'
# n 9223372036854775808 error argument out of range
# n 18446744073709551616 error argument out of range
# n -9223372036854775809 error argument out of range
# N -1 error argument out of range
# N 65536 b'\x00\x00\x01\x00\x00\x00\x00\x00'
# N 9223372036854775808 b'\x00\x00\x00\x00\x00\x00\x00\x80'
# N 18446744073709551616 error argument out of range
# N -9223372036854775809 error argument out of range
# P -1 b'\xff\xff\xff\xff\xff\xff\xff\xff'
# P 65536 b'\x00\x00\x01\x00\x00\x00\x00\x00'
# P 9223372036854775808 b'\x00\x00\x00\x00\x00\x00\x00\x80'
# P 18446744073709551616 error int too large to convert
# P -9223372036854775809 error int too large to convert
# <e -1 b'\x00\xbc'
# <e 65536 error int too large to convert
# <e 9223372036854775808 error int too large to convert
# <e 18446744073709551616 error int too large to convert
# <e -9223372036854775809 error int too large to convert
# >f -1 b'\xbf\x80\x00\x00'
# >f 65536 b'G\x80\x00\x00'
# >f 9223372036854775808 b'_\x00\x00\x00'
# >f 18446744073709551616 b'_\x80\x00\x00'
# >f -9223372036854775809 b'\xdf\x00\x00\x00'
# >3s (3,) error argument for 's' must be a bytes object
# c (b'ab',) error char format requires a bytes object of length 1
# >c ('a',) error char format requires a bytes object of length 1
# ? ('a',) b'\x01'
# >p (1,) error argument for 'p' must be a bytes object
# 2h (1,) error pack expected 2 items for packing (got 1)
# h (1, 2) error pack expected 1 items for packing (got 2)
# z (1,) error bad char in struct format
# 3 (1,) error repeat count given without format specifier
# h h (1, 2) b'\x01\x00\x02\x00'
# 4xh (1,) b'\x00\x00\x00\x00\x01\x00'
# >n (1,) error bad char in struct format
# <P (1,) error bad char in struct format
#  (1,) error pack expected 0 items for packing (got 1)
# iii (1, 2) error pack expected 3 items for packing (got 2)
# 0s (b'abc',) b''
# 5p (b'abcdefgh',) b'\x04abcd'
# >h b'a' error unpack requires a buffer of 2 bytes
# >h b'a' error unpack_from requires a buffer of at least 3 bytes for unpacking 2 bytes at offset 1 (actual buffer size is 1)
# >h b'a' error iterative unpacking requires a buffer of a multiple of 2 bytes
# >i b'abcde' error unpack requires a buffer of 4 bytes
# >i b'abcde' (1650680933,)
# >i b'abcde' error iterative unpacking requires a buffer of a multiple of 4 bytes
# 2s b'' error unpack requires a buffer of 2 bytes
# 2s b'' error unpack_from requires a buffer of at least 3 bytes for unpacking 2 bytes at offset 1 (actual buffer size is 0)
# 2s b'' []
# h bytearray(b'ab') (25185,)
# h bytearray(b'ab') error unpack_from requires a buffer of at least 3 bytes for unpacking 2 bytes at offset 1 (actual buffer size is 2)
# h bytearray(b'ab') [(25185,)]
# h ab TypeError a bytes-like object is required, not 'str'
# h ab TypeError a bytes-like object is required, not 'str'
# h ab TypeError a bytes-like object is required, not 'str'
# h None TypeError a bytes-like object is required, not 'NoneType'
# h None TypeError a bytes-like object is required, not 'NoneType'
# h None TypeError a bytes-like object is required, not 'NoneType'
# -1 error not enough data to unpack 2 bytes at offset -1
# -1 error no space to pack 2 bytes at offset -1
# -5 error offset -5 out of range for 4-byte buffer
# -5 error offset -5 out of range for 4-byte buffer
# 3 error unpack_from requires a buffer of at least 5 bytes for unpacking 2 bytes at offset 3 (actual buffer size is 4)
# 3 error pack_into requires a buffer of at least 5 bytes for packing 2 bytes at offset 3 (actual buffer size is 4)
# 10 error unpack_from requires a buffer of at least 12 bytes for unpacking 2 bytes at offset 10 (actual buffer size is 4)
# 10 error pack_into requires a buffer of at least 12 bytes for packing 2 bytes at offset 10 (actual buffer size is 4)
# (25699,)
# bytearray(b'\x00\x00\x01\x00')
