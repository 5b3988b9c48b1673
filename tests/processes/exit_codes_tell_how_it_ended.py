# The exit code of a process: 0, what sys.exit was given, 1 after an exception, and less than 0 where a signal ended it.
import io
import multiprocessing
import os
import sys
import time


def end(how):
    sys.stderr = io.StringIO()
    if how == 'raise':
        raise ValueError('on purpose')
    if how == 'exit':
        sys.exit(7)
    if how == 'exit with text':
        sys.exit('some reason')
    if how == 'os._exit':
        os._exit(9)
    if how == 'sleep':
        time.sleep(60)


if __name__ == '__main__':
    for how in ('return', 'raise', 'exit', 'exit with text', 'os._exit'):
        process = multiprocessing.Process(target=end, args=(how,))
        process.start()
        process.join()
        print(how, process.exitcode)
    for stop in ('terminate', 'kill'):
        process = multiprocessing.Process(target=end, args=('sleep',))
        process.start()
        print(process.is_alive(), process.exitcode, process.join(timeout=0.001), process.is_alive())
        getattr(process, stop)()
        process.join()
        print(stop, process.exitcode, process.is_alive())
    process.close()
    for attempt in (lambda: process.exitcode, process.join, process.is_alive):
        try:
            attempt()
        except ValueError as error:
            print(error)
            break

# expect:
# return 0
# raise 1
# exit 7
# exit with text 1
# os._exit 9
# True None None True
# terminate -15 False
# True None None True
# kill -9 False
# process object is closed
