# What waits no longer than it is told: get, put, poll and join with timeouts, zero ones, and the errors they give.
import multiprocessing
import queue

if __name__ == '__main__':
    small = multiprocessing.Queue(maxsize=1)
    for attempt in (small.get_nowait, lambda: small.get(timeout=0.001), lambda: small.get(block=False)):
        try:
            attempt()
        except queue.Empty as error:
            print('Empty', error.args)
    small.put('one')
    for attempt in (lambda: small.put_nowait('two'), lambda: small.put('two', timeout=0.001), lambda: small.put(1, False)):
        try:
            attempt()
        except queue.Full as error:
            print('Full', error.args)
    print(small.full(), small.qsize(), small.get(timeout=60), small.full())
    simple = multiprocessing.SimpleQueue()
    simple.put(None)
    print(simple.empty(), simple.get(), simple.empty())
    left, right = multiprocessing.Pipe()
    print(left.poll(), left.poll(timeout=0.001))
    right.send('x')
    print(left.poll(60), left.recv())
    right.close()
    print('a closed pipe is ready:', left.poll())
    try:
        left.recv()
    except EOFError as error:
        print('EOFError', error.args)
    try:
        left.send('nobody reads it')
    except BrokenPipeError as error:
        print(type(error).__name__)
    left.close()
    try:
        left.poll()
    except OSError as error:
        print(error)

# expect:
# Empty ()
# Empty ()
# Empty ()
# Full ()
# Full ()
# Full ()
# True 1 one False
# False None True
# False False
# True x
# a closed pipe is ready: True
# EOFError ()
# BrokenPipeError
# handle is closed
