from fractions import Fraction
import math
a, b = Fraction(3, 4), Fraction("0.125")
print(a, repr(b), a + b, a - b, a * b, a / b, a // b, a % b, a ** 2, a ** -1, -a, abs(-a), a + 1, 1 / a, a + 0.5)
print(Fraction(6, -8), Fraction(1.5), Fraction("7/3"), Fraction("-1.25e-2"), Fraction(3.14159).limit_denominator(100))
print(a == 0.75, a < 1, a > b, hash(Fraction(2)) == hash(2), hash(a) == hash(0.75), {a: 1}[Fraction(6, 8)], bool(Fraction(0)))
print(divmod(Fraction(7, 2), 1), Fraction(7, 2).__round__(), Fraction(-7, 2).__floor__())
print(sum([Fraction(1, n) for n in range(1, 6)]), sorted([a, b, Fraction(1, 2)]), a.numerator, a.as_integer_ratio())
for call in (lambda: Fraction(1, 0), lambda: Fraction("x"), lambda: a / 0):
    try:
        print(call())
    except (ZeroDivisionError, ValueError) as error:
        print(type(error).__name__, error)

# expect:
# 3/4 Fraction(1, 8) 7/8 5/8 3/32 6 6 0 9/16 4/3 -3/4 3/4 7/4 4/3 1.25
# -3/4 3/2 7/3 -1/80 311/99
# True True True True True 1 False
# (3, Fraction(1, 2)) 4 -4
# 137/60 [Fraction(1, 8), Fraction(1, 2), Fraction(3, 4)] 3 (3, 4)
# ZeroDivisionError Fraction(1, 0)
# ValueError Invalid literal for Fraction: 'x'
# ZeroDivisionError Fraction(1, 0)
