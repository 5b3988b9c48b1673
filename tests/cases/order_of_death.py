# What dies together dies in CPython's order.
class N:
    def __init__(self, n): self.n = n
    def __del__(self): print("gone", self.n)
class O: pass
o = O(); o.a = N(1); o.b = N(2); o.c = N(3)
del o
d = {1: N("d1"), 2: N("d2")}
del d
d = {1: N("d3"), 2: N("d4")}
d.clear()
t = (N("t1"), N("t2"))
del t
s = [N("s1"), N("s2"), N("s3")]
del s[:]
s = [N("s4"), N("s5"), N("s6")]
s.clear()
s = [N("s7"), N("s8"), N("s9")]
s[1:] = []
from collections import deque
q = deque([N("q1"), N("q2")])
del q
s = {N("set")}
def f():
    x, y = N("x"), N("y")
    def g(): return x, y
    return g
g = f()
del g
def args(*a, **k): pass
args(N("a1"), N("a2"), k=N("k"), j=N("j"))
l = [[N("l1"), N("l2")], [N("l3")]]
del l
print("end")
s = []
def f():
    a = N(1)
    b = N(2)
def g():
    a = N(3)
    b = N(4)
    yield 1
def h():
    a = N(5)
    b = N(6)
    raise ValueError
f()
list(g())
try: h()
except ValueError: pass
print("x")
l = [N(i) for i in range(4)]
del l
class M:
    def __init__(self, n): self.n, self.k = n, N(n * 10)
    def __del__(self): print("M", self.n); self.k = None; print("M end")
l = [M(i) for i in range(3)]
l.clear()
def r():
    a = N(1); b = N(2); c = 0
    for i in range(60): c += i
    return c
print(r())
# expect:
# gone 1
# gone 2
# gone 3
# gone d1
# gone d2
# gone d3
# gone d4
# gone t2
# gone t1
# gone s3
# gone s2
# gone s1
# gone s6
# gone s5
# gone s4
# gone s9
# gone s8
# gone q1
# gone q2
# gone s7
# gone y
# gone x
# gone a2
# gone a1
# gone k
# gone j
# gone l3
# gone l2
# gone l1
# end
# gone set
# gone 1
# gone 2
# gone 3
# gone 4
# gone 5
# gone 6
# x
# gone 3
# gone 2
# gone 1
# gone 0
# M 2
# gone 20
# M end
# M 1
# gone 10
# M end
# M 0
# gone 0
# M end
# gone 1
# gone 2
# 1770
