# Classes that inherit from built-in types.
class Stack(list):
    def push(self, item):
        self.append(item)

    def top(self):
        return self[-1]


s = Stack([1, 2])
s.push(3)
print(s, s.top(), len(s), isinstance(s, list), isinstance(s, Stack), type(s).__name__, s == [1, 2, 3], list(s))
s[0] = 10
s += [4]
del s[1]
print(s, s[1:], 3 in s, sorted(s, reverse=True), sum(s), [x for x in s], bool(Stack()), s + [1], s * 2, max(s))
print(s.index(3), s.pop(), s.copy(), type(s).__name__, ", ".join(map(str, s)), [*s], s.count(10))
a, *b = s
print(a, b)


class Upper(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)

    def __missing__(self, key):
        return "missing " + key


d = Upper(a=1)
d["b"] = 2
print(d, d["B"], d["zzz"], "B" in d, len(d), d.get("q"), list(d), dict(d), isinstance(d, dict))
d.update(x=5)
print(sorted(d), d.pop("a"), d.items(), {**d}, d == {"B": 2, "x": 5})
for key in d:
    print(key, d[key])


class Counter(dict):
    def __init__(self, items=()):
        super().__init__()
        for item in items:
            self[item] = self.get(item, 0) + 1


print(Counter("abca"), Counter().setdefault("k", 1))


class Celsius(float):
    def fahrenheit(self):
        return self * 9 / 5 + 32


c = Celsius(100)
print(c, c.fahrenheit(), c + 1, type(c + 1).__name__, round(c), int(c), c > 50, c == 100.0, hash(c) == hash(100.0), f"{c:.1f}")


class Id(int):
    def __repr__(self):
        return "Id(" + str(int(self)) + ")"


i = Id(5)
print(i, repr(i), i + 1, i * i, -i, abs(Id(-3)), [10, 20, 30, 40, 50, 60][i], range(i), i in {5: 1}, i == 5, Id("7"), i < 6, i << 1, 2 ** i)
print(isinstance(i, int), sum([i, i]), max(i, 3), bool(Id(0)), i % 3, divmod(17, int(i)), float(i), hex(i), f"{i:03d}")


class Name(str):
    def __new__(cls, text, extra):
        made = super().__new__(cls, text.title())
        made.extra = extra
        return made

    def shout(self):
        return self.upper() + "!"


n = Name("ann lee", 3)
print(n, n.extra, n.shout(), len(n), n[0], n == "Ann Lee", n + "x", {n: 1}["Ann Lee"], n.split(), "Lee" in n, f"{n:>10}", type(n).__name__)
print("%s" % n, "-".join([n, n]), n < "B", hash(n) == hash("Ann Lee"), repr(n), str(n), n.startswith("Ann"))


class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    @property
    def first(self):
        return self[0]


p = Pair(1, 2)
x, y = p
print(p, p.first, x, y, p == (1, 2), hash(p) == hash((1, 2)), len(p), p + (3,), isinstance(p, tuple), p[0], sorted([Pair(2, 1), p]))


class Bag(set):
    pass


b = Bag([1, 2, 2])
b.add(3)
print(b, len(b), 2 in b, b | {5}, b == {1, 2, 3}, isinstance(b, set), Bag())


class Loud(list):
    def append(self, item):
        print("append", item)
        super().append(item)

    def __len__(self):
        return 42

    def __getitem__(self, index):
        return ("item", super().__getitem__(index))

    def __contains__(self, item):
        return item == "always"


loud = Loud()
loud.append(1)
print(len(loud), loud[0], "always" in loud, 1 in loud, loud)


class Money(int):
    def __add__(self, other):
        return Money(super().__add__(other))

    def __eq__(self, other):
        return "same" if int(self) == other else "different"

    __hash__ = int.__hash__


print(type(Money(1) + 2).__name__, Money(1) + 2, Money(3) == 3, Money(3) == 4, hash(Money(3)) == 3)


class Error(Exception):
    def __init__(self, code, message="none"):
        super().__init__(message)
        self.code = code


try:
    raise Error(5, "broken")
except Error as problem:
    print(problem.code, problem, problem.args, repr(problem))
try:
    class Both(int, str):
        pass
except TypeError as problem:
    print(problem)


class Sub(Stack):
    def top(self):
        return "sub " + str(super().top())


print(Sub([1, 9]).top(), Sub.__mro__[2].__name__, issubclass(Sub, list))
match Stack([1, 2]):
    case [one, two]:
        print("matched", one, two)
match d:
    case {"B": value}:
        print("matched", value)

# expect:
# [1, 2, 3] 3 3 True True Stack True [1, 2, 3]
# [10, 3, 4] [3, 4] True [10, 4, 3] 17 [10, 3, 4] False [10, 3, 4, 1] [10, 3, 4, 10, 3, 4] 10
# 1 4 [10, 3] Stack 10, 3 [10, 3] 1
# 10 [3]
# {'a': 1, 'B': 2} 2 missing zzz True 2 None ['a', 'B'] {'a': 1, 'B': 2} True
# ['B', 'a', 'x'] 1 dict_items([('B', 2), ('x', 5)]) {'B': 2, 'x': 5} True
# B 2
# x 5
# {'a': 2, 'b': 1, 'c': 1} 1
# 100.0 212.0 101.0 float 100 100 True True True 100.0
# Id(5) Id(5) 6 25 -5 3 60 range(0, 5) True True Id(7) True 10 32
# True 10 Id(5) False 2 (3, 2) 5.0 0x5 005
# Ann Lee 3 ANN LEE! 7 A True Ann Leex 1 ['Ann', 'Lee'] True    Ann Lee Name
# Ann Lee Ann Lee-Ann Lee True True 'Ann Lee' Ann Lee True
# (1, 2) 1 1 2 True True 2 (1, 2, 3) True 1 [(1, 2), (2, 1)]
# Bag({1, 2, 3}) 3 True {1, 2, 3, 5} True True Bag()
# append 1
# 42 ('item', 1) True False [1]
# Money 3 same different True
# 5 broken ('broken',) Error('broken')
# multiple bases have instance lay-out conflict
# sub 9 list True
# matched 1 2
# matched 2
