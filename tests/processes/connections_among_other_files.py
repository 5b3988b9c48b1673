# Connections, sentinels and sockets are watched together.
import multiprocessing
import os
import select
import socket
import tempfile
import threading
import time
from multiprocessing.connection import Client, Listener, wait


def counts(connection, count):
    for i in range(count):
        connection.send(i)
    connection.close()


def serve(listener):
    with listener.accept() as connection:
        connection.send([1, {'a': 2}])
        print(connection.recv())


def main():
    pipes = [multiprocessing.Pipe(duplex=False) for _ in range(2)]
    processes = [multiprocessing.Process(target=counts, args=(writer, 2)) for _, writer in pipes]
    for process in processes:
        process.start()
    for _, writer in pipes:
        writer.close()
    received, readers = [], [reader for reader, _ in pipes]
    while readers:
        for reader in select.select(readers, [], [], 10)[0]:
            try:
                received.append(reader.recv())
            except EOFError:
                readers.remove(reader)
    print(sorted(received))
    for process in processes:
        process.join()

    process = multiprocessing.Process(target=time.sleep, args=(0.02,))
    process.start()
    print(select.select([process.sentinel], [], [], 10)[0] == [process.sentinel])
    process.join()

    a, b = socket.socketpair()
    reader, writer = multiprocessing.Pipe(duplex=False)
    b.send(b'x')
    print(wait([a, reader], 5) == [a], select.select([reader, a], [], [], 5)[0] == [a])
    a.recv(1)
    writer.send('y')
    print(wait([a, reader], 5) == [reader], os.read(reader.fileno(), 4))

    path = os.path.join(tempfile.mkdtemp(), 'listener')
    with Listener(path, authkey=b'key') as listener:
        server = threading.Thread(target=serve, args=(listener,))
        server.start()
        with Client(listener.address, authkey=b'key') as client:
            print(client.recv(), listener.address == path)
            client.send('thanks')
        server.join()
    print(os.path.exists(path))
    os.rmdir(os.path.dirname(path))


if __name__ == '__main__':
    main()

# expect:
# [0, 0, 1, 1]
# True
# True True
# True b'\x00\x00\x00\x10'
# [1, {'a': 2}] True
# thanks
# False
