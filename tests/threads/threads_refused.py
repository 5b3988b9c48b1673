# What threads refuse, and what they say of themselves.
import threading

thread = threading.Thread(target=lambda: None, name='once')
for wrong in (thread.join,):
    try:
        wrong()
    except RuntimeError as error:
        print(error)
print(thread.is_alive(), thread.ident, repr(thread))
thread.start()
thread.join(timeout=10)
thread.join(timeout=0)
thread.join(-1)
print(thread.is_alive(), thread.ident is not None, repr(thread).split(' ')[1])
try:
    thread.start()
except RuntimeError as error:
    print(error)
try:
    threading.current_thread().join()
except RuntimeError as error:
    print(error)
try:
    thread.daemon = True
except RuntimeError as error:
    print(error)


def own():
    try:
        threading.current_thread().join()
    except RuntimeError as error:
        print('own:', error)
    try:
        threading.current_thread().daemon = True
    except RuntimeError as error:
        print('own:', error)


thread = threading.Thread(target=own)
thread.start()
thread.join()
try:
    threading.Thread(None, None, None, (), None, group=1)
except TypeError as error:
    print('TypeError')
try:
    threading.Thread(group='g')
except AssertionError as error:
    print(error)
print(threading.current_thread() is threading.main_thread(), threading.active_count(), threading.enumerate() == [threading.main_thread()])
# expect:
# cannot join thread before it is started
# False None <Thread(once, initial)>
# False True stopped
# threads can only be started once
# cannot join current thread
# cannot set daemon status of active thread
# own: cannot join current thread
# own: cannot set daemon status of active thread
# TypeError
# group argument must be None for now
# True 1 True
