def counter():
    n = 0
    def bump(by=1):
        nonlocal n
        n += by
        return n
    return bump
a, b = counter(), counter()
print(a(), a(5), b())
def outer(x):
    def middle():
        def inner():
            return x
        return inner
    return middle()()
print(outer(42))
fs = [lambda i=i: i * 10 for i in range(3)]
print([f() for f in fs])
gs = [lambda: i for i in range(3)]
print([g() for g in gs])
def deco(f):
    def wrapped(*args, **kwargs):
        return ["called", f(*args, **kwargs)]
    return wrapped
def repeat(n):
    def decorate(f):
        def w(*a):
            return [f(*a) for _ in range(n)]
        return w
    return decorate
@deco
def add(x, y=2, *, z=3):
    return x + y + z
@repeat(2)
@deco
def one():
    return 1
print(add(1), add(1, 1, z=1), one())
def all_kinds(a, /, b, c=3, *rest, d, e=5, **more):
    return a, b, c, rest, d, e, more
print(all_kinds(1, 2, d=4), all_kinds(1, 2, 3, 4, 5, d=6, f=7), all_kinds(*[1, 2], **{"d": 0}))
for call in [lambda: all_kinds(1, d=1), lambda: all_kinds(1, 2), lambda: all_kinds(a=1, b=2, d=3), lambda: add(1, 2, 3), lambda: add(q=1), lambda: add(1, x=2)]:
    try:
        print(call())
    except TypeError as e:
        print(e)
def rec(n):
    def fact(k):
        return 1 if k < 2 else k * fact(k - 1)
    return fact(n)
print(rec(10), (lambda *a, k=1: (a, k))(1, 2))
def unbound():
    def inner():
        return later
    try:
        inner()
    except NameError as e:
        print(e)
    later = 1
unbound()
print(list(map(lambda x: x + 1, [1, 2])), list(filter(None, [0, 1, 2])), list(filter(lambda x: x > 1, range(4))))
print(list(map(str, [1, 2])), list(map(lambda a, b: a * b, [1, 2], [3, 4])), list(zip([1, 2], (i for i in "ab"))))
print(sorted("bca", reverse=True), sorted(["bb", "a"], key=len), min("abc", key=ord), max([1, -5], key=abs), min([], default=9))
xs = [(1, "b"), (1, "a"), (0, "z")]
xs.sort(key=lambda t: t[0])
print(xs, hex(255), bin(-5), oct(8), divmod(7, 2), pow(2, 10, 7), pow(3, -1, 7))
print(isinstance(1, (str, int)), type(1) is int, type([]).__name__, callable(len), hash(1) == hash(1.0), next(iter([7])), next(iter([]), "none"))
it = iter([1, 2])
print(next(it), next(it))
try:
    next(it)
except StopIteration as e:
    print("stop", repr(e))

# expect:
# 1 6 1
# 42
# [0, 10, 20]
# [2, 2, 2]
# ['called', 6] ['called', 3] [['called', 1], ['called', 1]]
# (1, 2, 3, (), 4, 5, {}) (1, 2, 3, (4, 5), 6, 5, {'f': 7}) (1, 2, 3, (), 0, 5, {})
# all_kinds() missing 1 required positional argument: 'b'
# all_kinds() missing 1 required keyword-only argument: 'd'
# all_kinds() missing 1 required positional argument: 'a'
# add() takes from 1 to 2 positional arguments but 3 were given
# add() got an unexpected keyword argument 'q'
# add() got multiple values for argument 'x'
# 3628800 ((1, 2), 1)
# cannot access free variable 'later' where it is not associated with a value in enclosing scope
# [2, 3] [1, 2] [2, 3]
# ['1', '2'] [3, 8] [(1, 'a'), (2, 'b')]
# ['c', 'b', 'a'] ['a', 'bb'] a -5 9
# [(0, 'z'), (1, 'b'), (1, 'a')] 0xff -0b101 0o10 (3, 1) 2 5
# True True list True True 7 none
# 1 2
# stop StopIteration()
