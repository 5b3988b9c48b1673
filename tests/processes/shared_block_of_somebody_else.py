from multiprocessing import Process, resource_tracker, shared_memory


def look(name):
    block = shared_memory.SharedMemory(name=name)
    resource_tracker.unregister(block._name, 'shared_memory')
    block.buf[0] += 1
    resource_tracker.register(block._name, 'shared_memory')
    block.close()


if __name__ == '__main__':
    resource_tracker.ensure_running()
    block = shared_memory.SharedMemory(create=True, size=4)
    for _ in range(2):
        process = Process(target=look, args=(block.name,))
        process.start()
        process.join()
    print(block.buf[0], sorted(resource_tracker.__all__))
    block.close()
    block.unlink()

# expect:
# 2 ['ensure_running', 'register', 'unregister']
