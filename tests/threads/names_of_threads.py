# How threads are called when nobody names them, how they are shown, and what may be changed when.
import threading


def wash():
    pass


class Cook(threading.Thread):
    def run(self):
        pass


threads = [threading.Thread(target=wash), threading.Thread(), Cook(), threading.Thread(target=wash, name='by name'),
           threading.Thread(target=lambda: None), threading.Thread(target=len, args=('x',)), Cook(name=7)]
print([thread.name for thread in threads])
thread = threads[3]
print(repr(thread))
thread.name = 'renamed'
thread.daemon = True
print(repr(thread), thread.ident, thread.native_id)
thread.start()
thread.join()
print(repr(thread).replace(str(thread.ident), 'IDENT'), thread.ident is not None)
thread.name = 'afterwards'
print(thread.name, repr(threading.main_thread()).split()[0])
for wrong in (lambda: setattr(thread, 'daemon', False), thread.start, threads[0].join):
    try:
        wrong()
    except RuntimeError as error:
        print(error)
try:
    threading.Thread('not a group')
except AssertionError as error:
    print(error)

# expect:
# ['Thread-1 (wash)', 'Thread-2', 'Thread-3', 'by name', 'Thread-4 (<lambda>)', 'Thread-5 (len)', '7']
# <Thread(by name, initial)>
# <Thread(renamed, initial daemon)> None None
# <Thread(renamed, stopped daemon IDENT)> True
# afterwards <_MainThread(MainThread,
# cannot set daemon status of active thread
# threads can only be started once
# cannot join thread before it is started
# group argument must be None for now
