from multiprocessing import Process
from multiprocessing.managers import SharedMemoryManager
from multiprocessing.shared_memory import ShareableList, SharedMemory


def add(items, first, stop):
    for at in range(first, stop):
        items[at] += 10


def every_other(name):
    block = SharedMemory(name)
    block.buf[1::2] = bytes(len(block.buf[1::2]))
    block.buf[::4][0] = 99
    block.close()


if __name__ == '__main__':
    with SharedMemoryManager() as manager:
        items = manager.ShareableList(range(6))
        workers = [Process(target=add, args=(items, 0, 3)), Process(target=add, args=(items, 3, 6))]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        print(list(items), sum(items))
        block = manager.SharedMemory(size=8)
        block.buf[:8] = b'abcdefgh'
        worker = Process(target=every_other, args=(block.name,))
        worker.start()
        worker.join()
        print(bytes(block.buf[:8]))
        view = block.buf[:8]
        print(bytes(view[::2]), bytes(view[::-1]), bytes(view[6:2:-2]), view[::3].tolist(), len(view[1::3]), view[::-1][0])
        print(view[::2].strides, view[::2].shape, view[::-2][1:].tolist(), view[5:5:2].tobytes())
        try:
            view[::2] = b'too long by far'
        except ValueError as error:
            print(error)
        view.release()
        names = [items.shm.name, block.name]
        items.shm.close()
        block.close()
    for name in names:
        try:
            SharedMemory(name)
        except FileNotFoundError:
            print('gone')
    for call in (manager.start,):
        try:
            call()
        except Exception as error:
            print(type(error).__name__, str(error)[:40])
    manager = SharedMemoryManager()
    manager.start()
    kept = manager.ShareableList(['one', 2.5, None])
    again = ShareableList(name=kept.shm.name)
    print(list(again))
    again.shm.close()
    kept.shm.close()
    manager.shutdown()
    print('over')

# expect:
# [10, 11, 12, 13, 14, 15] 75
# b'c\x00c\x00e\x00g\x00'
# b'cceg' b'\x00g\x00e\x00c\x00c' b'ge' [99, 0, 103] 3 0
# (2,) (4,) [0, 0, 0] b''
# memoryview assignment: lvalue and rvalue have different structures
# gone
# gone
# ProcessError Manager has shut down
# ['one', 2.5, None]
# over
