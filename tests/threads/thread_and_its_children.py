# enumerate and active_count: who is alive, daemons among them; children inherit being a daemon, and names can be changed.
import threading

gate = threading.Event()
facts = []


def parent():
    child = threading.Thread(target=gate.wait, name='child of a daemon')
    child.start()
    facts.append((threading.current_thread().daemon, child.daemon))
    gate.wait()
    child.join()


daemon = threading.Thread(target=parent, name='daemon', daemon=True)
plain = threading.Thread(target=gate.wait, name='plain')
print(daemon.daemon, plain.daemon, threading.current_thread().daemon)
for thread in (daemon, plain):
    thread.start()
while not facts:
    plain.join(0.001)
print(facts, sorted(thread.name for thread in threading.enumerate()), threading.active_count())
print(threading.main_thread() in threading.enumerate(), threading.current_thread() is threading.main_thread())
idents = {thread.ident for thread in threading.enumerate()}
print(len(idents), threading.get_ident() in idents, threading.main_thread().ident == threading.get_ident())
gate.set()
for thread in (daemon, plain):
    thread.join()
print([thread.name for thread in threading.enumerate()], threading.active_count())

# expect:
# True False False
# [(True, True)] ['MainThread', 'child of a daemon', 'daemon', 'plain'] 4
# True True
# 4 True True
# ['MainThread'] 1
