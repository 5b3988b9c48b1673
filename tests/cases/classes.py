class Point:
    dims = 2
    def __init__(self, x, y=0):
        self.x = x
        self.y = y
    def __repr__(self):
        return f"Point({self.x}, {self.y})"
    def __eq__(self, other):
        if not isinstance(other, Point):
            return NotImplemented
        return (self.x, self.y) == (other.x, other.y)
    def __hash__(self):
        return hash((self.x, self.y))
    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)
    def __mul__(self, k):
        return Point(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __lt__(self, other):
        return self.x < other.x
    def __neg__(self):
        return Point(-self.x, -self.y)
    @property
    def norm(self):
        return self.x + self.y
    @norm.setter
    def norm(self, v):
        self.x = v
    @staticmethod
    def origin():
        return Point(0)
    @classmethod
    def make(cls, n):
        return cls(n, n)
p, q = Point(1, 2), Point(1, 2)
print(p, p == q, p is q, p != q, p + q, 3 * p, -p, p.norm, Point.origin(), Point.make(3), p.dims)
p.norm = 10
p.x += 1
print(p.x, str(p), f"{p}", f"{p!r:>15}", "%s" % p, [p, q], {1: p}, (p,))
d = {q: "q", Point(5): "five"}
print(d[Point(1, 2)], Point(5) in d, Point(6) in d, len(d), d.get(Point(9)), q in [Point(1, 2)])
print(sorted([Point(3), Point(1), Point(2)]), max([Point(3), Point(7)], key=lambda v: v.x), [Point(1)].index(Point(1)))
class Animal:
    def __init__(self, name):
        self.name = name
    def speak(self):
        return "..."
    def intro(self):
        return self.name + " says " + self.speak()
class Dog(Animal):
    def __init__(self, name):
        super().__init__(name)
        self.tricks = []
    def speak(self):
        return "Woof " + super().speak()
class Puppy(Dog):
    pass
print(Puppy("Rex").intro(), isinstance(Puppy("a"), Animal), issubclass(Dog, Animal), Puppy.__mro__[1].__name__)
class A:
    def f(self): return ["A"]
class B(A):
    def f(self): return ["B"] + super().f()
class C(A):
    def f(self): return ["C"] + super().f()
class D(B, C):
    def f(self): return ["D"] + super().f()
print(D().f())
class Stack:
    def __init__(self):
        self.items = []
    def __len__(self):
        return len(self.items)
    def __iter__(self):
        return iter(self.items)
    def __getitem__(self, i):
        return self.items[i]
    def __setitem__(self, i, v):
        self.items[i] = v
    def __contains__(self, v):
        return v in self.items
    def __call__(self, v):
        self.items.append(v)
        return self
    def __bool__(self):
        return len(self.items) > 0
s = Stack()
print(bool(s), not s, "yes" if s else "no", s or "empty")
s(1)(2)
s[0] = 5
print(len(s), list(s), s[0], 2 in s, 9 in s, sum(s), [x for x in s], bool(s), s and "full")
class Up:
    def __init__(self, n):
        self.i, self.n = 0, n
    def __iter__(self):
        return self
    def __next__(self):
        if self.i >= self.n:
            raise StopIteration
        self.i += 1
        return self.i
print(list(Up(3)), sum(Up(4)), [x for x in Up(2)])
for x in Up(2):
    print(x)
class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow
    def __enter__(self):
        print("enter", self.name)
        return self
    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind.__name__ if kind else None, value)
        return self.swallow
with Manager("a") as m, Manager("b"):
    print("in", m.name)
with Manager("c", True):
    raise ValueError("swallowed")
try:
    with Manager("d"):
        1 / 0
except ZeroDivisionError:
    print("through")
def leave():
    for i in range(3):
        with Manager(i):
            if i == 1:
                return "left"
print(leave())
class MyError(Exception):
    def __init__(self, code):
        super().__init__("code " + str(code))
        self.code = code
try:
    raise MyError(5)
except MyError as e:
    print(e, e.code, e.args)
class Counter:
    total = 0
    def __init__(self):
        Counter.total += 1
for _ in range(3):
    Counter()
print(Counter.total, getattr(p, "y"), hasattr(p, "nope"), getattr(p, "zz", 1))
setattr(p, "extra", 3)
del p.extra
try:
    p.extra
except AttributeError as e:
    print(e)
class Lazy:
    def __getattr__(self, name):
        return "lazy " + name
print(Lazy().thing, type(p).__name__, p.__class__ is Point)

# expect:
# Point(1, 2) True False False Point(2, 4) Point(3, 6) Point(-1, -2) 3 Point(0, 0) Point(3, 3) 2
# 11 Point(11, 2) Point(11, 2)    Point(11, 2) Point(11, 2) [Point(11, 2), Point(1, 2)] {1: Point(11, 2)} (Point(11, 2),)
# q True False 2 None True
# [Point(1, 0), Point(2, 0), Point(3, 0)] Point(7, 0) 0
# Rex says Woof ... True True Dog
# ['D', 'B', 'C', 'A']
# False True no empty
# 2 [5, 2] 5 True False 7 [5, 2] True full
# [1, 2, 3] 10 [1, 2]
# 1
# 2
# enter a
# enter b
# in a
# exit b None None
# exit a None None
# enter c
# exit c ValueError swallowed
# enter d
# exit d ZeroDivisionError division by zero
# through
# enter 0
# exit 0 None None
# enter 1
# exit 1 None None
# left
# code 5 5 ('code 5',)
# 3 2 False 1
# 'Point' object has no attribute 'extra'
# lazy thing Point True
