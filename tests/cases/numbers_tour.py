print(10 ** 20, 2 ** 100 // 3, -(10 ** 18) * 7, 10 ** 18 % 997, (1 << 70) >> 68, 0xff ^ (1 << 65), int(1e18), int('123456789' * 4), str(7 ** 77), float(10 ** 300), 10 ** 30 / 10 ** 28, 5 // 0.3, 5 % 0.3, -5 % 0.3, divmod(-7.5, 2), 2 ** 0.5, 10 ** -3, 0.1 + 0.2 == 0.3, 1e308 * 10, float('inf') - float('inf'), int(-3.9), round(-3.5), abs(-2 ** 63), (2 ** 63 - 1) + 1, -2 ** 63 - 1, (-2 ** 63) // -1, 3.0 == 3, hash(3.0) == hash(3))
import math
print(math.floor(-2.5), math.ceil(2.1), math.trunc(-2.9), math.isqrt(10 ** 20), math.factorial(20), math.gcd(12, 18, 27), math.lcm(4, 6), math.comb(10, 3), math.perm(5, 2), math.hypot(3, 4), math.log(8, 2), math.log2(1024), math.log10(1e5), math.exp(1), math.sin(1), math.atan2(1, -1), math.degrees(math.pi), math.fsum([.1] * 10), math.prod([1, 2, 3]), math.isclose(.1 + .2, .3), math.copysign(1, -0.0), math.modf(2.5), math.frexp(8), math.inf, math.nan, math.dist((0, 0), (3, 4)))
for f in (lambda: 1 / 0, lambda: 1 % 0, lambda: 1.0 // 0, lambda: math.sqrt(-1), lambda: math.log(0), lambda: int('x'), lambda: float('y'), lambda: int([]), lambda: 2.0 ** 10000, lambda: math.factorial(-1), lambda: chr(-1), lambda: 'a' * -1 + 1, lambda: round('x'), lambda: (1).foo, lambda: None + 1, lambda: [] - [], lambda: len(5), lambda: int('12', 99), lambda: 1 << -1, lambda: math.comb(-1, 2), lambda: bytes([300]), lambda: range(1, 2, 0), lambda: iter(5), lambda: next(iter([])), lambda: sum(['a']), lambda: sorted([1, 'a']), lambda: max([]), lambda: {}.popitem(), lambda: [].pop(), lambda: 'x'.foo(), lambda: (lambda x: x)(), lambda: int(None), lambda: open, lambda: ''.join([1]), lambda: {}[{}], lambda: type('X', (), {})(1)):
    try: f(); print('ok')
    except Exception as e: print(type(e).__name__, e)
from fractions import Fraction
print(Fraction(3, 4) + Fraction('1/4'), Fraction(0.5), Fraction(1, 3) * 3, Fraction(7, 2) // 1, float(Fraction(1, 3)), Fraction(3.25).limit_denominator(10), sum([Fraction(1, i) for i in range(1, 5)]), Fraction(-6, 4), repr(Fraction(2, 4)), Fraction(1, 2) < 0.6, Fraction(5, 2).__round__(), math.floor(Fraction(7, 2)))
import statistics as st, random, operator
print(st.mean([1, 2, 3, 4]), st.median([1, 3, 2]), st.mode('aab'), st.stdev([1, 2, 3, 4]), st.pvariance([1, 2, 3]), st.quantiles([1, 2, 3, 4], n=4), st.fmean([1.5, 2.5]), st.multimode('aabb'), st.harmonic_mean([40, 60]))
random.seed(42); print(random.random(), random.randint(1, 100), random.choice('abc'), random.sample(range(10), 3), random.uniform(1, 2), random.gauss(0, 1)); l = list(range(5)); random.shuffle(l); print(l, random.choices('ab', k=3), random.randrange(0, 10, 3))
print(operator.itemgetter(1, 2)('abc'), operator.attrgetter('real')(5), operator.methodcaller('upper')('a'), operator.add(1, 2), operator.contains([1], 1))

# expect:
# 100000000000000000000 422550200076076467165567735125 -7000000000000000000 729 4 36893488147419103487 1000000000000000000 123456789123456789123456789123456789 118181386580595879976868414312001964434038548836769923458287039207 1e+300 100.0 16.0 0.20000000000000018 0.09999999999999981 (-4.0, 0.5) 1.4142135623730951 0.001 False inf nan -3 -4 9223372036854775808 9223372036854775808 -9223372036854775809 9223372036854775808 True True
# -3 3 -2 10000000000 2432902008176640000 3 12 120 20 5.0 3.0 10.0 5.0 2.718281828459045 0.8414709848078965 2.356194490192345 180.0 1.0 6 True -1.0 (0.5, 2.0) (0.5, 4) inf nan 5.0
# ZeroDivisionError division by zero
# ZeroDivisionError integer modulo by zero
# ZeroDivisionError float floor division by zero
# ValueError math domain error
# ValueError math domain error
# ValueError invalid literal for int() with base 10: 'x'
# ValueError could not convert string to float: 'y'
# TypeError int() argument must be a string, a bytes-like object or a real number, not 'list'
# OverflowError (34, 'Numerical result out of range')
# ValueError factorial() not defined for negative values
# ValueError chr() arg not in range(0x110000)
# TypeError can only concatenate str (not "int") to str
# TypeError type str doesn't define __round__ method
# AttributeError 'int' object has no attribute 'foo'
# TypeError unsupported operand type(s) for +: 'NoneType' and 'int'
# TypeError unsupported operand type(s) for -: 'list' and 'list'
# TypeError object of type 'int' has no len()
# ValueError int() base must be >= 2 and <= 36, or 0
# ValueError negative shift count
# ValueError n must be a non-negative integer
# ValueError bytes must be in range(0, 256)
# ValueError range() arg 3 must not be zero
# TypeError 'int' object is not iterable
# StopIteration 
# TypeError unsupported operand type(s) for +: 'int' and 'str'
# TypeError '<' not supported between instances of 'str' and 'int'
# ValueError max() arg is an empty sequence
# KeyError 'popitem(): dictionary is empty'
# IndexError pop from empty list
# AttributeError 'str' object has no attribute 'foo'
# TypeError <lambda>.<locals>.<lambda>() missing 1 required positional argument: 'x'
# TypeError int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
# ok
# TypeError sequence item 0: expected str instance, int found
# TypeError unhashable type: 'dict'
# TypeError X() takes no arguments
# 1 1/2 1 3 0.3333333333333333 13/4 25/12 -3/2 Fraction(1, 2) True 2 3
# 2.5 2 a 1.2909944487358056 0.6666666666666666 [1.25, 2.5, 3.75] 2.0 ['a', 'b'] 48.0
# 0.6394267984578837 4 c [4, 3, 8] 1.139537928525144 1.3138731944620898
# [3, 1, 2, 0, 4] ['a', 'a', 'a'] 0
# ('b', 'c') 5 A 3 True
