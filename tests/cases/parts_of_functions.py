"""What functions know of their variables, their code and their cells, and what of that can be exchanged."""
g1 = 7
def outer(n):
    """doc"""
    t = 0
    def inner(x: int, y=2, *, z=1):
        nonlocal t
        t += x
        return n + t + y + z
    return inner
f = outer(5)
print(f.__globals__ is globals(), f.__globals__['g1'], outer.__closure__)
f.__globals__['g1'] = 9
print(g1, getattr(f, '__globals__')['g1'], hasattr(f, '__globals__'))
print([c.cell_contents for c in f.__closure__], f.__code__.co_freevars)
f.__closure__[0].cell_contents = 50
print(f(1))
print(type(f.__closure__[0]).__name__)
import json
print('dumps' in json.dumps.__globals__)
f.__defaults__ = (100,)
print(f(0), f.__defaults__)
f.__defaults__ = None
try: f(0)
except TypeError as e: print(e)
f.__kwdefaults__ = {'z': 1000}
print(f(0, 0), f.__kwdefaults__)
def a(): return 1
def b(): return 2
a.__code__ = b.__code__
print(a(), a.__name__, a.__qualname__)
try: a.__code__ = f.__code__
except ValueError as e: print(e)
try: a.__code__ = 5
except TypeError as e: print(e)
try: a.__globals__ = {}
except AttributeError as e: print(e)
try: a.__defaults__ = [1]
except TypeError as e: print(e)
def cnt():
    del n
    return lambda: n
class E:
    x = property()
    w = property(None, lambda s, v: print('set', v))
e = E()
for n in 'xw':
    try: print(getattr(e, n))
    except AttributeError as ex: print(ex)
    print(hasattr(e, n))
try: e.x
except AttributeError as ex: print(ex)
e.w = 3
class G(E):
    def __getattr__(self, n): return 'fb ' + n
print(G().x)
class A:
    def m(self): pass
print(A.m.__globals__ is globals(), A().m.__globals__ is globals(), A().m.__func__.__globals__['g1'])
for i in range(300): a()
a.__code__ = (lambda: 3).__code__
print(sum(a() for i in range(300)))
def deco(fn): return fn
@deco
@deco
def decorated():
    yield 1
code = decorated.__code__
print(code.co_firstlineno, code.co_name, code.co_flags, code.co_argcount, code.co_varnames)
print(decorated().gi_frame.f_lineno, decorated().gi_code is not None)
print(outer.__code__.co_names, A.m.__code__.co_flags, f.__code__.co_flags)
# expect:
# True 7 None
# 9 9 True
# [5, 0] ('n', 't')
# 54
# cell
# True
# 152 (100,)
# outer.<locals>.inner() missing 1 required positional argument: 'y'
# 1051 {'z': 1000}
# 2 a a
# a() requires a code object with 0 free vars, not 2
# __code__ must be set to a code object
# readonly attribute
# __defaults__ must be set to a tuple object
# property 'x' of 'E' object has no getter
# False
# property 'w' of 'E' object has no getter
# False
# property 'x' of 'E' object has no getter
# set 3
# fb x
# True True 9
# 900
# 64 decorated 35 0 ()
# 64 True
# ('int',) 3 19
