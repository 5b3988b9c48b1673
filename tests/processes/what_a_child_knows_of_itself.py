# Names and relations: current and parent process, active children, names by default, and threads within a child.
import multiprocessing
import os
import threading


def tell(results):
    me, parent = multiprocessing.current_process(), multiprocessing.parent_process()
    results.put((me.name, me.pid == os.getpid(), parent.pid == os.getppid(), parent.name, parent.is_alive()))
    thread = threading.Thread(target=lambda: results.put(threading.current_thread().name), name='inner')
    thread.start()
    thread.join()
    results.put((threading.current_thread().name, multiprocessing.active_children()))


if __name__ == '__main__':
    print(multiprocessing.current_process().name, multiprocessing.parent_process())
    results = multiprocessing.SimpleQueue()
    first = multiprocessing.Process(target=tell, args=(results,))
    second = multiprocessing.Process(target=tell, args=(results,), name='by name')
    for process in (first, second):
        process.start()
        print(process in multiprocessing.active_children(), process.pid == process.ident)
        process.join()
        for _ in range(3):
            print(results.get())
    print(multiprocessing.active_children(), multiprocessing.cpu_count() >= 1)
    print(repr(multiprocessing.Process(name='fresh')).split(' parent=')[0])
    try:
        multiprocessing.Process(group='any')
    except AssertionError as error:
        print(error)

# expect:
# MainProcess None
# True True
# ('Process-1', True, True, 'MainProcess', True)
# inner
# ('MainThread', [])
# True True
# ('by name', True, True, 'MainProcess', True)
# inner
# ('MainThread', [])
# [] True
# <Process name='fresh'
# group argument must be None for now
