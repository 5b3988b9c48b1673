# Patterns of sequences and mappings for classes of all kinds, and what is said of wrong `__match_args__`.
import collections, collections.abc as c, array
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def m(v):
    match v:
        case []: return 'empty'
        case [a]: return ('one',a)
        case [a,*r]: return ('seq',a,r)
        case {'k':x,**rest}: return ('map',x,rest)
        case {}: return 'mapping'
        case _: return 'other'
class S(c.Sequence):
    def __init__(s,*i): s.i=i
    def __len__(s): return len(s.i)
    def __getitem__(s,k): return s.i[k]
class R:
    def __len__(s): return 2
    def __getitem__(s,k): return 'ab'[k]
c.Sequence.register(R)
class M(c.Mapping):
    def __init__(s,d): s.d=d
    def __len__(s): return len(s.d)
    def __getitem__(s,k): return s.d[k]
    def __iter__(s): return iter(s.d)
class RM:
    def __len__(s): return 1
    def __getitem__(s,k): return {'k':5}[k]
    def get(s,k,d=None): return {'k':5}.get(k,d)
    def keys(s): return ['k']
c.Mapping.register(RM)
class NS:
    def __len__(s): return 2
    def __getitem__(s,k): return 'ab'[k]
for v in (S(),S(1),S(1,2,3),R(),M({'k':1,'z':2}),M({}),RM(),NS(),collections.UserList([1,2]),collections.UserDict(k=1,b=2),collections.ChainMap({'k':1},{'l':2}),collections.deque([1,2]),array.array('i',[1,2]),range(3),memoryview(b'ab'),'ab',b'ab',bytearray(b'ab'),{1,2},iter([1]),collections.OrderedDict(k=1),collections.Counter('k'),collections.defaultdict(int,{'k':3}),{}.keys(),(1,),collections.namedtuple('P','x y')(1,2),collections.UserString('ab')):
    t(lambda: m(v))
import types
t(lambda: m(types.MappingProxyType({'k':1})))
class MS(c.MutableSequence):
    def __init__(s): s.l=[1,2]
    def __len__(s): return len(s.l)
    def __getitem__(s,k): return s.l[k]
    def __setitem__(s,k,v): pass
    def __delitem__(s,k): pass
    def insert(s,i,v): pass
t(lambda: m(MS()))
def mid(v):
    match v:
        case [a,*r,z]: return a,r,z
t(lambda: mid(collections.deque([1,2,3,4])))
t(lambda: mid(S(1,2,3,4)))
t(lambda: mid(range(5)))
def star(v):
    match v:
        case [*_]: return 'seq'
        case _: return 'no'
t(lambda: star(S(1))); t(lambda: star('x')); t(lambda: star(array.array('i')))
class P:
    __match_args__=('x','y')
    def __init__(s,x,y): s.x=x;s.y=y
def cls(v,k):
    match v:
        case k(a,b): return a,b
        case _: return 'no'
t(lambda: cls(P(1,2),P))
def three(v):
    match v:
        case P(a,b,c): return 1
t(lambda: three(P(1,2)))
class Q: pass
def q1(v):
    match v:
        case Q(a): return 1
t(lambda: q1(Q()))
class L: __match_args__=['x']
def l1(v):
    match v:
        case L(a): return 1
t(lambda: l1(L()))
class T: 
    __match_args__=(1,)
def t1(v):
    match v:
        case T(a): return 1
t(lambda: t1(T()))
class T2: 
    __match_args__=('x','x')
    x=1
def t2(v):
    match v:
        case T2(a,b): return 1
t(lambda: t2(T2()))
def t3(v):
    match v:
        case P(a,x=b): return 1
t(lambda: t3(P(1,2)))
notclass=3
def t4(v):
    match v:
        case notclass(): return 1
t(lambda: t4(1))
class PP:
    __match_args__=('x',)
def t5(v):
    match v:
        case PP(1): return 'x'
        case PP(): return 'no x'
t(lambda: t5(PP()))
def t6(v):
    match v:
        case int(a,b): return 1
t(lambda: t6(1))
def t7(v):
    match v:
        case int(a)|str(a)|float(a): return a
        case list(a)|dict(a)|set(a)|tuple(a)|frozenset(a)|bytes(a)|bytearray(a): return a
t(lambda: t7(3)); t(lambda: t7([3])); t(lambda: t7(b'x'))
def t8(d):
    K=types.SimpleNamespace(a='x',b='x')
    match d:
        case {K.a:1, K.b:2}: return 1
t(lambda: t8({'x':1}))
class BadT: 
    __match_args__='xy'
def t9(v):
    match v:
        case BadT(a): return 1
t(lambda: t9(BadT()))
class GA:
    __match_args__=('x',)
    @property
    def x(self): raise ValueError('prop')
def t10(v):
    match v:
        case GA(a): return 1
t(lambda: t10(GA()))
class GK(M):
    def __getitem__(s,k):
        print('getitem',k); return super().__getitem__(k)
    def get(s,k,d=None):
        print('get',k); return super().get(k,d)
def t11(v):
    match v:
        case {'a':x}: return x
        case {'k':x}: return x
t(lambda: t11(GK({'k':2})))
t(lambda: t11(collections.defaultdict(int,{'k':3})))
class Sd(list): pass
t(lambda: m(Sd([1])))
class St(str): pass
t(lambda: m(St('ab')))
class Both(c.Sequence,c.Mapping):
    def __len__(s): return 0
    def __getitem__(s,k): raise KeyError
    def __iter__(s): return iter(())
t(lambda: m(Both()))
def complexp(v):
    match v:
        case {'a':[1,{'b':(2|3) as q}], **r} if q>2: return q,r
        case -1|1.5|'s'|None|True: return 'lit'
        case 1+2j: return 'cplx'
t(lambda: complexp({'a':[1,{'b':3}],'z':0})); t(lambda: complexp(1+2j)); t(lambda: complexp(None))

# expect:
# empty
# ('one', 1)
# ('seq', 1, [2, 3])
# ('seq', 'a', ['b'])
# ('map', 1, {'z': 2})
# mapping
# ('map', 5, {})
# other
# ('seq', 1, [2])
# ('map', 1, {'b': 2})
# ('map', 1, {'l': 2})
# ('seq', 1, [2])
# ('seq', 1, [2])
# ('seq', 0, [1, 2])
# ('seq', 97, [98])
# other
# other
# other
# other
# other
# ('map', 1, {})
# ('map', 1, {})
# ('map', 3, {})
# other
# ('one', 1)
# ('seq', 1, [2])
# ('seq', 'a', ['b'])
# ('map', 1, {})
# ('seq', 1, [2])
# (1, [2, 3], 4)
# (1, [2, 3], 4)
# (0, [1, 2, 3], 4)
# seq
# no
# seq
# (1, 2)
# TypeError P() accepts 2 positional sub-patterns (3 given)
# TypeError Q() accepts 0 positional sub-patterns (1 given)
# TypeError L.__match_args__ must be a tuple (got list)
# TypeError __match_args__ elements must be strings (got int)
# TypeError T2() got multiple sub-patterns for attribute 'x'
# TypeError P() got multiple sub-patterns for attribute 'x'
# TypeError called match pattern must be a type
# no x
# TypeError int() accepts 1 positional sub-pattern (2 given)
# 3
# [3]
# b'x'
# None
# TypeError BadT.__match_args__ must be a tuple (got str)
# ValueError prop
# get a
# getitem a
# get k
# getitem k
# 2
# 3
# ('one', 1)
# other
# empty
# (3, {'z': 0})
# cplx
# lit
