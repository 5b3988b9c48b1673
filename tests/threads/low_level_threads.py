import _thread
import sys
import threading
import time

lock = _thread.allocate_lock()
seen = []


def work(name, times=1, *, last=False):
    for i in range(times):
        time.sleep(0.001)
        with lock:
            seen.append(name)
    if last:
        gate.release()


gate = _thread.allocate_lock()
gate.acquire()
ident = _thread.start_new_thread(work, ('a', 2))
print(type(ident).__name__, ident != _thread.get_ident())
_thread.start_new_thread(work, ('b',), {'times': 3, 'last': True})
gate.acquire()
while len(seen) < 5:
    time.sleep(0.001)
print(sorted(seen), gate.locked(), lock.locked(), isinstance(lock, _thread.LockType))


def quits():
    try:
        _thread.exit()
    finally:
        seen.append('quit')
        gate.release()


_thread.start_new_thread(quits, ())
gate.acquire()
print(seen[-1], _thread.error is RuntimeError, threading.current_thread() is threading.main_thread())


def named():
    # A thread that the module threading has not started.
    thread = threading.current_thread()
    seen.append((thread.daemon, thread.name.startswith('Dummy-'), thread.ident == _thread.get_ident()))
    gate.release()


_thread.start_new_thread(named, ())
gate.acquire()
print(seen[-1])

for call in (lambda: _thread.start_new_thread(3, ()), lambda: _thread.start_new_thread(work, [1]),
             lambda: _thread.start_new_thread(work, (), 3), lambda: gate.release() or gate.release(),
             lambda: _thread.stack_size(-1), lambda: threading.stack_size(100)):
    try:
        print(call())
    except (TypeError, RuntimeError, ValueError) as error:
        print(type(error).__name__, error)
print(threading.stack_size(), _thread.stack_size(0), sys.gettrace(), threading.gettrace(), sys.settrace(None))


# It ends with the main thread, wherever it is.
def for_ever():
    while True:
        time.sleep(0.001)


_thread.start_new_thread(for_ever, ())
print('over')

# expect:
# int True
# ['a', 'a', 'b', 'b', 'b'] True False True
# quit True True
# (True, True, True)
# TypeError first arg must be callable
# TypeError 2nd arg must be a tuple
# TypeError optional 3rd arg must be a dictionary
# RuntimeError release unlocked lock
# ValueError size must be 0 or a positive value
# ValueError size not valid: 100 bytes
# 0 0 None None None
# over
