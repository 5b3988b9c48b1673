# Copies of each kind of object, by the ways that classes have to say how.
import collections, copy, dataclasses, datetime, decimal, enum, fractions, random, types
class P:
    def __init__(self): self.x=[1]
    def __eq__(self,o): return type(o) is type(self) and self.__dict__==o.__dict__
    def __repr__(self): return f'P({self.__dict__})'
class S:
    __slots__=('a','b')
    def __init__(self): self.a=[1]
    def __repr__(self): return f'S({self.a}, {hasattr(self,"b")})'
class L(list):
    def __init__(self,*a): super().__init__(*a); self.tag='t'
class D(dict): pass
class T(tuple): pass
class I(int): pass
class St(str): pass
class R:
    def __init__(self,x): self.x=x
    def __reduce__(self): return (R,(self.x+1,))
    def __repr__(self): return f'R({self.x})'
class G:
    def __init__(self): self.x=1; self.cache=2
    def __getstate__(self): return {'x':self.x}
    def __setstate__(self,s): self.__dict__.update(s); self.restored=True
    def __repr__(self): return f'G({self.__dict__})'
class N:
    def __getnewargs__(self): return (5,)
    def __new__(cls,v): o=object.__new__(cls); o.v=v; return o
    def __repr__(self): return f'N({self.v},{self.__dict__})'
class Col(enum.Enum): A=1
NT=collections.namedtuple('NT','a b')
@dataclasses.dataclass
class DC: x:int; y:list
@dataclasses.dataclass(frozen=True)
class FD: x:list
class Ex(Exception):
    def __init__(self,a,b): super().__init__(a); self.b=b
dd=collections.defaultdict(list,{1:[2]})
l=L([1,[2]])
objs=[('bytearray',bytearray(b'a')),('bytes',b'a'),('P',P()),('S',S()),('L',l),('D',D(a=[1])),('T',T([[1]])),('I',I(5)),('St',St('x')),('R',R(1)),('G',G()),('N',N(7)),('Col',Col.A),('NT',NT(1,[2])),('DC',DC(1,[2])),('FD',FD([1])),('dd',dd),('OD',collections.OrderedDict(a=[1])),('Counter',collections.Counter('aab')),('deque',collections.deque([[1]],5)),('ChainMap',collections.ChainMap({1:[2]})),('Decimal',decimal.Decimal('1.5')),('Fraction',fractions.Fraction(1,2)),('date',datetime.date(2020,1,1)),('td',datetime.timedelta(1)),('ns',types.SimpleNamespace(a=[1])),('range',range(3)),('ellipsis',...),('ni',NotImplemented),('none',None),('complex',1j),('fs',frozenset([1])),('cls',P),('exc',ValueError(1,[2])),('UD',collections.UserDict(a=[1])),('ref',None)]
for n,o in objs:
    for f in (copy.copy,copy.deepcopy):
        try:
            c=f(o)
            r=repr(c)
            if ' at 0x' in r: r=type(c).__name__
            print(n,f.__name__,type(c).__name__,r,c is o,getattr(c,'tag',None), getattr(c,'__dict__',None) if n in('L','D') else '')
        except Exception as e: print(n,f.__name__,'!',type(e).__name__,e)
x=[1]; x.append(x); y=copy.deepcopy(x); print(y[1] is y)
p=P(); p.me=p; q=copy.deepcopy(p); print(q.me is q, q.x is p.x)
a=[1]; b=copy.deepcopy([a,a]); print(b[0] is b[1])
c=copy.copy(dd); print(c.default_factory, c[1] is dd[1]); d=copy.deepcopy(dd); print(d.default_factory, d[1] is dd[1])
c=copy.copy(l); print(c.tag, c[1] is l[1]); d=copy.deepcopy(l); print(d.tag,d[1] is l[1])
memo={}; copy.deepcopy([1,[2]],memo); print(len(memo)>0)
class Dp:
    def __deepcopy__(self,memo): return 'deep'
    def __copy__(self): return 'shallow'
print(copy.copy(Dp()),copy.deepcopy([Dp()]))
r=random.Random(5); s=copy.copy(r); print(r.random()==s.random())

# expect:
# bytearray copy bytearray bytearray(b'a') False None 
# bytearray deepcopy bytearray bytearray(b'a') False None 
# bytes copy bytes b'a' True None 
# bytes deepcopy bytes b'a' True None 
# P copy P P({'x': [1]}) False None 
# P deepcopy P P({'x': [1]}) False None 
# S copy S S([1], False) False None 
# S deepcopy S S([1], False) False None 
# L copy L [1, [2]] False t {'tag': 't'}
# L deepcopy L [1, [2]] False t {'tag': 't'}
# D copy D {'a': [1]} False None {}
# D deepcopy D {'a': [1]} False None {}
# T copy T ([1],) False None 
# T deepcopy T ([1],) False None 
# I copy I 5 False None 
# I deepcopy I 5 False None 
# St copy St 'x' False None 
# St deepcopy St 'x' False None 
# R copy R R(2) False None 
# R deepcopy R R(2) False None 
# G copy G G({'x': 1, 'restored': True}) False None 
# G deepcopy G G({'x': 1, 'restored': True}) False None 
# N copy N N(7,{'v': 7}) False None 
# N deepcopy N N(7,{'v': 7}) False None 
# Col copy Col <Col.A: 1> True None 
# Col deepcopy Col <Col.A: 1> True None 
# NT copy NT NT(a=1, b=[2]) False None 
# NT deepcopy NT NT(a=1, b=[2]) False None 
# DC copy DC DC(x=1, y=[2]) False None 
# DC deepcopy DC DC(x=1, y=[2]) False None 
# FD copy FD FD(x=[1]) False None 
# FD deepcopy FD FD(x=[1]) False None 
# dd copy defaultdict defaultdict(<class 'list'>, {1: [2]}) False None 
# dd deepcopy defaultdict defaultdict(<class 'list'>, {1: [2]}) False None 
# OD copy OrderedDict OrderedDict([('a', [1])]) False None 
# OD deepcopy OrderedDict OrderedDict([('a', [1])]) False None 
# Counter copy Counter Counter({'a': 2, 'b': 1}) False None 
# Counter deepcopy Counter Counter({'a': 2, 'b': 1}) False None 
# deque copy deque deque([[1]], maxlen=5) False None 
# deque deepcopy deque deque([[1]], maxlen=5) False None 
# ChainMap copy ChainMap ChainMap({1: [2]}) False None 
# ChainMap deepcopy ChainMap ChainMap({1: [2]}) False None 
# Decimal copy Decimal Decimal('1.5') True None 
# Decimal deepcopy Decimal Decimal('1.5') True None 
# Fraction copy Fraction Fraction(1, 2) True None 
# Fraction deepcopy Fraction Fraction(1, 2) True None 
# date copy date datetime.date(2020, 1, 1) False None 
# date deepcopy date datetime.date(2020, 1, 1) False None 
# td copy timedelta datetime.timedelta(days=1) False None 
# td deepcopy timedelta datetime.timedelta(days=1) False None 
# ns copy SimpleNamespace namespace(a=[1]) False None 
# ns deepcopy SimpleNamespace namespace(a=[1]) False None 
# range copy range range(0, 3) True None 
# range deepcopy range range(0, 3) True None 
# ellipsis copy ellipsis Ellipsis True None 
# ellipsis deepcopy ellipsis Ellipsis True None 
# ni copy NotImplementedType NotImplemented True None 
# ni deepcopy NotImplementedType NotImplemented True None 
# none copy NoneType None True None 
# none deepcopy NoneType None True None 
# complex copy complex 1j True None 
# complex deepcopy complex 1j True None 
# fs copy frozenset frozenset({1}) True None 
# fs deepcopy frozenset frozenset({1}) False None 
# cls copy type <class '__main__.P'> True None 
# cls deepcopy type <class '__main__.P'> True None 
# exc copy ValueError ValueError(1, [2]) False None 
# exc deepcopy ValueError ValueError(1, [2]) False None 
# UD copy UserDict {'a': [1]} False None 
# UD deepcopy UserDict {'a': [1]} False None 
# ref copy NoneType None True None 
# ref deepcopy NoneType None True None 
# True
# True False
# True
# <class 'list'> True
# <class 'list'> False
# t True
# t False
# True
# shallow ['deep']
# True
