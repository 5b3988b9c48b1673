# Connections through sockets: between processes and between threads, with and without a key; and waits for them together with
# pipes, sockets and ends of processes.
from array import array
from multiprocessing import AuthenticationError, BufferTooShort, Pipe, Process
from multiprocessing.connection import Client, Listener, wait
from threading import Thread
import socket

KEY = b'secret password'


def visit(address):
    with Client(address, authkey=KEY) as connection:
        print(connection.recv(), connection.recv_bytes(), flush=True)
        numbers = array('i', [0] * 5)
        print(connection.recv_bytes_into(numbers, 4), numbers.tolist(), flush=True)
        short = bytearray(3)
        try:
            connection.recv_bytes_into(short)
        except BufferTooShort as error:
            print(repr(error), flush=True)
        connection.send({'a': 1})
        try:
            connection.recv()
        except EOFError:
            print('end of file', flush=True)


def knock(address):
    try:
        Client(address, authkey=b'wrong')
    except AuthenticationError as error:
        assert str(error) == 'digest sent was rejected'


def tell(address, number):
    with Client(address) as connection:
        connection.send(number)


# Does not close what it has: it ends.
def leave(address):
    global connection
    connection = Client(address)
    connection.send('last words')


def refused(call, *args, **kwds):
    try:
        call(*args, **kwds)
    except (OSError, TypeError) as error:
        print(type(error).__name__, error)


if __name__ == '__main__':
    with Listener(('localhost', 0), authkey=KEY) as listener:
        print(listener.address[0], listener.last_accepted)
        for kind in (Process, Thread):
            visitor = kind(target=visit, args=(listener.address,))
            visitor.start()
            with listener.accept() as connection:
                connection.send([2.25, None, float])
                connection.send_bytes(b'hello')
                connection.send_bytes(array('i', [42, 1729]))
                connection.send_bytes(b'four')
                seen = listener.last_accepted[0], connection.poll(20), connection.recv(), connection.poll()
                seen = type(connection).__name__, *seen
            # What a child has printed has come by the time that it has ended.
            visitor.join()
            print(*seen)
            visitor = kind(target=knock, args=(listener.address,))
            visitor.start()
            try:
                listener.accept()
            except AuthenticationError as error:
                print(error)
            visitor.join()
    refused(listener.accept)
    refused(Client, ('localhost', 1))
    refused(Client, 3)
    refused(Listener, ('localhost', 0), authkey='text')

    reader, writer = Pipe(duplex=False)
    with Listener(('localhost', 0)) as listener:
        tellers = [Process(target=tell, args=(listener.address, number)) for number in range(4)]
        for teller in tellers:
            teller.start()
        waiting = [listener.accept() for _ in tellers] + [reader]
        writer.send('pipe')
        writer.close()
        told = []
        while waiting:
            for ready in wait(waiting):
                try:
                    told.append(str(ready.recv()))
                except EOFError:
                    waiting.remove(ready)
        print(sorted(told))
        for teller in tellers:
            teller.join()
        leaver = Process(target=leave, args=(listener.address,))
        leaver.start()
        connection = listener.accept()
        print(connection.recv())
        try:
            connection.recv()
        except EOFError:
            print('it has ended')
        leaver.join()

    one, other = socket.socketpair()
    reader, writer = Pipe(duplex=False)
    print(wait([one, other], 0), wait([one, reader], 0.01))
    other.send(b'x')
    print(wait([one, reader]) == [one], wait([one]) == [one])
    short = Process(target=int)
    short.start()
    print(wait([other, short.sentinel]) == [short.sentinel])
    short.join()

# expect:
# 127.0.0.1 None
# [2.25, None, <class 'float'>] b'hello'
# 8 [0, 42, 1729, 0, 0]
# BufferTooShort(b'four')
# end of file
# Connection 127.0.0.1 True {'a': 1} False
# digest received was wrong
# [2.25, None, <class 'float'>] b'hello'
# 8 [0, 42, 1729, 0, 0]
# BufferTooShort(b'four')
# end of file
# Connection 127.0.0.1 True {'a': 1} False
# digest received was wrong
# OSError listener is closed
# ConnectionRefusedError [Errno 111] Connection refused
# TypeError address type of 3 unrecognized
# TypeError authkey should be a byte string
# ['0', '1', '2', '3', 'pipe']
# last words
# it has ended
# [] []
# True True
# True
