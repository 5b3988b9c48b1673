class P:
    def __init__(self, **kw):
        self.__dict__.update(kw)
    def hi(self): return 'hi'
p = P(a=1, b=2)
print(p.a, p.b, p.__dict__)
p.c = 3
d = p.__dict__
d['z'] = 26
del p.a
print(p.z, sorted(d), p.hi(), hasattr(p, 'a'))
for _ in range(5):
    print(p.hi(), end=' ')
p.__dict__['hi'] = lambda: 'shadow'
for _ in range(3): print(p.hi(), end=' ')
print()
p.__dict__ = {'q': 1}
print(p.q, p.__dict__)
class Q:
    def hi(self): return 'Q hi'
x = P(); x.__class__ = Q
print(x.hi(), type(x).__name__)
try: x.__class__ = 3
except TypeError as e: print(e)
try: P.__dict__['x'] = 1
except TypeError as e: print(e)
print('hi' in P.__dict__, type(P.__dict__), P.__dict__.get('nope'))
class S:
    __slots__ = ('a',)
    def __init__(self): self.a = 1
s = S()
try: s.__dict__
except AttributeError as e: print(e)
class T(S): pass
t = T(); t.b = 2
print(t.__dict__, t.a, t.b)
t.a = 5; print(t.a, t.__dict__)
e = ValueError('x'); e.code = 3
print(e.__dict__, e.code)
e.__dict__['more'] = 1; print(e.more)
def f(a, b=2, *args, c, d=4, **kw):
    "the doc"
    x = a
    def g(): return x + b
    return g
f.tag = 'T'
print(f.__dict__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__code__.co_varnames, f.__code__.co_argcount, f.__code__.co_cellvars)
f.__dict__['other'] = 2
print(f.other, f(1, c=1).__closure__ is not None, f(1, c=1).__code__.co_freevars, f.__closure__)
class Attrs:
    def __getattr__(self, n):
        if n.startswith('x'): return n
        raise AttributeError(n)
    def __setattr__(self, n, v): self.__dict__[n] = v * 2
a = Attrs(); a.v = 4
print(a.v, a.xyz, getattr(a, 'q', 'dflt'))
class Logged:
    def __init__(self): self.v = 1
    def __getattribute__(self, name):
        if name == 'secret': return 42
        return object.__getattribute__(self, name)
    def __getattr__(self, name): return 'fallback ' + name
l = Logged()
print(l.v, l.secret, l.nope, getattr(l, 'zz'))
print(f.__name__, f.__qualname__, f.__module__, f.__annotations__)
print(vars(p), vars(p) is p.__dict__)

# expect:
# 1 2 {'a': 1, 'b': 2}
# 26 ['b', 'c', 'z'] hi False
# hi hi hi hi hi shadow shadow shadow 
# 1 {'q': 1}
# Q hi Q
# __class__ must be set to a class, not 'int' object
# 'mappingproxy' object does not support item assignment
# True <class 'mappingproxy'> None
# 'S' object has no attribute '__dict__'
# {'b': 2} 1 2
# 5 {'b': 2}
# {'code': 3} 3
# 1
# {'tag': 'T'} the doc (2,) {'d': 4} ('a', 'b', 'c', 'd', 'args', 'kw', 'g') 2 ('b', 'x')
# 2 True ('b', 'x') None
# 8 xyz dflt
# 1 42 fallback nope fallback zz
# f f __main__ {}
# {'q': 1} True
