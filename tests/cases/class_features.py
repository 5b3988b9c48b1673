class Meta(type):
    def __new__(m, n, b, d, **k): c = super().__new__(m, n, b, d); c.registry = getattr(c, 'registry', []) + [n]; return c
    def __call__(c, *a): o = super().__call__(*a); print('made', type(o).__name__); return o
    def __len__(c): return 7
    @property
    def nick(c): return c.__name__.lower()
class A(metaclass=Meta):
    x = 1
    def __init__(self, v=0): self.v = v
    @classmethod
    def make(cls, v): return cls(v * 2)
    @staticmethod
    def st(a): return a + 1
    def __getattr__(self, n):
        if n.startswith('dyn_'): return n[4:]
        raise AttributeError(f'{type(self).__name__!r} object has no attribute {n!r}')
class B(A): pass
print(A.registry, B.registry, len(A), B.make(3).v, A.st(1), B.nick, A().dyn_foo)
try: A().nope
except AttributeError as e: print(e)
class X:
    def f(self): return 'X'
class Y(X):
    def f(self): return 'Y' + super().f()
class Z(X):
    def f(self): return 'Z' + super().f()
class W(Y, Z):
    def f(self): return 'W' + super().f()
print(W().f(), [c.__name__ for c in W.__mro__], issubclass(W, Z))
try:
    class Bad(X, Y): pass
except TypeError as e: print(e)
class Temp:
    def __init__(self): self._c = 0
    @property
    def c(self): "celsius"; return self._c
    @c.setter
    def c(self, v): self._c = v
    @c.deleter
    def c(self): print('del'); self._c = 0
t = Temp(); t.c = 5; print(t.c); del t.c; print(t.c, Temp.c.__doc__, isinstance(Temp.c, property))
try: 
    class R:
        @property
        def q(self): return 1
    R().q = 2
except AttributeError as e: print(e)
from abc import ABC, abstractmethod
class Sh(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    def d(self): return f'{self.name}: {self.area()}'
try: Sh()
except TypeError as e: print(e)
class Sq(Sh):
    name = 'sq'
    def area(self): return 4
print(Sq().d(), isinstance(Sq(), Sh), Sh.__abstractmethods__ == {'area', 'name'})
class V:
    def __init__(self, *c): self.c = c
    def __add__(s, o): return V(*(a + b for a, b in zip(s.c, o.c)))
    def __radd__(s, o): return s if o == 0 else NotImplemented
    def __mul__(s, k): return V(*(a * k for a in s.c))
    __rmul__ = __mul__
    def __abs__(s): return sum(a * a for a in s.c) ** .5
    def __bool__(s): return any(s.c)
    def __eq__(s, o): return s.c == o.c
    def __hash__(s): return hash(s.c)
    def __repr__(s): return f'V{s.c}'
    def __format__(s, f): return ','.join(format(a, f) for a in s.c)
    def __getitem__(s, i): return s.c[i]
    def __call__(s, i): return s.c[i]
    def __int__(s): return int(s.c[0])
    def __float__(s): return float(s.c[0])
    def __index__(s): return 1
    def __round__(s, n=0): return V(*(round(a, n) for a in s.c))
    def __divmod__(s, o): return 'dm'
    def __reversed__(s): return reversed(s.c)
    def __missing__(s): pass
    def __lt__(s, o): return abs(s) < abs(o)
v = V(3, 4); print(v + v, sum([v, v]), 2 * v, abs(v), bool(V(0, 0)), v == V(3, 4), len({v, V(3, 4)}), f'{v:.1f}', list(v), v(0), int(v), float(v), [10, 20][v], round(V(1.26, 2.34), 1), divmod(v, 1), list(reversed(v)), sorted([v, V(1, 0)]), 'ab'[v])
class Desc:
    def __set_name__(s, o, n): s.n = n
    def __get__(s, i, o): return s if i is None else i.__dict__.get(s.n, 'default')
    def __set__(s, i, v): i.__dict__[s.n] = v * 2
class H: f = Desc()
h = H(); print(h.f); h.f = 4; print(h.f, h.__dict__, type(H.f).__name__)
class Cnt:
    n = 0
    def __new__(cls, *a): cls.n += 1; return super().__new__(cls)
    def __init_subclass__(cls, **k): print('sub', cls.__name__, k)
class Sub(Cnt, key=1): pass
Sub(); Sub(); print(Sub.n, Cnt.n, Sub.__name__, Sub.__qualname__, Sub.__module__, Sub.__bases__, Sub.__doc__)
print(getattr(h, 'zzz', 'dflt'), hasattr(h, 'f'), callable(h), type('Dyn', (X,), {'y': 5})().y, isinstance(True, int), type(1) is int, vars(X()).keys(), dir(X())[-1], X.f(None), object() == object())

# expect:
# made B
# made A
# ['A'] ['A', 'B'] 7 6 2 b foo
# made A
# 'A' object has no attribute 'nope'
# WYZX ['W', 'Y', 'Z', 'X', 'object'] True
# Cannot create a consistent method resolution
# order (MRO) for bases X, Y
# 5
# del
# 0 celsius True
# property 'q' of 'R' object has no setter
# Can't instantiate abstract class Sh with abstract methods area, name
# sq: 4 True True
# V(6, 8) V(6, 8) V(6, 8) 5.0 False True 1 3.0,4.0 [3, 4] 3 3 3.0 20 V(1.3, 2.3) dm [4, 3] [V(1, 0), V(3, 4)] b
# default
# 8 {'f': 8} Desc
# sub Sub {'key': 1}
# 2 0 Sub Sub __main__ (<class '__main__.Cnt'>,) None
# dflt True False 5 True True dict_keys([]) f X False
