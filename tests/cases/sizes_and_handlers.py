print((0.1).hex(), float.fromhex('0x1.8p3'), (1.0).hex(), (-2.5).hex(), float.fromhex('-0x1p-3'), (0.0).hex(), float('inf').hex(), float.fromhex('1.5'), (5e-324).hex())
print((0.5).as_integer_ratio(), (2.0).is_integer(), (7).bit_length(), (255).to_bytes(2, 'big'), int.from_bytes(b'\x01\x00', 'little'), (10).bit_count(), (3).as_integer_ratio())
import sys
print(sys.getsizeof(1), sys.getsizeof(2**40), sys.getsizeof(''), sys.getsizeof('abc'), sys.getsizeof('é'), sys.getsizeof('日本'), sys.getsizeof(b'abc'), sys.getsizeof([]), sys.getsizeof([1,2,3]), sys.getsizeof(()), sys.getsizeof((1,2)), sys.getsizeof({}), sys.getsizeof(set()), sys.getsizeof(1.5), sys.getsizeof(None), sys.getsizeof(True), sys.getsizeof(range(5)), sys.getsizeof({'a':1}))
l=[]
for i in range(10): l.append(i); print(sys.getsizeof(l), end=' ')
print()
print('héllo'.encode('ascii', 'xmlcharrefreplace'), 'héllo'.encode('ascii', 'backslashreplace'), 'héllo'.encode('ascii', 'ignore'), 'héllo'.encode('ascii', 'replace'), b'a\xffb'.decode('utf-8', 'backslashreplace'), b'a\xffb'.decode('utf-8', 'replace'))

# expect:
# 0x1.999999999999ap-4 12.0 0x1.0000000000000p+0 -0x1.4000000000000p+1 -0.125 0x0.0p+0 inf 1.3125 0x0.0000000000001p-1022
# (1, 2) True 3 b'\x00\xff' 1 2 (3, 1)
# 28 32 49 52 74 78 36 56 88 40 56 64 216 24 16 28 48 184
# 88 88 88 88 120 120 120 120 184 184 
# b'h&#233;llo' b'h\\xe9llo' b'hllo' b'h?llo' a\xffb a�b
