def f(a, b=2, /, c=3, *args, d, e=5, **kw): return (a, b, c, args, d, e, kw)
print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, z=7), f(*[1, 2], **{'d': 3, 'q': 4}))
for bad in (lambda: f(), lambda: f(1), lambda: f(1, a=2, d=1, b=3) and f(b=1, d=2)):
    try: print(bad())
    except TypeError as e: print(e)
def g(x, acc=[]): acc.append(x); return acc
print(g(1), g(2), g.__defaults__, f.__kwdefaults__, f.__code__.co_varnames, f.__code__.co_argcount)
def outer():
    n = 0
    def inc(): nonlocal n; n += 1; return n
    return inc
i = outer(); i(); print(i(), i.__closure__[0].cell_contents)
fs = [lambda: i for i in range(3)]; print([h() for h in fs], [(lambda i=i: i)() for i in range(3)])
print((lambda *a, **k: (a, k))(1, x=2), sorted('bca', key=lambda c: -ord(c)), max([1, -5], key=abs), list(map(lambda x, y: x + y, [1], [2])), [*range(3), *'ab'], {**{'a': 1}, 'b': 2}, (*[1], 2))
a, *b, c = range(5); (d, (e, *h)), k = (1, 'xyz'), 2; print(a, b, c, d, e, h, k)
x = y = []; x.append(1); print(y, x is y); x, y = y, x
if (n := len('abc')) > 2: print(n)
print([y := 1, y ** 2], 1 < 2 < 3 != 4, not 0 or 1 and 2, 5 if [] else 6, 3 & 5 | 2 ^ 1, ~5, 1 << 3, -2 ** 2, 2 ** -1, 7 // 2 * 2.0, 'a' 'b', 1_000)
def gen(): yield; return 5
def doc(): 
    """Doc string.

    More."""
print(doc.__doc__, doc.__name__, doc.__qualname__, outer().__qualname__, f.__annotations__)
import inspect; print(inspect.signature(f), inspect.isgeneratorfunction(gen), inspect.getdoc(doc), list(inspect.signature(f).parameters), inspect.ismethod(''.join), inspect.isclass(int))
try: exec('x = = 1')
except SyntaxError as e: print('syntax', e.lineno)
def rec(n): return 1 if n == 0 else n * rec(n - 1)
print(rec(20), rec(50))
try: rec(-1)
except RecursionError as e: print(e)
print([[j for j in range(i)] for i in range(4)], {i: i ** 2 for i in range(3)}, {c for c in 'aab'} == {'a', 'b'}, [a + b for a in 'ab' for b in 'cd' if a + b != 'ad'])
del x
try: x
except NameError as e: print(e)
def unb():
    try: print(q)
    except UnboundLocalError as e: print(e)
    q = 1
unb(); global_v = 1
def chg(): global global_v; global_v += 1; return global_v
print(chg(), global_v, (lambda: global_v)(), [0] * 3, [[]] * 2, isinstance(print, type(len)))
for i in range(3):
    if i == 5: break
else: print('else', i)
while True: break
else: print('never')
assert True, 'fine'; print(*[1, 2], sep='-', end='!\n')

# expect:
# (1, 2, 3, (), 4, 5, {}) (1, 2, 3, (4, 5), 6, 5, {'z': 7}) (1, 2, 3, (), 3, 5, {'q': 4})
# f() missing 1 required positional argument: 'a'
# f() missing 1 required keyword-only argument: 'd'
# f() missing 1 required positional argument: 'a'
# [1, 2] [1, 2] ([1, 2],) {'e': 5} ('a', 'b', 'c', 'd', 'e', 'args', 'kw') 3
# 2 2
# [2, 2, 2] [0, 1, 2]
# ((1,), {'x': 2}) ['c', 'b', 'a'] -5 [3] [0, 1, 2, 'a', 'b'] {'a': 1, 'b': 2} (1, 2)
# 0 [1, 2, 3] 4 1 x ['y', 'z'] 2
# [1] True
# 3
# [1, 1] True True 6 3 -6 8 -4 0.5 6.0 ab 1000
# Doc string.
#
#     More. doc doc outer.<locals>.inc {}
# (a, b=2, /, c=3, *args, d, e=5, **kw) True Doc string.
#
# More. ['a', 'b', 'c', 'args', 'd', 'e', 'kw'] False True
# syntax 1
# 2432902008176640000 30414093201713378043612608166064768844377641568960512000000000000
# maximum recursion depth exceeded
# [[], [0], [0, 1], [0, 1, 2]] {0: 0, 1: 1, 2: 4} True ['ac', 'bc', 'bd']
# name 'x' is not defined
# cannot access local variable 'q' where it is not associated with a value
# 2 2 2 [0, 0, 0] [[], []] True
# else 2
# 1-2!
