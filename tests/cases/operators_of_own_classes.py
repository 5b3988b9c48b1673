# Operators whose method is the program's: results of any kind, NotImplemented, exceptions, and generators as methods.
class V:
    def __init__(self, v): self.v = v
    def __add__(self, other): return V(self.v + getattr(other, 'v', other))
    def __iadd__(self, other):
        self.v += getattr(other, 'v', other)
        return self
    def __sub__(self, other): return NotImplemented
    def __mul__(self, other):
        yield self.v
        yield other
    def __truediv__(self, other): raise ZeroDivisionError('own')
    def __eq__(self, other): return self.v == other.v if isinstance(other, V) else NotImplemented
    def __lt__(self, other): return self.v < other.v if isinstance(other, V) else NotImplemented
    def __gt__(self, other): return 'greater'
    def __ge__(self, other): return NotImplemented
    def __getitem__(self, index): return index, self.v
    def __setitem__(self, index, value): self.v = index, value
    def __repr__(self): return f'V({self.v})'
    __hash__ = None

a, b = V(1), V(2)
print(a + b, a + 1, list(a * b), a == b, a == V(1), a != b, a != 1, a == 1, a < b, a > 1)
a += b
a += 1
print(a, a[5], a['x'])
a[3] = 4
print(a)
for wrong in (lambda: a - b, lambda: a - 1, lambda: a < 1, lambda: 1 < a, lambda: a >= b, lambda: a / b, lambda: {a: 1}):
    try:
        print(wrong())
    except (TypeError, ZeroDivisionError) as error:
        print(type(error).__name__, error)

class Whole(int):
    def __add__(self, other): return NotImplemented
    def __lt__(self, other): return NotImplemented

for what in (lambda: Whole(3) + 4, lambda: Whole(3) < 4, lambda: Whole(3) < Whole(4)):
    try:
        print(what())
    except TypeError as error:
        print(error)
print(sorted([V(3), V(1), V(2)]), max([V(1), V(5)], key=lambda v: v.v), V(1) in [V(2), V(1)])

class Deep:
    def __init__(self, n): self.n = n
    def __add__(self, other): return self.n if self.n == 0 else Deep(self.n - 1) + other

print(Deep(200) + 1)

class Odd:
    __eq__ = lambda self, other: [self is other]
    __add__ = staticmethod(lambda *given: len(given))

odd = Odd()
print(odd == 1, odd == odd, odd + 1, odd != 1)

# expect:
# V(3) V(2) [1, V(2)] False True True True False True greater
# V(4) (5, 4) ('x', 4)
# V((3, 4))
# TypeError unsupported operand type(s) for -: 'V' and 'V'
# TypeError unsupported operand type(s) for -: 'V' and 'int'
# TypeError '<' not supported between instances of 'V' and 'int'
# greater
# TypeError '>=' not supported between instances of 'V' and 'V'
# ZeroDivisionError own
# TypeError unhashable type: 'V'
# 7
# True
# True
# [V(1), V(2), V(3)] V(5) True
# 0
# [False] [True] 1 False
