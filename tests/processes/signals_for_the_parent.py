# A process sends its parent signals, which handles them, and nobody else hears of them.
import multiprocessing as mp
import os
import signal
import time


def interrupts(end):
    end.recv()
    os.kill(os.getppid(), signal.SIGINT)
    # It is the parent's alone.
    end.recv()
    end.send('done')


def calls(end):
    parent = os.getppid()
    os.kill(parent, 0)
    for _ in range(3):
        os.kill(parent, signal.SIGUSR1)
        end.recv()
    try:
        os.kill(2 ** 22 + 1, 0)
    except ProcessLookupError as error:
        end.send(str(error))


def started(work):
    here, there = mp.Pipe()
    process = mp.Process(target=work, args=(there,))
    process.start()
    return process, here


if __name__ == '__main__':
    # Whoever has started this may have Ctrl-C ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    process, end = started(interrupts)
    try:
        end.send('ready')
        time.sleep(1000)
    except KeyboardInterrupt:
        print('interrupted')
    end.send('go on')
    print(end.recv())
    process.join()
    print(process.exitcode)

    seen = []
    signal.signal(signal.SIGUSR1, lambda number, frame: seen.append(number))
    process, end = started(calls)
    for count in range(1, 4):
        while len(seen) < count:
            time.sleep(0.01)
        end.send('seen')
    print(end.recv())
    process.join()
    print(process.exitcode, seen == [signal.SIGUSR1] * 3)

# expect:
# interrupted
# done
# 0
# [Errno 3] No such process
# 0 True
