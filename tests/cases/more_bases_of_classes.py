# Classes derived from deques, byte arrays and complex numbers; methods of built-in types as `__getattr__`; methods made by hand.
from collections import deque
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class D(deque):
    def __init__(self, *a, **k):
        super().__init__(*a, **k); self.extra=1
    def append(self, x): super().append(x*2)
def a():
    d=D([1,2],maxlen=5); d.append(4); d.appendleft(0); return d, len(d), d[1], d.extra, list(d), isinstance(d, deque), d.maxlen, d==deque([0,1,2,8]), bool(d), 8 in d, d.pop(), d.popleft(), repr(d), d.copy(), type(d.copy())
t(a)
class B(bytearray):
    def total(self): return sum(self)
def b():
    x=B(b'abc'); x.append(100); x+=b'z'; return x, len(x), x[0], x.total(), x.decode(), x[1:3], x==b'abcdz', isinstance(x, bytearray), bytes(x), x.upper()
t(b)
class Z(complex):
    def size(self): return abs(self)
t(lambda: (Z(3,4), Z(3,4).size(), Z(1,2)+1, Z(1,2)==1+2j, isinstance(Z(),complex), Z(1).real, hash(Z(1))==hash(1), type(Z(1)*2)))
class Cfg(dict): __getattr__ = dict.get
t(lambda: (Cfg(a=1).a, Cfg(a=1).b))
class Cfg2(dict):
    __getattr__ = dict.__getitem__
    __setattr__ = dict.__setitem__
    __delattr__ = dict.__delitem__
def c2():
    c=Cfg2(a=1); c.b=2; r=c.a,c.b,dict(c); del c.a; return r, c
t(c2)
import types
class O: pass
def hello(self, x): return type(self).__name__, x
def mt():
    o=O(); o.hello=types.MethodType(hello,o); return o.hello(3), types.MethodType(hello, 5)(2), isinstance(o.hello, types.MethodType), o.hello.__self__ is o, type(o.hello)
t(mt)

from collections import deque
class D(deque):
    def __len__(self): return 99
    def __iter__(self): return iter('own')
    def __getitem__(self, i): return 'item', i
    def __contains__(self, x): return x == 'magic'
    def __eq__(self, o): return 'eq'
    __hash__ = None
d=D([1,2,3])
print(len(d), list(d), d[0], 'magic' in d, 1 in d, d == 3, bool(d), deque(d), [x for x in d])
class E(deque): pass
e=E(range(3))
for i in range(2000): e.append(i); e.popleft()
print(len(e), e, e[0], e[-1], list(reversed(e)), e==deque(e), e<deque([5000]), e+deque([1]), e*2, sorted(e), e.index(1998), e.count(1), max(e))
e.rotate(1); e.extend([7]); e.extendleft(x for x in 'ab'); e.insert(1,5); e.remove(7); e.reverse(); e[0]=4; del e[1]; print(e, type(e).__name__, isinstance(e, deque), issubclass(E, deque))
e.clear(); print(e, not e)
f=E(maxlen=2); f+= [1,2,3]; print(f, f.maxlen)
f=E((x for x in 'abc'), 2); print(f, f.copy(), E.__mro__[1].__name__)
import copy
print(copy.copy(f), copy.deepcopy(f), hash(len(f)))
try: hash(f)
except TypeError as ex: print(ex)
try: f.nope
except AttributeError as ex: print(ex)
try: f[9]
except IndexError as ex: print(ex)
class B(bytearray): pass
b=B(b'abc')
b.append(1); b.extend(b'xy'); b[0]=65; del b[1]; print(b, bytes(b), b.hex(), len(b), b in [b], b==b'Ac\x01xy', b.find(b'x'), b+b'1', b*2, [x for x in b][:2], b[1:], memoryview(b)[0], b''.join([b]), B(3), B('é','utf-8'), B([1,2]))
for i in range(1000): b.append(i%256)
print(len(b), b.pop(), b[-1])
try: hash(b)
except TypeError as ex: print(ex)
class Z(complex):
    def __new__(cls, a, b): return super().__new__(cls, a, b)
z=Z(1,2); print(z, repr(z), z.conjugate(), -z, z*z, abs(z), z==1+2j, {z: 1}[1+2j], complex(z), f'{z}', z.imag)
class Cfg(dict): __getattr__ = dict.get
c=Cfg(a=1); print(c.a, c.zz, getattr(c,'a'), getattr(c,'b',3), hasattr(c,'q'), [c.a for _ in range(3)])

# expect:
# (D([1, 2], maxlen=5), 4, 1, 1, [0, 1, 2, 8], True, 5, True, True, True, 8, 0, 'D([1, 2], maxlen=5)', D([1, 2], maxlen=5), <class '__main__.D'>)
# (B(b'abcdz'), 5, 97, 516, 'abcdz', bytearray(b'bc'), True, True, b'abcdz', bytearray(b'ABCDZ'))
# ((3+4j), 5.0, (2+2j), True, True, 1.0, True, <class 'complex'>)
# (1, None)
# ((1, 2, {'a': 1, 'b': 2}), {'b': 2})
# (('O', 3), ('int', 2), True, True, <class 'method'>)
# 99 ['o', 'w', 'n'] ('item', 0) True False eq True deque(['o', 'w', 'n']) ['o', 'w', 'n']
# 3 E([1997, 1998, 1999]) 1997 1999 [1999, 1998, 1997] True True E([1997, 1998, 1999, 1]) E([1997, 1998, 1999, 1997, 1998, 1999]) [1997, 1998, 1999] 1 0 1999
# E([4, 1999, 'a', 5, 'b']) E True True
# E([]) True
# E([2, 3], maxlen=2) 2
# E(['b', 'c'], maxlen=2) E(['b', 'c'], maxlen=2) deque
# E(['b', 'c'], maxlen=2) E(['b', 'c'], maxlen=2) 2
# unhashable type: 'E'
# 'E' object has no attribute 'nope'
# deque index out of range
# B(b'Ac\x01xy') b'Ac\x01xy' 4163017879 5 True True 3 bytearray(b'Ac\x01xy1') bytearray(b'Ac\x01xyAc\x01xy') [65, 99] bytearray(b'c\x01xy') 65 b'Ac\x01xy' B(b'\x00\x00\x00') B(b'\xc3\xa9') B(b'\x01\x02')
# 1005 231 230
# unhashable type: 'B'
# (1+2j) (1+2j) (1-2j) (-1-2j) (-3+4j) 2.23606797749979 True 1 (1+2j) (1+2j) 2.0
# 1 None 1 None True [1, 1, 1]
