import functools
class A:
    def __init__(self): self.n = 0
    @functools.cached_property
    def v(self): self.n += 1; print('computing'); return 42
a = A(); print(a.v, a.v, a.n, a.__dict__); del a.v; print(a.v)
class D:
    @functools.singledispatchmethod
    def f(self, x): return f'default {x}'
    @f.register
    def _(self, x: int): return f'int {x}'
    @f.register(str)
    def _(self, x): return f'str {x}'
print(D().f(1), D().f('a'), D().f(2.5), D().f(True))
@functools.singledispatch
def show(x): return 'obj'
@show.register(list)
def _(x): return 'list of ' + ', '.join(map(show, x))
@show.register(int | float)
def _(x): return 'num'
print(show([1, 'a', 2.0]), show.dispatch(bool).__name__, show.registry.keys() == {object, list, int, float})
@functools.total_ordering
class V:
    def __init__(self, *p): self.p = p
    def __eq__(self, o): return self.p == o.p
    def __lt__(self, o): return self.p < o.p
print(V(1, 2) >= V(1, 1), V(1) <= V(1), sorted([V(3), V(1)], key=functools.cmp_to_key(lambda x, y: (x > y) - (x < y)))[0].p)
p = functools.partial(int, base=2); print(p('101'), p.func, p.args, p.keywords); print(functools.reduce(lambda a, b: a * b, range(1, 6)), functools.reduce(lambda a, b: a + b, [], 'i'))
class M:
    def go(self, a, b): return (a, b)
    half = functools.partialmethod(go, 1)
print(M().half(2), repr(functools.partial(print, 1, end='')))
@functools.cache
def fact(n): return n * fact(n - 1) if n else 1
print(fact(30), fact.cache_info())
compose = lambda *f: functools.reduce(lambda g, h: lambda x: g(h(x)), f)
print(compose(str, abs, int)('-5'))

# expect:
# computing
# 42 42 1 {'n': 1, 'v': 42}
# computing
# 42
# int 1 str a default 2.5 int True
# list of num, obj, num _ True
# True True (1,)
# 5 <class 'int'> () {'base': 2}
# 120 i
# (1, 2) functools.partial(<built-in function print>, 1, end='')
# 265252859812191058636308480000000 CacheInfo(hits=0, misses=31, maxsize=None, currsize=31)
# 5
