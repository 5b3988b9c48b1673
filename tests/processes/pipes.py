from multiprocessing import Pipe, Process
from multiprocessing.connection import wait


def echo(mine, other):
    other.close()
    while True:
        try:
            message = mine.recv()
        except EOFError:
            mine.close()
            return
        mine.send(message)


def send_all(end, messages):
    for message in messages:
        end.send(message)
    end.close()


if __name__ == '__main__':
    here, there = Pipe()
    process = Process(target=echo, args=(there, here))
    process.start()
    there.close()
    for message in (1, 'text', [1, (2, 3)], {'a': None}, b'x' * 200000, list(range(20000))):
        here.send(message)
        assert here.recv() == message
    here.close()
    process.join()
    print(process.exitcode, here.closed)

    reader, writer = Pipe(duplex=False)
    print(reader.readable, reader.writable, writer.readable, writer.writable, reader.poll())
    for wrong in (lambda: reader.send(1), lambda: writer.recv(), lambda: here.recv()):
        try:
            wrong()
        except OSError as error:
            print(error)
    writer.send_bytes(b'0123456789', 2, 5)
    print(reader.poll(1), reader.recv_bytes())
    # More than the pipe holds: the writer waits for the reader.
    process = Process(target=send_all, args=(writer, [bytes(50000), bytes(70000), bytes(10)]))
    process.start()
    writer.close()
    print([len(reader.recv()) for _ in range(3)])
    try:
        reader.recv()
    except EOFError:
        print('end of file')
    process.join()

    ends = []
    processes = []
    for n in range(3):
        reader, writer = Pipe(duplex=False)
        process = Process(target=send_all, args=(writer, range(n, 12, 3)))
        process.start()
        writer.close()
        processes.append(process)
        ends.append(reader)
    got = []
    while ends:
        for reader in wait(ends):
            try:
                got.append(reader.recv())
            except EOFError:
                ends.remove(reader)
    print(sorted(got))
    for process in processes:
        process.join()
    print(wait([process.sentinel for process in processes]) == [process.sentinel for process in processes])

    reader, writer = Pipe(duplex=False)
    reader.close()
    try:
        writer.send(1)
    except BrokenPipeError:
        print('broken')
    with Pipe()[0] as end:
        print(end.closed)

# expect:
# 0 True
# True False False True False
# connection is read-only
# connection is write-only
# handle is closed
# True b'23456'
# [50000, 70000, 10]
# end of file
# [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
# True
# broken
# False
