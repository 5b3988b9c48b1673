import threading
import time


class Worker(threading.Thread):
    def __init__(self, number):
        super().__init__(name='worker-%d' % number)
        self.number = number
        self.result = None

    def run(self):
        self.result = self.number * self.number


workers = [Worker(number) for number in range(4)]
print([worker.is_alive() for worker in workers], workers[0].ident)
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
print([(worker.name, worker.result, worker.is_alive()) for worker in workers])
print(len({worker.ident for worker in workers}) >= 1, all(isinstance(worker.native_id, int) for worker in workers))


def show(*args, **kwargs):
    print(threading.current_thread().name, args, kwargs)


for name in (None, 'named'):
    thread = threading.Thread(target=show, name=name, args=(1, 2), kwargs={'key': 'value'})
    thread.start()
    thread.join()
print(threading.current_thread() is threading.main_thread(), threading.main_thread().name)
print(threading.get_ident() == threading.main_thread().ident, threading.active_count())
print([thread.name for thread in threading.enumerate()])
gate = threading.Event()
thread = threading.Thread(target=gate.wait, daemon=True)
print(thread.daemon, threading.Thread().daemon)
thread.start()
print(thread.is_alive(), threading.active_count(), thread in threading.enumerate())
thread.join(0.01)
print(thread.is_alive())
thread.join(timeout=0)
thread.join(timeout=-1)
for wrong in (thread.start, threading.current_thread().join, threading.Thread().join):
    try:
        wrong()
    except RuntimeError as error:
        print(error)
try:
    thread.daemon = False
except RuntimeError as error:
    print(error)
gate.set()
thread.join()
print(thread.is_alive(), threading.active_count())
thread.join()
thread.name = 'another'
print(thread.name, thread.getName())

# expect:
# [False, False, False, False] None
# [('worker-0', 0, False), ('worker-1', 1, False), ('worker-2', 4, False), ('worker-3', 9, False)]
# True True
# Thread-1 (show) (1, 2) {'key': 'value'}
# named (1, 2) {'key': 'value'}
# True MainThread
# True 1
# ['MainThread']
# True False
# True 2 True
# True
# threads can only be started once
# cannot join current thread
# cannot join thread before it is started
# cannot set daemon status of active thread
# False 1
# another another
