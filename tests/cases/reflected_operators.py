# Whose way an operator takes: of two classes the derived one's first, between two of one class none goes back.
class Base:
    def __add__(self, other): return 'Base.__add__'
    def __radd__(self, other): return 'Base.__radd__'

class Derived(Base):
    def __radd__(self, other): return 'Derived.__radd__'

class Same(Base):
    pass

print(Base() + Derived(), Base() + Same(), Derived() + Base(), 1 + Base())

class Whole(int):
    def __radd__(self, other): return 'Whole.__radd__'
    def __rmul__(self, other): return 'Whole.__rmul__'

print(5 + Whole(3), 2 * Whole(4), 2.5 * Whole(2), Whole(3) + 1, Whole(4) * Whole(5), True * Whole(2))

class Items(list):
    def __radd__(self, other): return 'Items.__radd__'

print([1] + Items([2]), Items([2]) + [1])

class Silent:
    def __sub__(self, other): return NotImplemented
    def __rsub__(self, other): return 'Silent.__rsub__'

print(1 - Silent())
try:
    Silent() - Silent()
except TypeError as error:
    print(error)

# expect:
# Derived.__radd__ Base.__add__ Base.__add__ Base.__radd__
# Whole.__radd__ Whole.__rmul__ 5.0 4 20 2
# Items.__radd__ [2, 1]
# Silent.__rsub__
# unsupported operand type(s) for -: 'Silent' and 'Silent'
