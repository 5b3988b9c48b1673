from decimal import Decimal, getcontext, ROUND_HALF_UP, ROUND_DOWN, localcontext, InvalidOperation, DivisionByZero, ROUND_HALF_EVEN, ROUND_CEILING, ROUND_FLOOR, ROUND_UP
print(Decimal('0.1') + Decimal('0.2'), Decimal(1) / Decimal(3), Decimal('1.10') * 3, Decimal(10) - Decimal('0.01'))
print(repr(Decimal('3.14')), Decimal(0.1), Decimal('1E+5'), Decimal('0.00001'), Decimal('0.0000001'), Decimal('-0'), Decimal('NaN'), Decimal('Infinity'))
print(Decimal('2.675').quantize(Decimal('0.01'), rounding=ROUND_HALF_UP), Decimal('2.665').quantize(Decimal('0.01')), Decimal('7.325').quantize(Decimal('.01'), rounding=ROUND_DOWN))
for r in (ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN, ROUND_HALF_EVEN): print(r, Decimal('-2.5').quantize(Decimal('1'), rounding=r), Decimal('2.51').quantize(Decimal('1'), r))
getcontext().prec = 6
print(Decimal(1) / Decimal(7), Decimal(2).sqrt(), Decimal('1.1') ** 10)
with localcontext() as ctx:
    ctx.prec = 50
    print(Decimal(2).sqrt(), Decimal(1) / 7)
print(Decimal('1.0') == 1, Decimal('1.5') > 1, Decimal('0.5') == 0.5, hash(Decimal('1.0')) == hash(1), Decimal(3) < 3.5, max(Decimal('1'), Decimal('2')))
print(int(Decimal('3.9')), float(Decimal('3.9')), round(Decimal('3.456'), 2), round(Decimal('2.5')), abs(Decimal('-3')), -Decimal('2'), Decimal('7') // 2, Decimal('7') % 2, divmod(Decimal('7.5'), 2), Decimal('-7') // 2, Decimal('-7') % 2)
print(f"{Decimal('1234567.891'):,.2f} {Decimal('0.5'):.0%} {Decimal('3.14159'):.3f} {Decimal('1e10')} {Decimal('12'):>8} {Decimal('1e-8'):f}")
try: Decimal('abc')
except InvalidOperation as e: print('invalid', e)
try: Decimal(1) / 0
except DivisionByZero as e: print('div', e)
print(Decimal('123.456').as_tuple(), Decimal('1200').normalize(), Decimal('1.200').normalize(), Decimal('5').is_nan(), Decimal('1E3').to_integral_value(), Decimal('123.45').adjusted())
print(sum([Decimal('0.1')] * 10), sorted([Decimal('3'), Decimal('1')]), Decimal((0, (1, 2, 3), -2)), Decimal.from_float(0.5), Decimal('2').exp(), Decimal('10').ln(), Decimal('100').log10())

# expect:
# 0.3 0.3333333333333333333333333333 3.30 9.99
# Decimal('3.14') 0.1000000000000000055511151231257827021181583404541015625 1E+5 0.00001 1E-7 -0 NaN Infinity
# 2.68 2.66 7.32
# ROUND_CEILING -2 3
# ROUND_FLOOR -3 2
# ROUND_UP -3 3
# ROUND_DOWN -2 2
# ROUND_HALF_EVEN -2 3
# 0.142857 1.41421 2.59374
# 1.4142135623730950488016887242096980785696718753769 0.14285714285714285714285714285714285714285714285714
# True True True True True 2
# 3 3.9 3.46 2 3 -2 3 1 (Decimal('3'), Decimal('1.5')) -3 -1
# 1,234,567.89 50% 3.142 1E+10       12 0.00000001
# invalid [<class 'decimal.ConversionSyntax'>]
# div [<class 'decimal.DivisionByZero'>]
# DecimalTuple(sign=0, digits=(1, 2, 3, 4, 5, 6), exponent=-3) 1.2E+3 1.2 False 1E+3 2
# 1.0 [Decimal('1'), Decimal('3')] 1.23 0.5 7.38906 2.30259 2
