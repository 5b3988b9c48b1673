d = {'b': 1, 'a': 2}; d['c'] = 3; d.update(a=5); print(d, list(d), d.pop('b'), d.setdefault('z', []), d.get('q'), 'a' in d, d.items() & {('a', 5)}, d.keys() | {'n'} >= {'a'}, dict(sorted(d.items(), key=str)), {**d, 'a': 0}, d | {'k': 1}, dict.fromkeys('ab', 0), dict([('x', 1)]), dict(a=1), len(d), d.popitem())
for k, v in d.items(): print(k, v)
try:
    for k in d: d[k + 'x'] = 1
except RuntimeError as e: print(e)
try: d['nope']
except KeyError as e: print(e, repr(e))
try: {[]: 1}
except TypeError as e: print(e)
print(list(reversed({'a': 1, 'b': 2})), {1: 'a', 1.0: 'b', True: 'c'}, {'a': {'b': {'c': 1}}}['a']['b'], d == dict(d), {} == {}, bool({}), str({1: [2, {3}]}))
s = {3, 1, 2}; s.add(4); s.discard(9); s |= {7}; print(sorted(s), s & {1, 2}, s - {1}, s ^ {1, 100} == s - {1} | {100}, {1} < {1, 2}, s.isdisjoint({50}), frozenset([1, 2]) == {1, 2}, set(), {1, 2}.issubset([1, 2, 3]), len(s), sorted(set('hello')))
try: s.remove(99)
except KeyError as e: print(e)
l = [3, 1, 2]; l.sort(reverse=True); l.insert(1, 9); l += [4]; l[1:3] = 'ab'; print(l, l.index('a'), l.count(3), l[::-1], l[-2:], l.copy() is l, l.pop(0), l * 2, [1, 2] < [1, 3], [1] + [2], sorted([(2, 'b'), (1, 'z'), (2, 'a')]), del_(l) if False else '')
del l[0], l[-1:]; print(l, list('abc')[1:], [1, 2, 3][5:], [] or 'empty', any(x > 2 for x in [1, 3]), list(filter(None, [0, 1, '', 'a'])), sum([[1], [2]], []), min([3, 1], default=0), max('a', 'b'), zip([1]) and 1)
try: [1, 'a'].sort()
except TypeError as e: print(e)
try: [1][3]
except IndexError as e: print(e)
t = (1,); print(t, t + (2,), t * 2, (1, 2) == (1, 2), hash((1, 2)) == hash((1, 2)), tuple('ab'), (1, (2, 3))[1][0], () , 1 in t, t.index(1), *t)
try: t[0] = 1
except TypeError as e: print(e)
from collections import namedtuple, defaultdict
P = namedtuple('P', 'x y', defaults=[0]); p = P(1); print(p, p.x, p._replace(x=5), P._make([1, 2]), p._asdict(), p == (1, 0), *p, P._fields, P(y=1, x=2), isinstance(p, tuple))
try: P()
except TypeError as e: print(e)
try: namedtuple('Q', 'a a')
except ValueError as e: print(e)
dd = defaultdict(lambda: defaultdict(int)); dd['a']['b'] += 1; print(dd['a'], dict(dd['x']), len(dd)); r = range(10, 0, -3); print(list(r), r[1], len(r), 4 in r, r.index(7), r == range(10, 0, -3), r[::2], repr(r))
b = bytearray(b'abc'); b[0] = 65; b += b'd'; print(b, bytes([1, 2]), b'abc'[1], b'abc'[1:], b.hex(), bytes.fromhex('6162'), b'a,b'.split(b','), 'é'.encode('utf-8'), b'\xc3\xa9'.decode(), int.from_bytes(b'\x01\x02', 'big'))

# expect:
# {'a': 5, 'c': 3} ['b', 'a', 'c'] 1 [] None True {('a', 5)} True {'a': 5, 'c': 3, 'z': []} {'a': 0, 'c': 3, 'z': []} {'a': 5, 'c': 3, 'z': [], 'k': 1} {'a': 0, 'b': 0} {'x': 1} {'a': 1} 3 ('z', [])
# a 5
# c 3
# dictionary changed size during iteration
# 'nope' KeyError('nope')
# unhashable type: 'list'
# ['b', 'a'] {1: 'c'} {'c': 1} True True False {1: [2, {3}]}
# [1, 2, 3, 4, 7] {1, 2} {2, 3, 4, 7} True True True True set() True 5 ['e', 'h', 'l', 'o']
# 99
# ['a', 'b', 1, 4] 1 1 [4, 1, 'b', 'a', 3] [1, 4] False 3 ['a', 'b', 1, 4, 'a', 'b', 1, 4] True [1, 2] [(1, 'z'), (2, 'a'), (2, 'b')] 
# ['b', 1] ['b', 'c'] [] empty True [1, 'a'] [1, 2] 1 b 1
# '<' not supported between instances of 'str' and 'int'
# list index out of range
# (1,) (1, 2) (1, 1) True True ('a', 'b') 2 () True 0 1
# 'tuple' object does not support item assignment
# P(x=1, y=0) 1 P(x=5, y=0) P(x=1, y=2) {'x': 1, 'y': 0} True 1 0 ('x', 'y') P(x=2, y=1) True
# P.__new__() missing 1 required positional argument: 'x'
# Encountered duplicate field name: 'a'
# defaultdict(<class 'int'>, {'b': 1}) {} 2
# [10, 7, 4, 1] 7 4 True 1 True range(10, -2, -6) range(10, 0, -3)
# bytearray(b'Abcd') b'\x01\x02' 98 b'bc' 41626364 b'ab' [b'a', b'b'] b'\xc3\xa9' é 258
