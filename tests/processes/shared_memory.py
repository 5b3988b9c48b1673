import pickle
from multiprocessing import Process, shared_memory
from multiprocessing.shared_memory import ShareableList, SharedMemory


def change(name):
    block = SharedMemory(name=name)
    block.buf[0] = 42
    block.buf[4:8] = b'abcd'
    block.close()


def double(items):
    for at in range(len(items)):
        if isinstance(items[at], int):
            items[at] *= 2
    items.shm.close()


if __name__ == '__main__':
    block = shared_memory.SharedMemory(create=True, size=16)
    same = SharedMemory(block.name)
    process = Process(target=change, args=(block.name,))
    process.start()
    process.join()
    print(process.exitcode, block.buf[0], bytes(block.buf[4:8]), same.buf[5], same.size, len(block.buf[10:]))
    print(block.buf[:8].tolist(), block.buf[-1], block.buf[4:6] == b'ab')
    copy = pickle.loads(pickle.dumps(block))
    print(copy.buf[0], copy.name == block.name)
    copy.close()
    for at, value in ((16, 1), (0, 256), (0, 'x'), (slice(0, 3), b'ab')):
        try:
            block.buf[at] = value
        except (IndexError, TypeError, ValueError) as error:
            print(type(error).__name__, error)
    for given in ({}, {'create': True}, {'create': True, 'size': -1}):
        try:
            SharedMemory(**given)
        except ValueError as error:
            print(error)
    try:
        SharedMemory(block.name, create=True, size=8)
    except FileExistsError as error:
        print('exists', error.filename == '/' + block.name)
    same.close()
    name = block.name
    block.close()
    print(block.buf)
    block.unlink()
    try:
        SharedMemory(name)
    except FileNotFoundError as error:
        print('gone', error.errno)

    items = ShareableList([1, 2.5, 'three', None, True, b'six', -7])
    process = Process(target=double, args=(items,))
    process.start()
    process.join()
    print(list(items), len(items), items[-1], items.count(2), items.index('three'), items.format)
    items[2] = 'four'
    items[0] = 'now text'
    print(items[0], items[2], items.format)
    for at, value in ((2, 'much too long'), (9, 1)):
        try:
            items[at] = value
        except (ValueError, IndexError) as error:
            print(error)
    items.shm.close()
    items.shm.unlink()

# expect:
# 0 42 b'abcd' 98 16 6
# [42, 0, 0, 0, 97, 98, 99, 100] 0 True
# 42 True
# IndexError index out of bounds on dimension 1
# ValueError memoryview: invalid value for format 'B'
# TypeError memoryview: invalid type for format 'B'
# ValueError memoryview assignment: lvalue and rvalue have different structures
# 'name' can only be None if create=True
# 'size' must be a positive number different from zero
# 'size' must be a positive integer
# exists True
# None
# gone 2
# [2, 2.5, 'three', None, 2, b'six', -14] 7 -14 2 2 qd8sxxxxxx?xq8sq
# now text four 8sd8sxxxxxx?xq8sq
# bytes/str item exceeds available storage
# assignment index out of range
