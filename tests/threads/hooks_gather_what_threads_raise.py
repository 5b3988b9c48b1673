# threading.excepthook gathers what ends threads: type, value, traceback and thread. It is asked about SystemExit, too.
import sys
import threading

gathered = []


def gather(args):
    gathered.append((args.thread.name, args.exc_type.__name__, str(args.exc_value)))


def fail(number):
    if number == 0:
        sys.exit('quietly')
    if number == 1:
        raise SystemExit(3)
    [10, 20][number]


original = threading.excepthook
threading.excepthook = gather
threads = [threading.Thread(target=fail, args=(number,), name=f'number {number}') for number in range(4)]
for thread in threads:
    thread.start()
    thread.join()
threads.append(threading.Thread(target=lambda missing: None, name='called wrongly'))
threads[-1].start()
threads[-1].join()
for one in gathered:
    print(*one)
threading.excepthook = threading.__excepthook__
print(original is threading.__excepthook__, [thread.is_alive() for thread in threads])
print(threading.ExceptHookArgs((ValueError, ValueError('made'), None, None)).exc_value)

# expect:
# number 0 SystemExit quietly
# number 1 SystemExit 3
# number 2 IndexError list index out of range
# number 3 IndexError list index out of range
# called wrongly TypeError <lambda>() missing 1 required positional argument: 'missing'
# True [False, False, False, False, False]
# made
