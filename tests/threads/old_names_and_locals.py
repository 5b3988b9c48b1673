# Old names of threads and what they warn of, what threads have for themselves, names and hooks.
import sys
import threading
import time
import warnings
import weakref
import _thread
from unittest import mock


def told(function, *args):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        result = function(*args)
    return result, [(one.category.__name__, str(one.message)) for one in caught]


thread = threading.Thread(name='worker')
for name, args in (('getName', ()), ('setName', ('other',)), ('isDaemon', ()), ('setDaemon', (True,))):
    print(name, *told(getattr(thread, name), *args))
print(thread.name, thread.daemon)
print(told(threading.currentThread)[0] is threading.main_thread(), told(threading.currentThread)[1])
print(told(threading.activeCount), told(threading.Event().isSet))
condition = threading.Condition()
with condition:
    print(told(condition.notifyAll))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('default')
    threading.activeCount()
print(caught[0].lineno)

# An empty name is none.
thread = threading.Thread(target=print, name='')
print(thread.name.startswith('Thread-'), thread.name.endswith('(print)'), threading.Thread(name=5).name)


# What a thread has for itself dies with it, before anybody has joined it.
class Value:
    pass


class Own(threading.local):
    shared = 1


def leaves(holder):
    holder.value = Value()
    known.append(weakref.ref(holder.value))


for holder in (threading.local(), Own()):
    known = []
    for _ in range(3):
        one = threading.Thread(target=leaves, args=(holder,))
        one.start()
        one.join()
        print(known[-1]() is None, end=' ')
    ended = threading.Event()
    _thread.start_new_thread(leaves, (holder,))
    while len(known) < 4 or known[-1]() is not None:
        time.sleep(0.001)
    leaves(holder)
    print(known[-1]() is holder.value)
    for change in (lambda: setattr(holder, '__dict__', {}), lambda: delattr(holder, '__dict__')):
        try:
            change()
        except AttributeError as exc:
            print(exc)


# A hook that fails is told by the hook of the system.
def fails(args):
    raise LookupError('hook')


def system_hook(kind, value, traceback):
    print('told', kind.__name__, value, traceback is not None)


threading.excepthook, sys.excepthook = fails, system_hook
sys.stderr = sys.stdout
one = threading.Thread(target=lambda: 1 / 0)
one.start()
one.join()

# The size of stacks is remembered.
print(threading.stack_size(), threading.stack_size(262144), threading.stack_size(0), threading.stack_size())
for size in (4096, -1, 'x'):
    try:
        threading.stack_size(size)
    except (TypeError, ValueError) as exc:
        print(exc)

# What a module has comes back after it was patched.
with mock.patch('time.sleep', return_value='patched'):
    print(time.sleep(100))
print(time.sleep(0))
with mock.patch.object(threading, 'active_count', lambda: 'many'):
    print(threading.active_count())
print(threading.active_count())
with mock.patch('time.no_such_name', 5, create=True):
    print(time.no_such_name)
print(hasattr(time, 'no_such_name'))

# expect:
# getName worker [('DeprecationWarning', 'getName() is deprecated, get the name attribute instead')]
# setName None [('DeprecationWarning', 'setName() is deprecated, set the name attribute instead')]
# isDaemon False [('DeprecationWarning', 'isDaemon() is deprecated, get the daemon attribute instead')]
# setDaemon None [('DeprecationWarning', 'setDaemon() is deprecated, set the daemon attribute instead')]
# other True
# True [('DeprecationWarning', 'currentThread() is deprecated, use current_thread() instead')]
# (1, [('DeprecationWarning', 'activeCount() is deprecated, use active_count() instead')]) (False, [('DeprecationWarning', 'isSet() is deprecated, use is_set() instead')])
# (None, [('DeprecationWarning', 'notifyAll() is deprecated, use notify_all() instead')])
# 29
# True True 5
# True True True True
# '_thread._local' object attribute '__dict__' is read-only
# '_thread._local' object attribute '__dict__' is read-only
# True True True True
# 'Own' object attribute '__dict__' is read-only
# 'Own' object attribute '__dict__' is read-only
# Exception in threading.excepthook:
# told LookupError hook True
# 0 0 262144 0
# size not valid: 4096 bytes
# size must be 0 or a positive value
# 'str' object cannot be interpreted as an integer
# patched
# None
# many
# 1
# 5
# False
