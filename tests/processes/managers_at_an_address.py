# A manager whose server has an address: whoever knows that and the key connects, in whatever process.
from multiprocessing import AuthenticationError, Process, ProcessError, SimpleQueue, current_process
from multiprocessing.managers import BaseManager
from threading import Thread
import queue

waiting = queue.Queue()


class Serving(BaseManager):
    pass


class Using(BaseManager):
    pass


Serving.register('get_queue', callable=lambda: waiting)
Using.register('get_queue')


def serve(where, key):
    server = Serving(address=('', 0), authkey=key).get_server()
    where.put(server.address)
    server.serve_forever()


def use(address, key):
    manager = Using(address=address, authkey=key)
    try:
        manager.connect()
    except AuthenticationError as error:
        print(error, flush=True)
        return
    items = manager.get_queue()
    items.put('hello')
    items.put('there')
    print(items.qsize(), type(items).__name__, flush=True)


def in_child(target, *args):
    child = Process(target=target, args=args)
    child.start()
    child.join()


def refused(call):
    try:
        call()
    except (AssertionError, ProcessError) as error:
        print(error)


if __name__ == '__main__':
    where = SimpleQueue()
    server = Process(target=serve, args=(where, b'abracadabra'))
    server.start()
    address = where.get()
    in_child(use, address, b'abracadabra')
    in_child(use, address, b'wrong')
    manager = Using(address=address, authkey=b'abracadabra')
    refused(manager.get_queue)
    manager.connect()
    items = manager.get_queue()
    print(items.get(), items.get(), items.empty(), manager.address[0], hasattr(manager, 'shutdown'))
    server.terminate()
    server.join()

    server = Serving(address=('localhost', 0), authkey=b'x').get_server()
    Thread(target=server.serve_forever, daemon=True).start()
    manager = Using(address=server.address, authkey=b'x')
    manager.connect()
    manager.get_queue().put(5)
    print(waiting.get())

    with Serving(address=('127.0.0.1', 0), authkey=b'k') as manager:
        items = manager.get_queue()
        items.put(3)
        in_child(use, manager.address, b'k')
        print(items.qsize(), items.get())
        refused(manager.start)
        refused(manager.get_server)
    try:
        Using(address=('localhost', 1), authkey=b'k').connect()
    except ConnectionRefusedError:
        print('nobody there')
    print(type(current_process().authkey).__name__, len(current_process().authkey))

# expect:
# 2 AutoProxy[get_queue]
# digest sent was rejected
# server not yet started
# hello there True 0.0.0.0 False
# 5
# 3 AutoProxy[get_queue]
# 3 3
# Already started server
# Already started server
# nobody there
# AuthenticationString 32
