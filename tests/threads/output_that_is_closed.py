# What is written to standard output after it was closed is refused, and somebody else's output goes on.
import io
import sys
import threading

own = sys.stdout
kept = []
with io.StringIO() as text:
    sys.stdout = text
    print('put aside')
    sys.stdout = own
    kept.append(text.getvalue())
print(kept, sys.stdout is sys.__stdout__, sys.stdout.closed)


def said(call, *args):
    try:
        return call(*args)
    except ValueError as error:
        return str(error)


with sys.stdout as whole:
    print('still open', flush=True)
thread = threading.Thread(target=lambda: kept.append(said(print, 'lost')))
thread.start()
thread.join()
kept += [said(sys.stdout.write, 'lost'), said(own.flush), own is sys.__stdout__, own.closed, whole.closed]
own.close()
sys.stdout = io.StringIO()
print(*kept, sep='\n')
text = sys.stdout.getvalue()
sys.stderr.close()
kept = [sys.stderr.closed, said(sys.stderr.write, 'lost')]
sys.stderr = io.StringIO()
print('heard', file=sys.stderr)
if kept != [True, 'I/O operation on closed file.'] or sys.stderr.getvalue() != 'heard\n' or 'True\nTrue\nTrue' not in text:
    raise SystemExit(f'{kept} {text}')
if text.count('I/O operation on closed file.') != 3:
    raise SystemExit(text)

# expect:
# ['put aside\n'] True False
# still open
