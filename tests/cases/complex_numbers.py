z = 3 + 4j
print(z, abs(z), z.real, z.imag, z.conjugate(), -z, z * 2, z / (1 - 2j), z ** 2, z == 3 + 4j, complex(1, 2), complex('1+2j'))
print(repr(1j), repr(-1j), repr(complex(0, -0.0)), complex(-0.0, 1), 1e20 + 1j, complex(float('inf'), float('nan')))
print((-8) ** 0.5, (-1) ** 0.5, 2 ** 1j, 1j ** 2, 1j ** 1j, pow(2j, 3), bool(0j), hash(1 + 0j) == hash(1), hash(2.5 + 1j) == hash(2.5 + 1j))
print(isinstance(1j, complex), type(1j), complex(), complex(3), complex(2.5), complex(1j, 2), sum([1j, 2, 3.5]))
print(f'{z:.2f} {z} {z!r} {1.5j:g} {z:10.1f}|')
try: z < 1
except TypeError as e: print(e)
try: z // 1
except TypeError as e: print(e)
try: z % 2
except TypeError as e: print(e)
try: int(z)
except TypeError as e: print(e)
try: float(z)
except TypeError as e: print(e)
try: complex('abc')
except ValueError as e: print(e)
try: 1j / 0
except ZeroDivisionError as e: print(e)
import cmath, math
print(cmath.sqrt(-1), cmath.phase(1j), cmath.polar(1 + 1j), cmath.rect(2, math.pi / 2), cmath.exp(1j * math.pi), cmath.log(1j))
print({1j: 'a', 2: 'b'}[1j], 2 in {2 + 0j}, [1j] == [1j], 1 + 0j == 1, 1j != 1)
def roots(a, b, c):
    d = cmath.sqrt(b * b - 4 * a * c)
    return (-b + d) / (2 * a), (-b - d) / (2 * a)
print(roots(1, 2, 5))
def mandel(c):
    z = 0
    for i in range(50):
        if abs(z) > 2: return i
        z = z * z + c
    return 50
print([mandel(complex(x / 10, y / 10)) for x in range(-20, 10, 5) for y in range(-10, 11, 5)])

# expect:
# (3+4j) 5.0 3.0 4.0 (3-4j) (-3-4j) (6+8j) (-1+2j) (-7+24j) True (1+2j) (1+2j)
# 1j (-0-1j) -0j (-0+1j) (1e+20+1j) (inf+nanj)
# (1.7319121124709868e-16+2.8284271247461903j) (6.123233995736766e-17+1j) (0.7692389013639721+0.6389612763136348j) (-1+0j) (0.20787957635076193+0j) (-0-8j) False True True
# True <class 'complex'> 0j (3+0j) (2.5+0j) 3j (5.5+1j)
# 3.00+4.00j (3+4j) (3+4j) 0+1.5j   3.0+4.0j|
# '<' not supported between instances of 'complex' and 'int'
# unsupported operand type(s) for //: 'complex' and 'int'
# unsupported operand type(s) for %: 'complex' and 'int'
# int() argument must be a string, a bytes-like object or a real number, not 'complex'
# float() argument must be a string or a real number, not 'complex'
# complex() arg is a malformed string
# complex division by zero
# 1j 1.5707963267948966 (1.4142135623730951, 0.7853981633974483) (1.2246467991473532e-16+2j) (-1+1.2246467991473532e-16j) 1.5707963267948966j
# a True True True True
# ((-1+2j), (-1-2j))
# [1, 1, 50, 1, 1, 2, 3, 50, 3, 2, 3, 5, 50, 5, 3, 4, 50, 50, 50, 4, 50, 50, 50, 50, 50, 2, 5, 5, 5, 2]
