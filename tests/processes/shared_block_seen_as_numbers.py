# A block of shared memory as numbers of several sizes: what one process writes through a cast, another one reads.
import array
import struct
from multiprocessing import Process, shared_memory


def squares(name, count):
    block = shared_memory.SharedMemory(name)
    with block.buf.cast('I') as numbers:
        for at in range(count):
            numbers[at] = at * at
    block.close()


def fails(action):
    try:
        print(action())
    except (TypeError, ValueError, IndexError, BufferError) as error:
        print(type(error).__name__, error)


def main():
    block = shared_memory.SharedMemory(create=True, size=4096)
    child = Process(target=squares, args=(block.name, 6))
    child.start()
    child.join()
    part = block.buf[:24]
    numbers = part.cast('I')
    print(child.exitcode, numbers.tolist(), len(numbers), numbers.itemsize, numbers.format, numbers.nbytes, numbers.strides)
    print(numbers[1:4].tolist(), numbers[::-2].tolist(), numbers[-1], sum(numbers), 16 in numbers, numbers[::2].tobytes().hex())
    numbers[2:4] = array.array('I', [70, 80])
    numbers[::5] = memoryview(array.array('I', [1, 2]))
    print(list(numbers), numbers == array.array('I', numbers), struct.unpack_from('<2I', block.buf, 8))
    floats = memoryview(block.buf)[32:48].cast('d')
    floats[:] = array.array('d', [0.5, -1.25])
    print(floats.tolist(), bytes(block.buf[32:48]).hex(), floats.cast('B')[7])
    fails(lambda: numbers.cast('d'))
    fails(lambda: block.buf[:6].cast('I'))
    fails(lambda: block.buf[::2].cast('I'))
    fails(lambda: block.buf.cast('zz'))
    fails(lambda: numbers[6])
    fails(lambda: numbers.__setitem__(0, -1))
    fails(lambda: numbers.__setitem__(0, 1.5))
    fails(lambda: numbers.__setitem__(slice(0, 2), b'12345678'))
    fails(block.close)
    numbers.release()
    fails(lambda: numbers[0])
    part.release()
    floats.release()
    block.close()
    block.unlink()


if __name__ == '__main__':
    main()

# expect:
# 0 [0, 1, 4, 9, 16, 25] 6 4 I 24 (4,)
# [1, 4, 9] [25, 9, 1] 25 55 True 000000000400000010000000
# [1, 1, 70, 80, 16, 2] True (70, 80)
# [0.5, -1.25] 000000000000e03f000000000000f4bf 63
# TypeError memoryview: cannot cast between two non-byte formats
# TypeError memoryview: length is not a multiple of itemsize
# TypeError memoryview: casts are restricted to C-contiguous views
# ValueError memoryview: destination format must be a native single character format prefixed with an optional '@'
# IndexError index out of bounds on dimension 1
# ValueError memoryview: invalid value for format 'I'
# TypeError memoryview: invalid type for format 'I'
# ValueError memoryview assignment: lvalue and rvalue have different structures
# BufferError cannot close exported pointers exist
# ValueError operation forbidden on released memoryview object
