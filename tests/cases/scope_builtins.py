x = 5
def f(a, b=2):
    c = a + b
    def g(): return c
    print(sorted(locals().items(), key=lambda p: p[0])[:3])
    return '{a}-{b}-{c}'.format(**locals())
print(f(1))
print('x' in globals(), globals()['x'], globals().get('nope', 3))
globals()['y'] = 42
print(y, globals()['y'])
def setit(): globals().update(z=7)
setit(); print(z)
g = globals(); x = 6; print(g['x'], locals()['x'])
class C:
    """doc"""
    q = 1
    names = sorted(k for k in locals() if not k.startswith('__'))
    def m(self): return vars(self)
c = C(); c.w = 1
print(C.names, c.m(), vars(c), [n for n in dir(c) if not n.startswith('_')], [n for n in dir(C) if not n.startswith('_')])
print([n for n in dir([]) if not n.startswith('_')])
print([n for n in dir('') if not n.startswith('_')])
print([n for n in dir({}) if not n.startswith('_')], [n for n in dir(set()) if not n.startswith('_')])
print([n for n in dir(1) if not n.startswith('_')], [n for n in dir(()) if not n.startswith('_')])
print([n for n in dir(b'') if not n.startswith('_')])
print(dir(c) == sorted(dir(c)), '__init__' in dir(c), '__dict__' in dir(c))
import math
print('pi' in dir(math), vars(math)['pi'])
print(ascii('héé ☃'), slice(1, 5), slice(1, 10, 2).indices(5), slice(None, None, -1).indices(4), slice(1).stop)
class S:
    def __getitem__(self, i): return i
print(S()[1:2], S()[1:2, ::3], S()[..., 1], S()[:], S()[1:2] == slice(1, 2))
print(dict.fromkeys('abc'), dict.fromkeys([1, 2], 0), dict.fromkeys(range(2), []))
print(list(zip([1, 2], 'ab', strict=True)))
for args in (([1], [1, 2]), ([1, 2], [1]), ([1], [1], [1, 2]), ([1,2],[1,2],[1])):
    try: list(zip(*args, strict=True))
    except ValueError as e: print(e)
class M:
    def __init__(self, v): self.v = v
    def __matmul__(self, o): return M(self.v * o.v)
    def __rmatmul__(self, o): return ('r', o)
    def __imatmul__(self, o): self.v += 100; return self
m = M(3) @ M(4); print(m.v, 5 @ m); m @= 1; print(m.v)
try: 1 @ 2
except TypeError as e: print(e)
e = ValueError('x'); e.add_note('n1'); e.add_note('n2'); print(e.__notes__)
print(object.__eq__(1, 1), (1).__eq__(2), c.__eq__(c), c.__ne__(c), C.__hash__ is not None, c.__lt__(c))
class Dm:
    def keys(self): return ['a', 'b']
    def __getitem__(self, k): return k * 2
print(dict(**Dm()), {**Dm(), 'c': 1})
def kw(**k): return k
print(kw(**Dm()))
print(range(5).index(3), range(5).count(9), (5).__index__(), {1}.__or__({2}), [1].__imul__(2))
print(type(...), type(None), type(NotImplemented), Ellipsis, slice)

# expect:
# [('a', 1), ('b', 2), ('c', 3)]
# 1-2-3
# True 5 3
# 42 42
# 7
# 6 6
# ['q'] {'w': 1} {'w': 1} ['m', 'names', 'q', 'w'] ['m', 'names', 'q']
# ['append', 'clear', 'copy', 'count', 'extend', 'index', 'insert', 'pop', 'remove', 'reverse', 'sort']
# ['capitalize', 'casefold', 'center', 'count', 'encode', 'endswith', 'expandtabs', 'find', 'format', 'format_map', 'index', 'isalnum', 'isalpha', 'isascii', 'isdecimal', 'isdigit', 'isidentifier', 'islower', 'isnumeric', 'isprintable', 'isspace', 'istitle', 'isupper', 'join', 'ljust', 'lower', 'lstrip', 'maketrans', 'partition', 'removeprefix', 'removesuffix', 'replace', 'rfind', 'rindex', 'rjust', 'rpartition', 'rsplit', 'rstrip', 'split', 'splitlines', 'startswith', 'strip', 'swapcase', 'title', 'translate', 'upper', 'zfill']
# ['clear', 'copy', 'fromkeys', 'get', 'items', 'keys', 'pop', 'popitem', 'setdefault', 'update', 'values'] ['add', 'clear', 'copy', 'difference', 'difference_update', 'discard', 'intersection', 'intersection_update', 'isdisjoint', 'issubset', 'issuperset', 'pop', 'remove', 'symmetric_difference', 'symmetric_difference_update', 'union', 'update']
# ['as_integer_ratio', 'bit_count', 'bit_length', 'conjugate', 'denominator', 'from_bytes', 'imag', 'numerator', 'real', 'to_bytes'] ['count', 'index']
# ['capitalize', 'center', 'count', 'decode', 'endswith', 'expandtabs', 'find', 'fromhex', 'hex', 'index', 'isalnum', 'isalpha', 'isascii', 'isdigit', 'islower', 'isspace', 'istitle', 'isupper', 'join', 'ljust', 'lower', 'lstrip', 'maketrans', 'partition', 'removeprefix', 'removesuffix', 'replace', 'rfind', 'rindex', 'rjust', 'rpartition', 'rsplit', 'rstrip', 'split', 'splitlines', 'startswith', 'strip', 'swapcase', 'title', 'translate', 'upper', 'zfill']
# True True True
# True 3.141592653589793
# 'h\xe9\xe9 \u2603' slice(1, 5, None) (1, 5, 2) (3, -1, -1) 1
# slice(1, 2, None) (slice(1, 2, None), slice(None, None, 3)) (Ellipsis, 1) slice(None, None, None) True
# {'a': None, 'b': None, 'c': None} {1: 0, 2: 0} {0: [], 1: []}
# [(1, 'a'), (2, 'b')]
# zip() argument 2 is longer than argument 1
# zip() argument 2 is shorter than argument 1
# zip() argument 3 is longer than arguments 1-2
# zip() argument 3 is shorter than arguments 1-2
# 12 ('r', 5)
# 112
# unsupported operand type(s) for @: 'int' and 'int'
# ['n1', 'n2']
# True False True False True NotImplemented
# {'a': 'aa', 'b': 'bb'} {'a': 'aa', 'b': 'bb', 'c': 1}
# {'a': 'aa', 'b': 'bb'}
# 3 0 5 {1, 2} [1, 1]
# <class 'ellipsis'> <class 'NoneType'> <class 'NotImplementedType'> Ellipsis <class 'slice'>
