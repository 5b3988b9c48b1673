# A Thread whose join returns what its target returned, or raises what that raised, in the thread that joins.
import threading


class Asked(threading.Thread):
    def __init__(self, target, *args, **kwargs):
        super().__init__(name=target.__name__)
        self._work = lambda: target(*args, **kwargs)
        self._value = self._error = None

    def run(self):
        try:
            self._value = self._work()
        except BaseException as error:
            self._error = error

    def join(self, timeout=None):
        super().join(timeout)
        if self.is_alive():
            raise TimeoutError(f'{self.name} is still at it')
        if self._error is not None:
            raise self._error
        return self._value


def divide(a, b=1):
    return a / b


def wait(event):
    event.wait()
    return 'went on'


event = threading.Event()
threads = [Asked(divide, 9, b=2), Asked(divide, 1, b=0), Asked(divide, 'x'), Asked(wait, event)]
for thread in threads:
    thread.start()
for thread in threads:
    try:
        print(thread.name, thread.join(timeout=0.01 if thread.name == 'wait' else None))
    except Exception as error:
        print(thread.name, type(error).__name__, error)
event.set()
print(threads[-1].join())

# expect:
# divide 4.5
# divide ZeroDivisionError division by zero
# divide TypeError unsupported operand type(s) for /: 'str' and 'int'
# wait TimeoutError wait is still at it
# went on
