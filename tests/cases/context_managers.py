from contextlib import contextmanager, ExitStack, suppress, nullcontext, closing, redirect_stdout, AbstractContextManager, ContextDecorator
import io
class T:
    def __init__(self, n, eat=False): self.n, self.eat = n, eat
    def __enter__(self): print('enter', self.n); return self
    def __exit__(self, t, v, tb): print('exit', self.n, t and t.__name__, v); return self.eat
with T('a') as a, T('b', True) as b: raise ValueError('boom')
print('after')
@contextmanager
def tag(n):
    print(f'<{n}>')
    try: yield n.upper()
    except KeyError as e: print('caught', e)
    finally: print(f'</{n}>')
with tag('p') as x: print(x)
with tag('q'): raise KeyError('k')
with ExitStack() as st:
    for i in range(3): st.enter_context(T(i))
    st.callback(print, 'cb', 1)
with suppress(ZeroDivisionError): 1 / 0; print('never')
buf = io.StringIO()
with redirect_stdout(buf): print('hidden')
print(repr(buf.getvalue()))
@tag('deco')
def f(): print('in f')
f()
with (T('x'), T('y')): pass
class D(ContextDecorator):
    def __enter__(self): print('start'); return self
    def __exit__(self, *e): print('stop'); return False
@D()
def h(): print('h')
h()
try:
    with tag('z'): raise RuntimeError('r')
except RuntimeError as e: print('out', e, e.__context__)

# expect:
# enter a
# enter b
# exit b ValueError boom
# exit a None None
# after
# <p>
# P
# </p>
# <q>
# caught 'k'
# </q>
# enter 0
# enter 1
# enter 2
# cb 1
# exit 2 None None
# exit 1 None None
# exit 0 None None
# 'hidden\n'
# <deco>
# in f
# </deco>
# enter x
# enter y
# exit y None None
# exit x None None
# start
# h
# stop
# <z>
# </z>
# out r None
