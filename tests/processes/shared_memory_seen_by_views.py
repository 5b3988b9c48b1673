# What `buf` of shared memory gives is a memoryview.
import struct
from multiprocessing import shared_memory
s = shared_memory.SharedMemory(create=True, size=64)
v = s.buf
print(type(v).__name__, isinstance(v, memoryview), type(v[1:3]), repr(v)[:10], type(memoryview(v)))
print(v.nbytes >= 64, v.itemsize, v.format, v.ndim, v.shape == (len(v),), v.strides, v.contiguous, v.readonly)
v[:5] = b'hello'
print(bytes(v[:5]), v[:5].tobytes(), v[:5].hex(), v[:5] == b'hello', v[4:0:-1].tolist(), v[:3].tolist(), list(v[:2]))
print(v[:5].toreadonly().readonly, v[0], v[:8].cast('I')[0])
c = v.cast('i'); c[3] = -5; print(c[3], c.format, len(c) * 4 == len(v)); c.release()
try: v['x']
except TypeError as e: print(e)
try: v[100000]
except IndexError as e: print(e)
try: v[0:2] = b'abc'
except ValueError as e: print(e)
print(hash(v[:2].toreadonly()) == hash(b'he'), v.obj is not None)
struct.pack_into('<I', v, 8, 77); print(struct.unpack_from('<I', v, 8), int.from_bytes(v[8:12], 'little'), b'x' + v[:2], bytearray(v[:2]), b'-'.join([v[:1], v[1:2]]))
del v
s.close(); s.unlink()

# expect:
# memoryview True <class 'memoryview'> <memory at <class 'memoryview'>
# True 1 B 1 True (1,) True False
# b'hello' b'hello' 68656c6c6f True [111, 108, 108, 101] [104, 101, 108] [104, 101]
# True 104 1819043176
# -5 i True
# memoryview: invalid slice key
# index out of bounds on dimension 1
# memoryview assignment: lvalue and rvalue have different structures
# True True
# (77,) 77 b'xhe' bytearray(b'he') b'h-e'
