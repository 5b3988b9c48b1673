# The bytes of a block are compared with anything.
from multiprocessing.shared_memory import SharedMemory

if __name__ == '__main__':
    block = SharedMemory(create=True, size=4)
    block.buf[:4] = b'abcd'
    print(block.buf[:4] == b'abcd', block.buf[:4] == bytearray(b'abcd'), block.buf[:4] != 'abcd', 'abcd' == block.buf, block.buf == 5)
    print(block.buf[:2] == memoryview(b'ab'), memoryview(b'ab') == block.buf[:2], block.buf[:4] == [97, 98, 99, 100])
    block.close()
    block.unlink()

# expect:
# True True True False False
# True True False
