# connection.wait watches pipes and processes' sentinels together and says which are ready.
import multiprocessing
from multiprocessing.connection import wait


def count_to(n, end):
    for number in range(n):
        end.send(number)
    end.close()


if __name__ == '__main__':
    readers, processes, got = {}, [], {}
    for name, n in (('ann', 3), ('bob', 1), ('cid', 0)):
        reader, writer = multiprocessing.Pipe(duplex=False)
        process = multiprocessing.Process(target=count_to, args=(n, writer))
        process.start()
        writer.close()
        readers[reader] = name
        got[name] = []
        processes.append(process)
    while readers:
        for reader in wait(list(readers)):
            try:
                got[readers[reader]].append(reader.recv())
            except EOFError:
                del readers[reader]
    print(got)
    sentinels = {process.sentinel for process in processes}
    ended = set()
    while ended != sentinels:
        ended |= set(wait(sentinels - ended))
    print(len(ended), [process.join() for process in processes], [process.exitcode for process in processes])
    idle, other = multiprocessing.Pipe()
    print(wait([idle], timeout=0.001), wait([idle, other], timeout=0))
    other.send('x')
    print(wait([idle, other], timeout=60) == [idle], idle.recv())

# expect:
# {'ann': [0, 1, 2], 'bob': [0], 'cid': []}
# 3 [None, None, None] [0, 0, 0]
# [] []
# True x
