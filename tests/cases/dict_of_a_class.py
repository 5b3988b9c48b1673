"""What `__dict__` of a class shows, with and without slots."""
class D:
    y = 1
    def f(self): pass
class D2:
    "doc"
    y = 1
class S:
    __slots__ = ('b', 'a')
    kind = 1
    def m(self): return 1
class S2(S):
    __slots__ = ()
class S3(S):
    pass
class L(list): pass
class X(Exception): pass
class D3(D): z = 1
for c in (D, D2, S, S2, S3, L, X, D3):
    print(c.__name__, list(c.__dict__))
    print(c.__dict__.get('__dict__'), c.__dict__.get('__weakref__'), repr(c.__dict__.get('__doc__')))
print(vars(S)['a'], vars(S)['a'] == S.a, type(vars(S)['a']) is type(S.a), vars(S)['a'].__get__(S) if 0 else '')
s = S(); vars(S)['a'].__set__(s, 5); print(s.a, vars(S)['a'].__get__(s, S), S.__dict__['kind'])
print({k: v for k, v in vars(D).items() if not k.startswith('__')}.keys())
print({k: type(v).__name__ for k, v in D.__dict__.items()})
from dataclasses import dataclass, fields
@dataclass(slots=True)
class P:
    x: int
    y: int = 2
p = P(1); print(p, 'x' in P.__dict__, P.__slots__, P.__dict__['x'])
try: p.z = 1
except AttributeError as e: print(e)
import copy, pickle
print(copy.copy(p), copy.deepcopy(p) == p, pickle.loads(pickle.dumps(p)))
print(len(vars(D)), '__dict__' in vars(D), '__dict__' in vars(S))
import inspect
print([n for n, v in inspect.getmembers(S) if not n.startswith('__')], inspect.ismemberdescriptor(S.a))
Copy = type('Copy', (), {k: v for k, v in vars(D).items() if k not in ('__dict__', '__weakref__')})
print(Copy().__dict__, Copy().y)
# expect:
# D ['__module__', 'y', 'f', '__dict__', '__weakref__', '__doc__']
# <attribute '__dict__' of 'D' objects> <attribute '__weakref__' of 'D' objects> None
# D2 ['__module__', '__doc__', 'y', '__dict__', '__weakref__']
# <attribute '__dict__' of 'D2' objects> <attribute '__weakref__' of 'D2' objects> 'doc'
# S ['__module__', '__slots__', 'kind', 'm', 'a', 'b', '__doc__']
# None None None
# S2 ['__module__', '__slots__', '__doc__']
# None None None
# S3 ['__module__', '__dict__', '__weakref__', '__doc__']
# <attribute '__dict__' of 'S3' objects> <attribute '__weakref__' of 'S3' objects> None
# L ['__module__', '__dict__', '__weakref__', '__doc__']
# <attribute '__dict__' of 'L' objects> <attribute '__weakref__' of 'L' objects> None
# X ['__module__', '__weakref__', '__doc__']
# None <attribute '__weakref__' of 'X' objects> None
# D3 ['__module__', 'z', '__doc__']
# None None None
# <member 'a' of 'S' objects> True True 
# 5 5 1
# dict_keys(['y', 'f'])
# {'__module__': 'str', 'y': 'int', 'f': 'function', '__dict__': 'getset_descriptor', '__weakref__': 'getset_descriptor', '__doc__': 'NoneType'}
# P(x=1, y=2) True ('x', 'y') <member 'x' of 'P' objects>
# 'P' object has no attribute 'z'
# P(x=1, y=2) True P(x=1, y=2)
# 6 True False
# ['a', 'b', 'kind', 'm'] True
# {} 1
