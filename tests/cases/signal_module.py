import signal
def handler(number, frame):
    print("got", number, signal.Signals(number).name)
print(signal.signal(signal.SIGTERM, handler), signal.getsignal(signal.SIGTERM) is handler, repr(signal.SIGINT), int(signal.SIGKILL))
signal.raise_signal(signal.SIGTERM)
print(signal.signal(signal.SIGTERM, signal.SIG_IGN) is handler, signal.strsignal(15))
signal.raise_signal(signal.SIGTERM)
for call in (lambda: signal.signal(99, handler), lambda: signal.signal(15, 5)):
    try:
        call()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)

# expect:
# 0 True <Signals.SIGINT: 2> 9
# got 15 SIGTERM
# True Terminated
# ValueError signal number out of range
# TypeError signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object
