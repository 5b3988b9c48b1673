class Meta(type):
    def __new__(mcs, name, bases, ns, **kw):
        print('new', name, [b.__name__ for b in bases], sorted(k for k in ns if not k.startswith('__')), kw)
        cls = super().__new__(mcs, name, bases, ns)
        cls.tag = name.lower()
        return cls
    def __init__(cls, name, bases, ns, **kw):
        print('init', name, kw)
        super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        print('call', cls.__name__, a, k)
        return super().__call__(*a, **k)
    def __len__(cls): return 42
    def __iter__(cls): return iter(['a', 'b'])
    def __contains__(cls, x): return x == 'z'
    def __getitem__(cls, i): return i * 2
    def __repr__(cls): return f'<M {cls.__name__}>'
    def __instancecheck__(cls, x): return x == 7 or type.__instancecheck__(cls, x)
    def __getattr__(cls, name): return 'dyn ' + name
    @property
    def shout(cls): return cls.__name__.upper()
    def method(cls): return 'meta method of ' + cls.__name__
class A(metaclass=Meta, x=1):
    """Doc of A"""
    y = 5
    def __init__(self, v): self.v = v
class B(A):
    pass
print(A.tag, B.tag, A.y, A, B)
a = A(3)
print(a.v, type(a), type(A), type(Meta), isinstance(A, Meta), isinstance(A, type), isinstance(a, A), isinstance(7, A), isinstance(8, A))
print(len(A), list(A), 'z' in A, 'q' in A, A[21], A.shout, A.method(), A.nothing)
print(A.__doc__, B.__doc__, A.__mro__, A.__bases__, B.__base__, A.__subclasses__())
print(Meta.__mro__, A.__class__, Meta.__name__)
class Singleton(type):
    _instances = {}
    def __call__(cls, *args, **kwargs):
        if cls not in cls._instances:
            cls._instances[cls] = super().__call__(*args, **kwargs)
        return cls._instances[cls]
class Logger(metaclass=Singleton):
    def __init__(self): self.log = []
print(Logger() is Logger())
class Registry(type):
    reg = {}
    def __init__(cls, name, bases, ns):
        super().__init__(name, bases, ns)
        cls.reg[name] = cls
class Base(metaclass=Registry): pass
class X(Base): pass
class Y(Base): pass
print(list(Registry.reg))
from collections import OrderedDict
class Ordered(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print('prepare', name)
        return Rec()
    def __new__(mcs, name, bases, ns):
        c = super().__new__(mcs, name, bases, dict(ns))
        c.order = ns.names
        return c
class Rec(dict):
    def __init__(self): super().__init__(); self.names = []
    def __setitem__(self, k, v):
        if not k.startswith('__'): self.names.append(k)
        super().__setitem__(k, v)
class Z(metaclass=Ordered):
    b = 1
    a = b + 1
    def f(self): return super().__repr__()
    b = 3
    c = [i for i in range(a)]
    if a > 1:
        d = 1
    del d
print(Z.order, Z.a, Z.b, Z.c, hasattr(Z, 'd'))
print(Z().f()[:20])
T = type('T', (A,), {'q': 1})
print(T, T.q, type(T))
try:
    class C1(type): pass
    class C2(type): pass
    class P(metaclass=C1): pass
    class Q(metaclass=C2): pass
    class R(P, Q): pass
except TypeError as e: print(e)
print(type.__call__(Logger) is Logger())
class Outer:
    class Inner: pass
    def f(self):
        class Local: pass
        return Local
print(Outer.Inner, Outer().f(), Outer.Inner.__qualname__, Outer.f.__qualname__, Outer.__module__, Outer.f.__module__)
print(int.__mro__, bool.__mro__, ValueError.__mro__, bool.__bases__, object.__bases__, object.__base__)
class Err(KeyError, AttributeError): pass
print(Err.__mro__)
print(int.__name__, int.__module__, int.__qualname__, Outer.mro())

# expect:
# new A [] ['y'] {'x': 1}
# init A {'x': 1}
# new B ['A'] [] {}
# init B {}
# a b 5 <M A> <M B>
# call A (3,) {}
# 3 <M A> <class '__main__.Meta'> <class 'type'> True True True True False
# 42 ['a', 'b'] True False 42 A meta method of A dyn nothing
# Doc of A None (<M A>, <class 'object'>) (<class 'object'>,) <M A> [<M B>]
# (<class '__main__.Meta'>, <class 'type'>, <class 'object'>) <class '__main__.Meta'> Meta
# True
# ['Base', 'X', 'Y']
# prepare Z
# ['b', 'a', 'f', 'b', 'c', 'd'] 2 3 [0, 1] False
# <__main__.Z object a
# new T ['A'] ['q'] {}
# init T {}
# <M T> 1 <class '__main__.Meta'>
# metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
# False
# <class '__main__.Outer.Inner'> <class '__main__.Outer.f.<locals>.Local'> Outer.Inner Outer.f __main__ __main__
# (<class 'int'>, <class 'object'>) (<class 'bool'>, <class 'int'>, <class 'object'>) (<class 'ValueError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>) (<class 'int'>,) () None
# (<class '__main__.Err'>, <class 'KeyError'>, <class 'LookupError'>, <class 'AttributeError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
# int builtins int [<class '__main__.Outer'>, <class 'object'>]
