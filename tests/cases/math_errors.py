import math

for bad in (
    lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-5), lambda: math.log(10, 1), lambda: math.acos(2),
    lambda: math.exp(1000), lambda: math.pow(0, -1), lambda: math.pow(-8, 1 / 3), lambda: math.pow(10.0, 400),
    lambda: math.factorial(-1), lambda: math.factorial(2.5), lambda: math.comb(3, -1), lambda: math.isqrt(-4),
    lambda: math.sqrt("4"), lambda: math.sqrt(), lambda: math.sqrt(1, 2), lambda: math.floor(math.inf),
    lambda: math.ceil(math.nan), lambda: math.fmod(1, 0), lambda: math.gcd(1.5), lambda: math.dist([1], [1, 2]),
    lambda: math.fsum(["a"]), lambda: math.gamma(-1), lambda: math.cosh(1000), lambda: math.sqrt(10 ** 400),
    lambda: math.ldexp(1.0, 5000), lambda: math.atanh(1), lambda: math.sin(math.inf),
):
    try:
        print(bad())
    except (ValueError, TypeError, OverflowError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
print(math.exp(-1000), math.fmod(5, math.inf), math.hypot(math.inf, math.nan), math.pow(math.nan, 0), math.atan2(0, -0.0))
# expect:
# ValueError math domain error
# ValueError math domain error
# ValueError math domain error
# ZeroDivisionError float division by zero
# ValueError math domain error
# OverflowError math range error
# ValueError math domain error
# ValueError math domain error
# OverflowError math range error
# ValueError factorial() not defined for negative values
# TypeError 'float' object cannot be interpreted as an integer
# ValueError k must be a non-negative integer
# ValueError isqrt() argument must be nonnegative
# TypeError must be real number, not str
# TypeError math.sqrt() takes exactly one argument (0 given)
# TypeError math.sqrt() takes exactly one argument (2 given)
# OverflowError cannot convert float infinity to integer
# ValueError cannot convert float NaN to integer
# ValueError math domain error
# TypeError 'float' object cannot be interpreted as an integer
# ValueError both points must have the same number of dimensions
# TypeError must be real number, not str
# ValueError math domain error
# OverflowError math range error
# OverflowError int too large to convert to float
# OverflowError math range error
# ValueError math domain error
# ValueError math domain error
# 0.0 5.0 inf 1.0 3.141592653589793
