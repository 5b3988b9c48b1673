# What clients are told whose manager's server is gone: by the connection that they have, by a new one, in the middle of a call.
import multiprocessing as mp
import os
import signal
import threading
import time


def told(work, *args):
    try:
        return work(*args)
    except (EOFError, OSError) as error:
        return type(error).__name__, getattr(error, 'errno', None)


if __name__ == '__main__':
    manager = mp.Manager()
    known, new = manager.dict(a=1), manager.list([1])
    print(known['a'])
    os.kill(manager._process.pid, signal.SIGKILL)
    manager._process.join()
    print(manager._process.exitcode)
    print(told(lambda: known['a']), told(lambda: new[0]), told(manager.list))
    thread = threading.Thread(target=lambda: print('thread', told(lambda: known['a'])))
    thread.start()
    thread.join()
    print(told(manager.shutdown))

    manager = mp.Manager()
    first = manager.list([1])
    os.kill(manager._process.pid, signal.SIGKILL)
    manager._process.join()
    print(told(lambda: first[0]), told(lambda: first[0]))

    manager = mp.Manager()
    queue = manager.Queue()
    killer = threading.Timer(0.2, os.kill, (manager._process.pid, signal.SIGKILL))
    killer.start()
    print(told(queue.get))
    killer.join()
    manager._process.join()
    print(told(queue.get))

    process = mp.Process(target=lambda: print('child', told(queue.qsize)))
    process.start()
    process.join()

# expect:
# 1
# -9
# ('BrokenPipeError', 32) ('BrokenPipeError', 32) ('ConnectionRefusedError', 111)
# thread ('ConnectionRefusedError', 111)
# None
# ('ConnectionRefusedError', 111) ('ConnectionRefusedError', 111)
# ('EOFError', None)
# ('BrokenPipeError', 32)
# child ('ConnectionRefusedError', 111)
