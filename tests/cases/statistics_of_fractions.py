# Statistics of fractions and decimals are exact, and of their type.
from decimal import Decimal, getcontext
from fractions import Fraction
from statistics import (StatisticsError, fmean, harmonic_mean, mean, median, median_grouped, median_high, median_low, mode,
                        multimode, pstdev, pvariance, quantiles, stdev, variance)

getcontext().prec = 28
fractions = [Fraction(1, 3), Fraction(1, 2), Fraction(2, 7)]
decimals = [Decimal('1.1'), Decimal('2.2'), Decimal('3.5'), Decimal('4')]
for function in (mean, median, variance, stdev, pvariance, pstdev, fmean, median_low, median_high, median_grouped, mode,
                 harmonic_mean, multimode):
    print(function.__name__, repr(function(fractions)), repr(function(decimals)), repr(function([1, 2, 3, 4])))
print(mean([1, Fraction(1, 2)]), mean([Decimal(1), 2]), variance([Fraction(1, 2), 1, 2.5]), mean([True, False, True]))
print(mean(iter(decimals)), stdev(iter(fractions)), quantiles(decimals), stdev(decimals, Decimal(2)))
print(variance(fractions, Fraction(1, 2)), pvariance([Decimal('Infinity'), 1]), variance([Decimal(2), Decimal(2)]))
for function, data in ((mean, [Decimal(1), Fraction(1, 2)]), (mean, ['a']), (stdev, [Decimal(1)]), (mean, iter([])),
                       (harmonic_mean, [Decimal(-1), 2])):
    try:
        print(function(data))
    except (TypeError, StatisticsError) as problem:
        print(type(problem).__name__, problem)

# expect:
# mean Fraction(47, 126) Decimal('2.7') 2.5
# median Fraction(1, 3) Decimal('2.85') 2.5
# variance Fraction(67, 5292) Decimal('1.713333333333333333333333333') 1.6666666666666667
# stdev 0.11251941967268116 Decimal('1.308943594404790741949067436') 1.2909944487358056
# pvariance Fraction(67, 7938) Decimal('1.285') 1.25
# pstdev 0.09187172145071608 Decimal('1.133578404875463389312047909') 1.118033988749895
# fmean 0.373015873015873 2.7 2.5
# median_low Fraction(1, 3) Decimal('2.2') 2
# median_high Fraction(1, 3) Decimal('3.5') 3
# median_grouped 0.3333333333333333 3.0 2.5
# mode Fraction(1, 3) Decimal('1.1') 1
# harmonic_mean Fraction(6, 17) Decimal('2.105982905982905982905982906') 1.92
# multimode [Fraction(1, 3), Fraction(1, 2), Fraction(2, 7)] [Decimal('1.1'), Decimal('2.2'), Decimal('3.5'), Decimal('4')] [1, 2, 3, 4]
# 3/4 1.5 1.0833333333333333 0.6666666666666666
# 2.7 0.11251941967268116 [Decimal('1.375'), Decimal('2.85'), Decimal('3.875')] 1.538397434561910164480592742
# 65/1764 Infinity 0
# TypeError don't know how to coerce Decimal and Fraction
# TypeError can't convert type 'str' to numerator/denominator
# StatisticsError stdev requires at least two data points
# StatisticsError mean requires at least one data point
# StatisticsError harmonic mean does not support negative values
