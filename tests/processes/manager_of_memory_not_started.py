# A manager of shared memory that was never started has no address at which it could be asked for blocks.
from multiprocessing.managers import SharedMemoryManager

if __name__ == "__main__":
    manager = SharedMemoryManager()
    for ask in (lambda: manager.SharedMemory(size=9), lambda: manager.ShareableList([1])):
        try:
            ask()
        except ValueError as error:
            print(error)

# expect:
# address type of None unrecognized
# address type of None unrecognized
