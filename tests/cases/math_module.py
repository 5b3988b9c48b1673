import math

print(math.sqrt(2), math.pi, math.e, math.tau, math.inf, -math.inf, math.nan)
print(math.sin(1), math.cos(1), math.tan(1), math.asin(0.5), math.acos(0.5), math.atan(0.5), math.atan2(-1, 2))
print(math.sinh(1), math.cosh(1), math.tanh(1), math.asinh(1), math.acosh(2), math.atanh(0.5))
print(math.exp(1.5), math.expm1(1e-5), math.exp2(0.5), math.log(10), math.log(8, 2), math.log2(10), math.log10(5), math.log1p(1e-5))
print(math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), math.floor(7), math.ceil(2.0 ** 70), math.fabs(-3))
print(math.fmod(-7, 3), math.remainder(7, 4), math.modf(-2.75), math.frexp(10.0), math.ldexp(0.5, 5), math.copysign(3, -0.0))
print(math.hypot(3, 4), math.hypot(1, 2, 3), math.dist([0, 0], [1, 1]), math.degrees(1), math.radians(90), math.pow(2, 0.5))
print(math.gcd(12, 18, 27), math.lcm(4, 6), math.factorial(25), math.comb(20, 6), math.perm(8, 3), math.isqrt(10 ** 30))
print(math.fsum([0.1] * 10), sum([0.1] * 10), math.prod([1.5, 2, 3]), math.prod(range(1, 6), start=2), math.fsum(x / 3 for x in range(4)))
print(math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1, rel_tol=0.2), math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1))
print(math.gamma(5), math.gamma(0.5), math.lgamma(10.5), math.nextafter(1, 2), math.ulp(1.0), math.log(2 ** 3000), math.log10(10 ** 400))
print(math.sqrt(4 == 4), round(math.sqrt(10 ** 20)), [math.floor(x / 2) for x in range(-3, 4)])
# expect:
# 1.4142135623730951 3.141592653589793 2.718281828459045 6.283185307179586 inf -inf nan
# 0.8414709848078965 0.5403023058681398 1.5574077246549023 0.5235987755982989 1.0471975511965979 0.4636476090008061 -0.4636476090008061
# 1.1752011936438014 1.5430806348152437 0.7615941559557649 0.881373587019543 1.3169578969248166 0.5493061443340548
# 4.4816890703380645 1.0000050000166668e-05 1.4142135623730951 2.302585092994046 3.0 3.321928094887362 0.6989700043360189 9.999950000333332e-06
# -3 -2 -2 7 1180591620717411303424 3.0
# -1.0 -1.0 (-0.75, -2.0) (0.625, 4) 16.0 -3.0
# 5.0 3.7416573867739413 1.4142135623730951 57.29577951308232 1.5707963267948966 1.4142135623730951
# 3 12 15511210043330985984000000 38760 336 1000000000000000
# 1.0 0.9999999999999999 9.0 240 2.0
# True True True True True
# 24.0 1.7724538509055159 13.940625219403763 1.0000000000000002 2.220446049250313e-16 2079.4415416798356 400.0
# 1.0 10000000000 [-2, -1, -1, 0, 0, 1, 1]
