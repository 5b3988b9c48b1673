# A daemonic process is ended when its parent ends, may have no children itself, and is not waited for.
import multiprocessing
import time


def linger():
    time.sleep(60)


def try_to_have_children(results):
    child = multiprocessing.Process(target=linger)
    try:
        child.start()
    except AssertionError as error:
        results.put(str(error))
    results.put(multiprocessing.current_process().daemon)


def parent(results):
    daemon = multiprocessing.Process(target=linger, daemon=True)
    daemon.start()
    results.put(len(multiprocessing.active_children()))


if __name__ == '__main__':
    results = multiprocessing.SimpleQueue()
    for target, daemon, count in ((try_to_have_children, True, 2), (parent, False, 1)):
        process = multiprocessing.Process(target=target, args=(results,))
        process.daemon = daemon
        process.start()
        process.join()
        print(target.__name__, [results.get() for _ in range(count)], process.exitcode, process.daemon)
    process = multiprocessing.Process(target=linger, daemon=True)
    print(process.daemon, multiprocessing.active_children())
    process.start()
    try:
        process.daemon = False
    except AssertionError as error:
        print(error)
    print([child is process for child in multiprocessing.active_children()])
    print('not waited for')

# expect:
# try_to_have_children ['daemonic processes are not allowed to have children', True] 0 True
# parent [1] 0 False
# True []
# process has already started
# [True]
# not waited for
