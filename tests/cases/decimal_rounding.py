# What is rounded how, which conditions that sets, and which of them raise.
from decimal import *

setcontext(Context(prec=28))

for rounding in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP):
    with localcontext() as context:
        context.prec, context.rounding = 3, rounding
        sums = [Decimal(text) + Decimal('0.005') for text in ('1.00', '1.01', '-1.02', '99.99', '0')]
        print(rounding, *sums, Decimal(2) / 3, Decimal('-12.345') * 7, f"{Decimal('-1234.565'):10,.2f}|")

def conditions(calculate):
    with localcontext() as context:
        context.clear_flags()
        result = calculate()
        return result, [signal.__name__ for signal, is_set in context.flags.items() if is_set]

one, zero = Decimal('1.25'), Decimal('0.00')
for calculate in (lambda: one + 1, lambda: one / 3, lambda: one.quantize(Decimal('0.1')), lambda: one.quantize(Decimal('0.001')),
                  lambda: zero.quantize(Decimal('1E+3')), lambda: Decimal(10 ** 40) + 0, lambda: 5 - one, lambda: 10 ** 30 * one):
    print(*conditions(calculate))

with localcontext() as context:
    context.traps[Inexact] = True
    try:
        one / 3
    except Inexact as error:
        print(type(error).__name__, context.flags[Rounded], context.flags[Inexact])
    print(one / 2, sum([one] * 4), sum([one], Decimal('-1.250')))

print(Decimal('-0') + 0, Decimal('0') - Decimal('0.0'), Decimal('-0') * 5, Decimal('0') / -7, Decimal('1E+5') / 1, Decimal(8) / Decimal('2.00'))
print(one < 2, one <= Decimal('1.250'), one > Decimal('1E+50'), one == True, Decimal('1E+2') == 100, Decimal('NaN') == one)
print(hash(Decimal('1E+2')) == hash(100), hash(Decimal('-1')) == hash(-1), hash(Decimal('0.5')) == hash(0.5), hash(Decimal('1.50')) == hash(Decimal('1.5')))
print([str(Decimal(text)) for text in ('+7', '.5', '5.', '1e5', '1_000.5', ' 3 ', '0e-10', '-00.10', '123456789' * 5)])
print(f'{one:.0f} {one:.1f} {one:6.1f}| {one:06.1f} {-one:.3f} {zero:.1f} {Decimal("1E+3"):,.1f} {Decimal("1E-9"):.2f} {one:.1%}')

class Money(Decimal):
    pass

price = Money('2.50')
print(repr(price), type(price).__name__, type(price + 1).__name__, price * 2, price > 2, {Decimal('2.5'): 'found'}[price])

# expect:
# ROUND_UP 1.01 1.02 -1.02 100 0.005 0.667 -86.5  -1,234.57|
# ROUND_DOWN 1.00 1.01 -1.01 99.9 0.005 0.666 -86.4  -1,234.56|
# ROUND_CEILING 1.01 1.02 -1.01 100 0.005 0.667 -86.4  -1,234.56|
# ROUND_FLOOR 1.00 1.01 -1.02 99.9 0.005 0.666 -86.5  -1,234.57|
# ROUND_HALF_UP 1.01 1.02 -1.02 100 0.005 0.667 -86.4  -1,234.57|
# ROUND_HALF_DOWN 1.00 1.01 -1.01 100 0.005 0.667 -86.4  -1,234.56|
# ROUND_HALF_EVEN 1.00 1.02 -1.02 100 0.005 0.667 -86.4  -1,234.56|
# ROUND_05UP 1.01 1.01 -1.01 99.9 0.005 0.666 -86.4  -1,234.56|
# 2.25 []
# 0.4166666666666666666666666667 ['Inexact', 'Rounded']
# 1.2 ['Inexact', 'Rounded']
# 1.250 []
# 0E+3 []
# 1.000000000000000000000000000E+40 ['Rounded']
# 3.75 []
# 1.250000000000000000000000000E+30 ['Rounded']
# Inexact True True
# 0.625 5.00 0.000
# 0 0.0 -0 -0 1E+5 4
# True True False False True False
# True True True True
# ['7', '0.5', '5', '1E+5', '1000.5', '3', '0E-10', '-0.10', '123456789123456789123456789123456789123456789']
# 1 1.2    1.2| 0001.2 -1.250 0.0 1,000.0 0.00 125.0%
# Decimal('2.50') Money Decimal 5.00 True found
