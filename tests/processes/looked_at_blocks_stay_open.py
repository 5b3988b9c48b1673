# A block of shared memory that has parts which somebody looks at is not closed.
from multiprocessing.shared_memory import SharedMemory

block = SharedMemory(create=True, size=8)
part = block.buf[2:6]
try:
    block.close()
except BufferError as error:
    print(error, block.buf)
part[0] = 5
print(part[0], len(part))
part.release()
block.close()
other = SharedMemory(block.name)
view = other.buf
print(view[2], bytes(view[:4]))
other.close()
for look in (lambda: view[2], lambda: view[:2], lambda: bytes(view), lambda: part[0]):
    try:
        print(look())
    except ValueError as error:
        print(error)
block.unlink()
for size in (0, -1):
    try:
        SharedMemory(create=True, size=size)
    except ValueError as error:
        print(error)
try:
    SharedMemory('missing_block')
except FileNotFoundError as error:
    print(error)

# expect:
# cannot close exported pointers exist None
# 5 4
# 5 b'\x00\x00\x05\x00'
# operation forbidden on released memoryview object
# operation forbidden on released memoryview object
# operation forbidden on released memoryview object
# operation forbidden on released memoryview object
# 'size' must be a positive number different from zero
# 'size' must be a positive integer
# [Errno 2] No such file or directory: '/missing_block'
