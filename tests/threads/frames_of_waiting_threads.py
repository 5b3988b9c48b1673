"""The frames of threads that wait are seen by others."""
import faulthandler, io, os, re, sys, tempfile, threading, time, traceback

go, ready = threading.Event(), threading.Semaphore(0)

def deep(n):
    if n:
        return deep(n - 1)
    ready.release()
    go.wait()

def worker():
    deep(2)

threads = [threading.Thread(target=worker, name=f'w{i}') for i in range(2)]
for t in threads: t.start()
for t in threads: ready.acquire()
time.sleep(0.05)
names = {t.ident: t.name for t in threading.enumerate()}
frames = sys._current_frames()
print(sorted(names[ident] for ident in frames), threading.get_ident() in frames)
def own_places(frame):
    while frame is not None:
        if frame.f_code.co_filename == __file__ or frame.f_code.co_filename in __file__:
            yield frame.f_code.co_name, frame.f_lineno
        frame = frame.f_back
for t in threads:
    print(t.name, list(own_places(frames[t.ident])))
own = [e.name for e in traceback.extract_stack(frames[threads[0].ident]) if e.filename in __file__]
print(own)
text = ''.join(traceback.format_stack(frames[threads[1].ident]))
print(re.findall(r'in (worker|deep)', text))
print('go.wait()' in text)
def show():
    buffer = io.StringIO()
    traceback.print_stack(file=buffer)
    print(re.findall(r'in (show|<module>|outer)', buffer.getvalue()))
def outer(): show()
outer()
t = threading.Thread(target=outer); t.start(); t.join()
def fault():
    faulthandler.enable()
    print(faulthandler.is_enabled())
    print(faulthandler.disable(), faulthandler.is_enabled())
    faulthandler.dump_traceback_later(30)
    print(threading.active_count())
    faulthandler.cancel_dump_traceback_later()
fault()
with tempfile.TemporaryDirectory() as folder:
    with open(os.path.join(folder, 'dump'), 'w+') as file:
        faulthandler.dump_traceback(file=file)
        file.flush()
        file.seek(0)
        text = file.read()
print(re.findall(r'^(Thread|Current thread) 0x[0-9a-f]{16} \(most recent call first\):$', text, re.M))
print(re.findall(r'in (deep|worker|<module>)$', text, re.M))
go.set()
for t in threads: t.join()
print(len(sys._current_frames()))
# expect:
# ['MainThread', 'w0', 'w1'] True
# w0 [('deep', 10), ('deep', 8), ('deep', 8), ('worker', 13)]
# w1 [('deep', 10), ('deep', 8), ('deep', 8), ('worker', 13)]
# ['worker', 'deep', 'deep', 'deep']
# ['worker', 'deep', 'deep', 'deep']
# True
# ['<module>', 'outer', 'show']
# ['outer', 'show']
# True
# True False
# 3
# ['Thread', 'Thread', 'Current thread']
# ['deep', 'deep', 'deep', 'worker', 'deep', 'deep', 'deep', 'worker', '<module>']
# 1
