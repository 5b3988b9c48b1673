# What an exception ends in a thread is told to what stands in the place of sys.stderr; what the hook raises is, too.
import contextlib
import io
import sys
import threading


def work(number):
    try:
        {}['missing']
    except KeyError:
        raise ValueError('wrong %d' % number)


class Untold(Exception):
    def __str__(self):
        raise KeyError


def untold():
    raise Untold


def hook(args):
    raise RuntimeError('in the hook')


def run(target, *arguments):
    thread = threading.Thread(target=target, args=arguments, name='worker')
    thread.start()
    thread.join()


def show(text):
    for line in text.splitlines():
        if line and not line.startswith(' '):
            print(line)


with contextlib.redirect_stderr(io.StringIO()) as told:
    run(work, 1)
    run(untold)
    run(sys.exit, 3)
show(told.getvalue())
print('in work' in told.getvalue(), "raise ValueError('wrong %d' % number)" in told.getvalue())

with contextlib.redirect_stderr(io.StringIO()) as told:
    threading.excepthook = hook
    run(work, 2)
    threading.excepthook = threading.__excepthook__
show(told.getvalue())


class Log:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        pass


sys.stderr = Log()
run(work, 3)
log, sys.stderr = sys.stderr, sys.__stderr__
show(''.join(log.parts))

# expect:
# Exception in thread worker:
# Traceback (most recent call last):
# KeyError: 'missing'
# During handling of the above exception, another exception occurred:
# Traceback (most recent call last):
# ValueError: wrong 1
# Exception in thread worker:
# Traceback (most recent call last):
# Untold: <exception str() failed>
# True True
# Exception in threading.excepthook:
# Traceback (most recent call last):
# RuntimeError: in the hook
# Exception in thread worker:
# Traceback (most recent call last):
# KeyError: 'missing'
# During handling of the above exception, another exception occurred:
# Traceback (most recent call last):
# ValueError: wrong 3
