# A process that was forked ends as any program.
import os
import signal


def forked(work):
    pid = os.fork()
    if pid == 0:
        work()
        os._exit(99)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def leave(*args):
    raise SystemExit(*args)


def interrupted():
    raise KeyboardInterrupt


def by_signal(number, before=signal.SIG_DFL):
    signal.signal(number, before)
    signal.signal(number, signal.SIG_DFL)
    signal.raise_signal(number)


def handler(number, frame):
    print('never called')


# Whoever has started this may have Ctrl-C ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)
for status in (3, 0, None, True, False, -1, 256 + 7, 'words', [1]):
    code = forked(lambda: leave(status))
    print(repr(status), code, flush=True)
print(forked(leave), forked(lambda: leave(1, 2)), forked(lambda: 1 / 0), forked(interrupted), flush=True)
for number in (signal.SIGINT, signal.SIGTERM, signal.SIGUSR1):
    print(forked(lambda: by_signal(number)), forked(lambda: by_signal(number, handler)), flush=True)
print(forked(lambda: os.kill(os.getpid(), signal.SIGSEGV)), forked(os.abort))

# expect:
# 3 3
# 0 0
# None 0
# True 1
# False 0
# -1 255
# 263 7
# 'words' 1
# [1] 1
# 0 1 1 -2
# -2 -2
# -15 -15
# -10 -10
# -11 -6
