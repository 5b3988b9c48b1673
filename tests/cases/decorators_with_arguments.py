import functools, time
def repeat(n=2):
    def deco(f):
        @functools.wraps(f)
        def wrapper(*a, **k):
            wrapper.calls += 1
            return [f(*a, **k) for _ in range(n)]
        wrapper.calls = 0
        return wrapper
    return deco
@repeat(3)
def hi(name, *, p='!'):
    "say hi"
    return f'hi {name}{p}'
print(hi('x'), hi('y', p='?'), hi.calls, hi.__name__, hi.__doc__, hi.__wrapped__)if False else print(hi('x'), hi.calls, hi.__name__, hi.__doc__)
class Count:
    def __init__(self, f): functools.update_wrapper(self, f); self.f, self.n = f, 0
    def __call__(self, *a): self.n += 1; return self.f(*a)
    def __get__(self, o, c): return functools.partial(self, o) if o else self
class K:
    @Count
    def m(self, x): return x + 1
k = K(); print(k.m(1), k.m(2), K.m.n, K.m.__name__)
def validate(**types):
    def deco(f):
        def w(*a, **kw):
            import inspect
            b = inspect.signature(f).bind(*a, **kw)
            for n, v in b.arguments.items():
                if n in types and not isinstance(v, types[n]): raise TypeError(f'{n}: expected {types[n].__name__}, got {type(v).__name__}')
            return f(*a, **kw)
        return w
    return deco
@validate(a=int, b=str)
def g(a, b='z'): return b * a
print(g(2), g(3, 'q'))
try: g('x')
except TypeError as e: print(e)
def singleton(cls):
    inst = {}
    @functools.wraps(cls, updated=())
    def get(*a): return inst.setdefault(cls, cls(*a))
    return get
@singleton
class S: pass
print(S() is S(), S.__name__)

# expect:
# ['hi x!', 'hi x!', 'hi x!'] 1 hi say hi
# 2 3 2 m
# zz qqq
# a: expected int, got str
# True S
