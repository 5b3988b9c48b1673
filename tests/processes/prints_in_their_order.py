# Who hears of another process after that has printed, and prints then, comes after it.
import multiprocessing as mp
import sys


def answer(connection, count):
    for _ in range(count):
        connection.recv()
        print('a', end='', flush=True)
        connection.send(None)


def follow(go, gone, count):
    for _ in range(count):
        go.wait()
        go.clear()
        sys.stdout.write('c')
        sys.stdout.flush()
        gone.set()


def middle(connection, count):
    ours, theirs = mp.Pipe()
    p = mp.Process(target=answer, args=(theirs, count))
    p.start()
    for _ in range(count):
        connection.recv()
        ours.send(None)
        ours.recv()
        print('b', end='', flush=True)
        connection.send(None)
    p.join()


if __name__ == '__main__':
    ours, theirs = mp.Pipe()
    p = mp.Process(target=middle, args=(theirs, 40))
    p.start()
    for _ in range(40):
        ours.send(None)
        ours.recv()
        print('p', end='.', flush=True)
    p.join()
    print()

    go, gone = mp.Event(), mp.Event()
    p = mp.Process(target=follow, args=(go, gone, 40))
    p.start()
    for _ in range(40):
        go.set()
        gone.wait()
        gone.clear()
        print('p', end='.', flush=True)
    p.join()
    print()

# expect:
# abp.abp.abp.abp.abp.abp.abp.abp.abp.abp.abp.abp.abp.abp.abp.abp.abp.abp.abp.abp.abp.abp.abp.abp.abp.abp.abp.abp.abp.abp.abp.abp.abp.abp.abp.abp.abp.abp.abp.abp.
# cp.cp.cp.cp.cp.cp.cp.cp.cp.cp.cp.cp.cp.cp.cp.cp.cp.cp.cp.cp.cp.cp.cp.cp.cp.cp.cp.cp.cp.cp.cp.cp.cp.cp.cp.cp.cp.cp.cp.cp.
