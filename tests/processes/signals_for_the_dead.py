# A process that has ended keeps its number until somebody waits for it: signals for it are no error, and do nothing.
import multiprocessing as mp
import os
import signal
from multiprocessing.connection import wait


def nothing():
    pass


if __name__ == '__main__':
    for _ in range(8):
        process = mp.Process(target=nothing)
        process.start()
        while not wait([process.sentinel], 0):
            os.kill(process.pid, 0)
        for _ in range(300):
            os.kill(process.pid, signal.SIGCONT)
        process.terminate()
        process.kill()
        process.join()
        try:
            os.kill(process.pid, 0)
            print('somebody else')
        except ProcessLookupError:
            print(process.exitcode)

    # Somebody else has waited for it.
    process = mp.Process(target=nothing)
    process.start()
    print(os.waitpid(process.pid, 0)[1])
    process.terminate()
    process.kill()

# expect:
# 0
# 0
# 0
# 0
# 0
# 0
# 0
# 0
# 0
