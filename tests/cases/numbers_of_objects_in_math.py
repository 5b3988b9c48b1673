# Functions of math over many numbers, where those are objects of classes in Python.
import math
import statistics
from decimal import Decimal
from fractions import Fraction

class Two:
    def __float__(self):
        return 2.0

class Times:
    def __mul__(self, other):
        return "times"

    def __rmul__(self, other):
        return "times of " + str(other)

print(math.fsum([Fraction(1, 2), Decimal("0.5"), 1, Two()]), math.prod([Fraction(1, 2), 4]), math.prod([Decimal("1.5"), 4]))
print(math.prod([2, 3], start=Fraction(1, 3)), math.prod([2, Times()]), math.prod(iter([Times()])), math.dist((Fraction(1, 2), 4), (1, Two())))
print(statistics.fmean([Fraction(1, 2), 4, Decimal(3)]))
for failing in (lambda: math.fsum([Times()]), lambda: math.dist([Times()], [1]), lambda: math.prod([2, Two()])):
    try:
        failing()
    except TypeError as problem:
        print(problem)

# expect:
# 4.0 2 6.0
# 2 times of 2 times of 1 2.0615528128088303
# 2.5
# must be real number, not Times
# must be real number, not Times
# unsupported operand type(s) for *: 'int' and 'Two'
