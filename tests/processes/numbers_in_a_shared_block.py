# A named block of shared memory: another process attaches by name and writes into it; the parent sees it and unlinks.
from multiprocessing import Process, shared_memory


def fill(name, start):
    block = shared_memory.SharedMemory(name=name)
    for place in range(start, start + 4):
        block.buf[place] = place * place
    block.close()


if __name__ == '__main__':
    block = shared_memory.SharedMemory(create=True, size=8)
    processes = [Process(target=fill, args=(block.name, start)) for start in (0, 4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(list(block.buf[:8]), block.size >= 8, bytes(block.buf[:3]))
    block.buf[:3] = b'abc'
    again = shared_memory.SharedMemory(block.name)
    print(bytes(again.buf[:4]), again.name == block.name)
    again.close()
    block.close()
    block.unlink()
    try:
        shared_memory.SharedMemory(name=block.name)
    except FileNotFoundError as error:
        print(type(error).__name__)
    row = shared_memory.ShareableList(['ann', 7, 2.5, None, True, b'xy'])
    row[1] += 1
    row[0] = 'bob'
    print(list(row), len(row), row.count(None), row.index(2.5), row.format)
    try:
        row[0] = 'a name that is much too long'
    except ValueError as error:
        print(error)
    row.shm.close()
    row.shm.unlink()

# expect:
# [0, 1, 4, 9, 16, 25, 36, 49] True b'\x00\x01\x04'
# b'abc\t' True
# FileNotFoundError
# ['bob', 8, 2.5, None, True, b'xy'] 6 1 2 8sqdxxxxxx?xxxxxxxx?8s
# bytes/str item exceeds available storage
