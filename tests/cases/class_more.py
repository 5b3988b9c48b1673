class Vec:
    def __init__(self, *xs):
        self.xs = list(xs)
    def __iter__(self):
        for x in self.xs:
            yield x
    def __len__(self):
        return len(self.xs)
    def __getitem__(self, i):
        return self.xs[i]
    def __sub__(self, other):
        if isinstance(other, Vec):
            return Vec(*[a - b for a, b in zip(self, other)])
        return NotImplemented
    def __rsub__(self, other):
        return "rsub"
    def __iadd__(self, other):
        self.xs.append(other)
        return self
    def __str__(self):
        return "<" + ", ".join(map(str, self)) + ">"
    def __format__(self, spec):
        return "F" + spec
    def __le__(self, other):
        return len(self) <= len(other)
    def __abs__(self):
        return sum(self.xs)
v = Vec(3, 1, 2)
print(v, list(v), sorted(v), len(v), v[1], v[-1], 3 in v, sum(v), max(v), v - Vec(1, 1, 1), 5 - v, f"{v:>5}", abs(v))
v += 9
print(v, v <= v, v >= v, [*v], {*v} == {1, 2, 3, 9}, tuple(v), list(reversed(v)), list(enumerate(v)))
a, b, *c = v
print(a, b, c, dict(zip("abc", v)), list(map(lambda x: x * 2, v)), any(x > 8 for x in v))
for bad in (lambda: v - "x", lambda: v < v, lambda: Vec() + 1, lambda: -v, lambda: v(), lambda: v.nope, lambda: len(Vec), lambda: {}[v]):
    try:
        print(bad())
    except TypeError as e:
        print("TypeError:", e)
    except AttributeError as e:
        print("AttributeError:", e)
    except KeyError as e:
        print("KeyError")
class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next
def build(n):
    head = None
    for i in range(n):
        head = Node(i, head)
    return head
n, total = build(1000), 0
while n is not None:
    total += n.value
    n = n.next
print(total)
class Ring:
    def __init__(self):
        self.me = self
for _ in range(10):
    Ring()
class Shape:
    def area(self):
        raise NotImplementedError("no area")
    def describe(self):
        return f"{type(self).__name__} of {self.area():.2f}"
class Square(Shape):
    def __init__(self, s):
        self.s = s
    def area(self):
        return self.s ** 2
print(Square(2).describe())
try:
    Shape().describe()
except NotImplementedError as e:
    print(e)
def factory(k):
    class Local:
        factor = k
        def times(self, x):
            return self.factor * x + k
    return Local
print(factory(3)().times(4), factory(2).factor, factory.__name__, Vec.__name__, Square.area.__qualname__)
bound = Square(5).area
print(bound(), Square.area(Square(6)))
class Config:
    values = {}
    names = [x for x in "ab"]
    @classmethod
    def put(cls, k, v):
        cls.values[k] = v
        return cls
Config.put("x", 1).put("y", 2)
Config.extra = 5
print(Config.values, Config.names, Config().extra)
class Temp:
    def __init__(self):
        self._c = 0
    @property
    def c(self):
        "doc"
        return self._c
    @c.setter
    def c(self, value):
        if value < -273:
            raise ValueError("too cold")
        self._c = value
    @c.deleter
    def c(self):
        self._c = None
t = Temp()
t.c = 5
t.c += 1
print(t.c)
try:
    t.c = -300
except ValueError as e:
    print(e)
del t.c
print(t.c)
class ReadOnly:
    @property
    def x(self):
        return 1
try:
    ReadOnly().x = 2
except AttributeError as e:
    print(e)
class Cm:
    def __enter__(self):
        return 5
    def __exit__(self, *args):
        return True
with Cm() as five, Cm():
    raise KeyError(five)
print(five)
class P2:
    def __init__(self, x): self.x = x
    def __eq__(self, o): return self.x == o.x
    def __hash__(self): return hash(self.x)
seen = {P2(1), P2(1), P2(2)}
print(len(seen), P2(2) in seen, {P2(1): "a"}.get(P2(1)), P2(1) == P2(1), [P2(1)] == [P2(1)], (P2(1), 2) == (P2(1), 2), P2(1) != P2(2))
class NoHash:
    def __eq__(self, o): return True
try:
    {NoHash(): 1}
except TypeError as e:
    print(e)
print(str(Temp).startswith("<class"), isinstance(t, object), type(t) == Temp, callable(Temp), hasattr(t, "c"))

# expect:
# <3, 1, 2> [3, 1, 2] [1, 2, 3] 3 1 2 True 6 3 <2, 0, 1> rsub F>5 6
# <3, 1, 2, 9> True True [3, 1, 2, 9] True (3, 1, 2, 9) [9, 2, 1, 3] [(0, 3), (1, 1), (2, 2), (3, 9)]
# 3 1 [2, 9] {'a': 3, 'b': 1, 'c': 2} [6, 2, 4, 18] True
# TypeError: unsupported operand type(s) for -: 'Vec' and 'str'
# TypeError: '<' not supported between instances of 'Vec' and 'Vec'
# TypeError: unsupported operand type(s) for +: 'Vec' and 'int'
# TypeError: bad operand type for unary -: 'Vec'
# TypeError: 'Vec' object is not callable
# AttributeError: 'Vec' object has no attribute 'nope'
# TypeError: object of type 'type' has no len()
# KeyError
# 499500
# Square of 4.00
# no area
# 15 2 factory Vec Square.area
# 25 36
# {'x': 1, 'y': 2} ['a', 'b'] 5
# 6
# too cold
# None
# property 'x' of 'ReadOnly' object has no setter
# 5
# 2 True a True True True True
# unhashable type: 'NoHash'
# True True True True True
