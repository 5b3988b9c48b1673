"""Classes that say None in place of a special method."""

class N:
    __add__ = None; __radd__ = None; __iter__ = None; __contains__ = None; __hash__ = None
    __len__ = None; __getitem__ = None; __call__ = None; __eq__ = None; __lt__ = None; __neg__=None
    __setitem__=None; __delitem__=None; __enter__=None; __exit__=None; __bool__=None;
    __reversed__=None; __iadd__=None; __next__=None; __mul__=None; __rmul__=None; __await__=None
    __matmul__=None; __pow__=None; __divmod__=None; __invert__=None;__abs__=None; __round__=None; __bytes__=None; __complex__=None
    __trunc__=None; __aiter__=None;__anext__=None; __aenter__=None;__aexit__=None; __dir__=None; __ne__=None
class S:
    __str__ = None
class R:
    __repr__ = None
class A:
    __getattr__ = None
class AS:
    __setattr__ = None
class DA:
    __delattr__ = None
class B:
    __bool__ = None
class H:
    __hash__ = None
class I:
    __iter__ = None
    def __getitem__(self, i): return i
class Cn:
    __contains__ = None
    def __iter__(self): return iter([1])
class RA:
    __radd__ = None
class Plain:
    def __add__(self, o): return NotImplemented
class IA:
    __iadd__ = None
    def __add__(self, o): return 5
class EQ:
    __eq__ = None
class NX:
    __next__ = None
    def __iter__(self): return self
class Rv:
    __reversed__ = None
    def __len__(self): return 2
    def __getitem__(self, i): return i
class LenOnly:
    __len__ = None
class M(type):
    __call__ = None
class MC(metaclass=M): pass
class New:
    __new__ = None
class Init:
    __init__ = None
class CG:
    __class_getitem__ = None
class MI(type):
    __iter__ = None
    __len__ = None
    __contains__ = None
class WI(metaclass=MI): pass
class Idx:
    __index__ = None
    __int__ = None
class Fl:
    __float__ = None
n = N()
def with_():
    with n: pass
def dl(): del n[0]
def st(): n[0] = 1
def ia():
    x = n; x += 1
def ia2():
    x = IA(); x += 1; return x
def star():
    a, b = n
def starcall(): print(*n)
def kw(): return dict(**n)
def yf():
    def g(): yield from n
    return list(g())
def loop():
    for i in n: pass
async def aw(): await n
def awr():
    try: aw().send(None)
    except StopIteration as e: return e.value
async def awith():
    async with n: pass
async def afor():
    async for x in n: pass
def run(c):
    try: c.send(None)
    except StopIteration as e: return e.value
def seta():
    a = AS(); a.x = 1
def dela():
    a = DA(); a.x = 1; del a.x
tests = dict(
add=lambda: n+1, radd=lambda: 1+n, nn=lambda: n+n, it=lambda: iter(n), cont=lambda: 1 in n, hs=lambda: hash(n), ln=lambda: len(n), gi=lambda: n[0], call=lambda: n(),
eq=lambda: n==n, lt=lambda: n<n, lt1=lambda: n<1, gt1=lambda: 1>n, neg=lambda: -n, st=st, dl=dl, with_=with_, bool_=lambda: bool(n), ix=lambda: [1][n],
rev=lambda: reversed(n), ia=ia, ia2=ia2, nx=lambda: next(n), mul=lambda: n*2, mul2=lambda: 2*n, mull=lambda: [1]*n, awr=awr, matmul=lambda: n@n, pow=lambda: n**2, dm=lambda: divmod(n,2), inv=lambda: ~n, abs=lambda: abs(n),
rnd=lambda: round(n), by=lambda: bytes(n), cx=lambda: complex(n), awith=lambda: run(awith()), afor=lambda: run(afor()), dir_=lambda: dir(n), ne=lambda: n!=n,
star=star, starcall=starcall, kw=kw, yf=yf, loop=loop, S=lambda: str(S()), Sf=lambda: f"{S()}", Sp=lambda: "%s" % S(), R=lambda: repr(R()), Rs=lambda: str(R()), Rl=lambda: repr([R()]), Ga=lambda: A().x, seta=seta, dela=dela,
B=lambda: bool(B()), Bnot=lambda: not B(), Bif=lambda: 1 if B() else 2, H=lambda: {H()}, Hd=lambda: {H(): 1}, Hdi=lambda: {}[H()], Hs=lambda: hash(H()), Ht=lambda: hash((1, H())), I=lambda: list(I()), Iin=lambda: 3 in I(), Cn=lambda: 1 in Cn(), Cnn=lambda: 1 not in Cn(),
RA=lambda: 1 + RA(), RAP=lambda: Plain() + RA(), EQ=lambda: EQ()==EQ(), EQ1=lambda: EQ()==1, EQne=lambda: EQ()!=1, EQh=lambda: hash(EQ()), EQin=lambda: EQ() in [1], NX=lambda: next(NX()), NXl=lambda: list(NX()), NXf=lambda: [x for x in NX()], Rv=lambda: reversed(Rv()),
LenOnly=lambda: len(LenOnly()), LenB=lambda: bool(LenOnly()), MC=lambda: MC(), New=lambda: New(), Init=lambda: Init(), CG=lambda: CG[int], WI=lambda: iter(WI), WIl=lambda: len(WI), WIin=lambda: 1 in WI, Idx=lambda: range(Idx()), Idx2=lambda: int(Idx()), Idx3=lambda: [1,2][Idx()], Idx4=lambda: hex(Idx()), Idx5=lambda: [1,2][Idx():],
Fl=lambda: float(Fl()), summ=lambda: sum(n), sorted_=lambda: sorted(n), zp=lambda: zip(n), en=lambda: enumerate(n), tup=lambda: tuple(n), st_=lambda: set(n), join=lambda: "".join(n), minn=lambda: min(n), mx=lambda: max(n,n), dic=lambda: dict(n), anyy=lambda: any(n), allx=lambda: all(n), pr=lambda: print(S()),
ext=lambda: [].extend(n), upd=lambda: {}.update(n), sup=lambda: set().update(n), un=lambda: {1} | n, lst=lambda: [*n], tst=lambda: (*n,), sst=lambda: {*n}, dst=lambda: {**n},
)
for k, f in tests.items():
    try: print(k, f())
    except BaseException as e: print(k, type(e).__name__, e)
# expect:
# add TypeError 'NoneType' object is not callable
# radd TypeError 'NoneType' object is not callable
# nn TypeError 'NoneType' object is not callable
# it TypeError 'N' object is not iterable
# cont TypeError 'N' object is not a container
# hs TypeError unhashable type: 'N'
# ln TypeError 'NoneType' object is not callable
# gi TypeError 'NoneType' object is not callable
# call TypeError 'NoneType' object is not callable
# eq TypeError 'NoneType' object is not callable
# lt TypeError 'NoneType' object is not callable
# lt1 TypeError 'NoneType' object is not callable
# gt1 TypeError 'NoneType' object is not callable
# neg TypeError 'NoneType' object is not callable
# st TypeError 'NoneType' object is not callable
# dl TypeError 'NoneType' object is not callable
# with_ TypeError 'NoneType' object is not callable
# bool_ TypeError 'NoneType' object is not callable
# ix TypeError list indices must be integers or slices, not N
# rev TypeError 'N' object is not reversible
# ia TypeError 'NoneType' object is not callable
# ia2 TypeError 'NoneType' object is not callable
# nx TypeError 'NoneType' object is not callable
# mul TypeError 'NoneType' object is not callable
# mul2 TypeError 'NoneType' object is not callable
# mull TypeError 'NoneType' object is not callable
# awr TypeError 'NoneType' object is not callable
# matmul TypeError 'NoneType' object is not callable
# pow TypeError 'NoneType' object is not callable
# dm TypeError 'NoneType' object is not callable
# inv TypeError 'NoneType' object is not callable
# abs TypeError 'NoneType' object is not callable
# rnd TypeError 'NoneType' object is not callable
# by TypeError 'NoneType' object is not callable
# cx TypeError 'NoneType' object is not callable
# awith TypeError 'NoneType' object is not callable
# afor TypeError 'NoneType' object is not callable
# dir_ TypeError 'NoneType' object is not callable
# ne TypeError 'NoneType' object is not callable
# star TypeError 'N' object is not iterable
# starcall TypeError 'N' object is not iterable
# kw TypeError dict() argument after ** must be a mapping, not N
# yf TypeError 'N' object is not iterable
# loop TypeError 'N' object is not iterable
# S TypeError 'NoneType' object is not callable
# Sf TypeError 'NoneType' object is not callable
# Sp TypeError 'NoneType' object is not callable
# R TypeError 'NoneType' object is not callable
# Rs TypeError 'NoneType' object is not callable
# Rl TypeError 'NoneType' object is not callable
# Ga TypeError 'NoneType' object is not callable
# seta TypeError 'NoneType' object is not callable
# dela TypeError 'NoneType' object is not callable
# B TypeError 'NoneType' object is not callable
# Bnot TypeError 'NoneType' object is not callable
# Bif TypeError 'NoneType' object is not callable
# H TypeError unhashable type: 'H'
# Hd TypeError unhashable type: 'H'
# Hdi TypeError unhashable type: 'H'
# Hs TypeError unhashable type: 'H'
# Ht TypeError unhashable type: 'H'
# I TypeError 'I' object is not iterable
# Iin TypeError argument of type 'I' is not iterable
# Cn TypeError 'Cn' object is not a container
# Cnn TypeError 'Cn' object is not a container
# RA TypeError 'NoneType' object is not callable
# RAP TypeError 'NoneType' object is not callable
# EQ TypeError 'NoneType' object is not callable
# EQ1 TypeError 'NoneType' object is not callable
# EQne TypeError 'NoneType' object is not callable
# EQh TypeError unhashable type: 'EQ'
# EQin TypeError 'NoneType' object is not callable
# NX TypeError 'NoneType' object is not callable
# NXl TypeError 'NoneType' object is not callable
# NXf TypeError 'NoneType' object is not callable
# Rv TypeError 'Rv' object is not reversible
# LenOnly TypeError 'NoneType' object is not callable
# LenB TypeError 'NoneType' object is not callable
# MC TypeError 'NoneType' object is not callable
# New TypeError 'NoneType' object is not callable
# Init TypeError 'NoneType' object is not callable
# CG TypeError type 'CG' is not subscriptable
# WI TypeError 'MI' object is not iterable
# WIl TypeError 'NoneType' object is not callable
# WIin TypeError 'MI' object is not a container
# Idx TypeError 'NoneType' object is not callable
# Idx2 TypeError 'NoneType' object is not callable
# Idx3 TypeError 'NoneType' object is not callable
# Idx4 TypeError 'NoneType' object is not callable
# Idx5 TypeError 'NoneType' object is not callable
# Fl TypeError 'NoneType' object is not callable
# summ TypeError 'N' object is not iterable
# sorted_ TypeError 'N' object is not iterable
# zp TypeError 'N' object is not iterable
# en TypeError 'N' object is not iterable
# tup TypeError 'N' object is not iterable
# st_ TypeError 'N' object is not iterable
# join TypeError can only join an iterable
# minn TypeError 'N' object is not iterable
# mx TypeError 'NoneType' object is not callable
# dic TypeError 'N' object is not iterable
# anyy TypeError 'N' object is not iterable
# allx TypeError 'N' object is not iterable
# pr TypeError 'NoneType' object is not callable
# ext TypeError 'N' object is not iterable
# upd TypeError 'N' object is not iterable
# sup TypeError 'N' object is not iterable
# un TypeError unsupported operand type(s) for |: 'set' and 'N'
# lst TypeError 'N' object is not iterable
# tst TypeError 'N' object is not iterable
# sst TypeError 'N' object is not iterable
# dst TypeError 'N' object is not a mapping
