# multiprocessing.dummy has what processes share, for threads.
import multiprocessing.dummy as dummy
from multiprocessing.dummy import connection


def work(queue, value, numbers):
    queue.put(value.value)
    value.value += 1
    numbers[0] = 7


if __name__ == '__main__':
    queue, value, numbers = dummy.Queue(), dummy.Value('i', 3), dummy.Array('i', [1, 2])
    worker = dummy.Process(target=work, args=(queue, value, numbers), name='worker')
    print(worker.exitcode, worker.name)
    worker.start()
    worker.join()
    print(queue.get(), value, value.value, numbers, worker.exitcode)

    manager = dummy.Manager()
    items, known = manager.list([1]), manager.dict(a=1)
    items.append(2)
    print(items, known, manager.Namespace(b=2, a=1, _hidden=3), manager.Value('d', 0.5), manager is dummy)
    print(manager.Queue().empty(), manager.Lock().acquire(), manager.shutdown())

    here, there = dummy.Pipe()
    here.send({'a': 1})
    print(there.poll(), there.recv(), there.poll(0.01))
    with connection.Listener() as listener:
        client = connection.Client(listener.address)
        server = listener.accept()
        client.send('to')
        server.send('fro')
        print(server.recv(), client.recv())
    print(listener.address, connection.families)

# expect:
# None worker
# 3 <Value('i', 4)> 4 array('i', [7, 2]) 0
# [1, 2] {'a': 1} Namespace(a=1, b=2) <Value('d', 0.5)> True
# True True None
# True {'a': 1} False
# to fro
# None [None]
