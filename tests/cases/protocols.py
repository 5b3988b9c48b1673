# special methods that builtins ask for
class Num:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
    def __int__(self): return self.v + 1
    def __float__(self): return self.v + 0.5
    def __round__(self, n=None): return ('round', n)
    def __trunc__(self): return 'trunc'
    def __floor__(self): return 'floor'
    def __ceil__(self): return 'ceil'
    def __abs__(self): return 'abs'
    def __divmod__(self, o): return ('dm', o)
    def __rdivmod__(self, o): return ('rdm', o)
    def __pow__(self, o, m=None): return ('pow', o, m)
    def __rpow__(self, o): return ('rpow', o)
    def __bytes__(self): return b'bytes!'
    def __format__(self, s): return 'fmt<' + s + '>'
    def __sizeof__(self): return 10
n = Num(3)
import math
print([10, 20, 30, 40][n], list(range(n)), hex(n), bin(n), oct(n), int(n), float(n), round(n), round(n, 2))
print('abc'[n:], 'x' * n, [0] * n, chr(Num(65)), math.floor(n), math.ceil(n), math.trunc(n), abs(n), divmod(n, 2), divmod(2, n), n ** 2, 2 ** n, pow(n, 2, 5))
print(bytes(n), f'{n:abc}', format(n, 'q'), '{:z}'.format(n), bytes(Num(3)) )
print([1,2,3,4][Num(1):Num(3)], 'ab'.center(Num(6), '*'), 'a,b,c'.split(',', Num(1)))
class R:
    def __reversed__(self): return iter('rev')
    def __length_hint__(self): return 3
    def __contains__(self, x): return 5
print(list(reversed(R())), 3 in R())
class Seq:
    def __len__(self): return 3
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return i * 10
print(list(Seq()), list(reversed(Seq())), 20 in Seq(), max(Seq()), sum(Seq()), sorted(Seq(), reverse=True), list(enumerate(Seq())), list(zip(Seq(), 'abc')), [*Seq()], tuple(Seq()))
a, b, c = Seq(); print(a, b, c)
class Str:
    def __str__(self): return 'S'
    def __repr__(self): return 'R'
print(str(Str()), repr(Str()), f'{Str()} {Str()!r} {Str()!s:>5}', '%s %r' % (Str(), Str()), [Str()], {1: Str()}, (Str(),))
class Eq:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return isinstance(o, Eq) and s.v == o.v
    def __hash__(s): return hash(s.v)
    def __repr__(s): return f'Eq({s.v})'
    def __lt__(s, o): return s.v < o.v
print({Eq(1), Eq(1), Eq(2)} == {Eq(2), Eq(1)}, len({Eq(1)} | {Eq(1)}), {Eq(1)} & {Eq(1), Eq(2)}, {Eq(1)} - {Eq(1)}, {Eq(1)} ^ {Eq(1)}, {Eq(1)} <= {Eq(1)}, Eq(1) in [Eq(1)], [Eq(1)].index(Eq(1)), {Eq(1): 2}[Eq(1)], [Eq(1), Eq(2)].count(Eq(2)))
print(min([Eq(2), Eq(1)]), sorted([Eq(3), Eq(1), Eq(2)]), max(Eq(1), Eq(5)), frozenset([Eq(1)]) == frozenset([Eq(1)]), (Eq(1), 2) == (Eq(1), 2), {(Eq(1), 2): 3}[(Eq(1), 2)])
print({Eq(1)}.issubset([Eq(1)]), {Eq(1)}.union([Eq(1)]), {Eq(1)}.intersection([Eq(1)]), {Eq(1)}.isdisjoint({Eq(1)}), {Eq(1), Eq(2)}.difference([Eq(2)]), {Eq(1)} >= {Eq(1)})
s = {Eq(1)}; s |= {Eq(1), Eq(3)}; s -= {Eq(1)}; print(s); s.update([Eq(3)]); s &= {Eq(3)}; print(s); s ^= {Eq(3)}; print(s)
d = {Eq(1): 1}; d.update({Eq(1): 5}); print(d, d | {Eq(1): 7}, dict([(Eq(1), 1), (Eq(1), 2)]), {**d, Eq(1): 9}); d |= {Eq(2): 1}; print(d, d == {Eq(1): 5, Eq(2): 1}, d.keys() & {Eq(1)}, d.keys() == {Eq(1), Eq(2)}); 
class Ctx:
    def __enter__(self): print('in'); return self
    def __exit__(self, t, v, tb): print('out', t and t.__name__, v); return True
with Ctx() as c1, Ctx(): raise ValueError('boom')
class Call:
    def __call__(self, *a, **k): return (a, k)
print(Call()(1, x=2), callable(Call()), list(map(Call(), [1])), sorted([3, 1], key=Call()))
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print(list(It()), sum(It()), dict(zip(It(), It())), max(It()), ','.join(map(str, It())), [x for x in It()], set(It()), 2 in It(), tuple(It()), list(filter(None, It())), any(It()), all(It()), sorted(It(), reverse=True))

# expect:
# 40 [0, 1, 2] 0x3 0b11 0o3 4 3.5 ('round', None) ('round', 2)
#  xxx [0, 0, 0] A floor ceil trunc abs ('dm', 2) ('rdm', 2) ('pow', 2, None) ('rpow', 2) ('pow', 2, 5)
# b'bytes!' fmt<abc> fmt<q> fmt<z> b'bytes!'
# [2, 3] **ab** ['a', 'b,c']
# ['r', 'e', 'v'] True
# [0, 10, 20] [20, 10, 0] True 20 30 [20, 10, 0] [(0, 0), (1, 10), (2, 20)] [(0, 'a'), (10, 'b'), (20, 'c')] [0, 10, 20] (0, 10, 20)
# 0 10 20
# S R S R     S S R [R] {1: R} (R,)
# True 1 {Eq(1)} set() set() True True 0 2 1
# Eq(1) [Eq(1), Eq(2), Eq(3)] Eq(5) True True 3
# True {Eq(1)} {Eq(1)} False {Eq(1)} True
# {Eq(3)}
# {Eq(3)}
# set()
# {Eq(1): 5} {Eq(1): 7} {Eq(1): 2} {Eq(1): 9}
# {Eq(1): 5, Eq(2): 1} True {Eq(1)} True
# in
# in
# out ValueError boom
# out None None
# ((1,), {'x': 2}) True [((1,), {})] [1, 3]
# [1, 2, 3] 6 {1: 1, 2: 2, 3: 3} 3 1,2,3 [1, 2, 3] {1, 2, 3} True (1, 2, 3) [1, 2, 3] True True [3, 2, 1]
