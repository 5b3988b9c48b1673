__all__ = [
    'StatisticsError', 'correlation', 'covariance', 'fmean', 'geometric_mean', 'harmonic_mean', 'linear_regression',
    'mean', 'median', 'median_grouped', 'median_high', 'median_low', 'mode', 'multimode', 'pstdev', 'pvariance',
    'quantiles', 'stdev', 'variance',
]

from math import exp as _exp, fsum as _fsum, gcd as _gcd, isqrt as _isqrt, log as _log, sqrt as _sqrt
from _statistics import bits as _bits, ratio as _ratio

class StatisticsError(ValueError):
    __module__ = 'statistics'

# Sums are exact: a fraction is a pair of integers, numerator and denominator.

def _exact(values):
    # The sum, whether all were integers, and how many there are.
    sums = {}
    whole = True
    count = 0
    for value in values:
        if not isinstance(value, (int, float)):
            raise TypeError(f"can't convert type '{type(value).__name__}' to numerator/denominator")
        count += 1
        whole = whole and not isinstance(value, float)
        numerator, denominator = _ratio(value)
        sums[denominator] = sums.get(denominator, 0) + numerator
    if None in sums:
        return (sums[None], None), whole, count
    top, bottom = 0, 1
    for denominator in sums:
        # All denominators are powers of two.
        if denominator >= bottom:
            top = top * (denominator // bottom) + sums[denominator]
            bottom = denominator
        else:
            top += sums[denominator] * (bottom // denominator)
    return (top, bottom), whole, count

def _reduced(top, bottom):
    shared = _gcd(top, bottom)
    if bottom < 0:
        shared = -shared
    return top // shared, bottom // shared

def _number(top, bottom, whole):
    if whole and top % bottom == 0:
        return top // bottom
    return top / bottom

def _listed(data):
    return data if isinstance(data, (list, tuple)) else list(data)

def mean(data):
    (top, bottom), whole, n = _exact(data)
    if n < 1:
        raise StatisticsError('mean requires at least one data point')
    if bottom is None:
        return top / n
    return _number(top, bottom * n, whole)

def fmean(data, weights=None):
    data = _listed(data)
    if weights is None:
        if not data:
            raise StatisticsError('fmean requires at least one data point')
        return _fsum(data) / len(data)
    weights = _listed(weights)
    if len(weights) != len(data):
        raise StatisticsError('data and weights must be the same length')
    total = _fsum(weights)
    if not total:
        raise StatisticsError('sum of weights must be non-zero')
    return _fsum([weight * value for weight, value in zip(weights, data)]) / total

def geometric_mean(data):
    try:
        return _exp(fmean([_log(value) for value in data]))
    except ValueError:
        raise StatisticsError('geometric mean requires a non-empty dataset containing positive numbers') from None

def harmonic_mean(data, weights=None):
    data = _listed(data)
    n = len(data)
    if n < 1:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if n == 1 and weights is None:
        if data[0] < 0:
            raise StatisticsError('harmonic mean does not support negative values')
        return data[0]
    weights = [1] * n if weights is None else _listed(weights)
    if len(weights) != n:
        raise StatisticsError('Number of weights does not match data size')
    top, bottom, whole = 0, 1, True
    for weight, value in zip(weights, data):
        if value < 0 or weight < 0:
            raise StatisticsError('harmonic mean does not support negative values')
        if value == 0:
            return 0
        quotient = weight / value
        whole = False
        a, b = _ratio(quotient)
        top, bottom = _reduced(top * b + a * bottom, bottom * b)
    (total, below), _, _ = _exact(weights)
    if top == 0:
        raise StatisticsError('Weighted sum must be positive')
    return (total * bottom) / (below * top)

def median(data):
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError('no median for empty data')
    if n % 2 == 1:
        return data[n // 2]
    return (data[n // 2 - 1] + data[n // 2]) / 2

def median_low(data):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data[(len(data) - 1) // 2]

def median_high(data):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data[len(data) // 2]

def median_grouped(data, interval=1):
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError('no median for empty data')
    if n == 1:
        return data[0]
    x = data[n // 2]
    lower = x - interval / 2
    below = len([value for value in data if value < x])
    same = len([value for value in data if value == x])
    return lower + interval * (n / 2 - below) / same

def _counts(data):
    counts = {}
    for value in data:
        counts[value] = counts.get(value, 0) + 1
    return counts

def mode(data):
    counts = _counts(data)
    if not counts:
        raise StatisticsError('no mode for empty data')
    return max(counts, key=counts.get)

def multimode(data):
    counts = _counts(data)
    most = max(counts.values(), default=0)
    return [value for value in counts if counts[value] == most]

def _squares(data, center):
    # The exact sum of the squared distances from the center (the mean where it is None).
    data = _listed(data)
    n = len(data)
    whole = True
    if center is None:
        (sum_top, sum_bottom), whole, n = _exact(data)
        if n == 0:
            return 0, 1, whole, 0
        if sum_bottom is None:
            return sum_top, None, False, n
        top, bottom = 0, 1
        for value in data:
            a, b = _ratio(value)
            if b >= bottom:
                top, bottom = top * (b // bottom) ** 2 + a * a, b
            else:
                top += a * a * (bottom // b) ** 2
        # n * sum(x * x) - sum(x) ** 2, over n.
        square, rest = bottom * bottom, sum_bottom * sum_bottom
        return n * top * rest - sum_top * sum_top * square, n * square * rest, whole, n
    top, bottom = 0, 1
    c, d = _ratio(center)
    for value in data:
        whole = whole and not isinstance(value, float)
        a, b = _ratio(value)
        distance, below = a * d - c * b, b * d
        top, bottom = _reduced(top * below * below + distance * distance * bottom, bottom * below * below)
    return top, bottom, whole and not isinstance(center, float), n

def _variance(data, center, less, name):
    top, bottom, whole, n = _squares(data, center)
    if n < 1 + less:
        points = 'two data points' if less else 'one data point'
        raise StatisticsError(f'{name} requires at least {points}')
    if bottom is None:
        return top, None, False
    top, bottom = _reduced(top, bottom * (n - less))
    return top, bottom, whole

def variance(data, xbar=None):
    top, bottom, whole = _variance(data, xbar, 1, 'variance')
    return top - top if bottom is None else _number(top, bottom, whole)

def pvariance(data, mu=None):
    top, bottom, whole = _variance(data, mu, 0, 'pvariance')
    return top - top if bottom is None else _number(top, bottom, whole)

def _root(top, bottom):
    # The square root of the fraction, rounded once: an integer root of 55 bits or more whose last bit is sticky.
    if top == 0:
        return 0.0
    shift = (_bits(top) - _bits(bottom) - 109) // 2
    if shift >= 0:
        bottom <<= 2 * shift
    else:
        top <<= -2 * shift
    root = _isqrt(top // bottom)
    root |= 1 if root * root * bottom != top else 0
    return (root << shift) / 1 if shift >= 0 else root / (1 << -shift)

def stdev(data, xbar=None):
    top, bottom, _ = _variance(data, xbar, 1, 'stdev')
    return top - top if bottom is None else _root(top, bottom)

def pstdev(data, mu=None):
    top, bottom, _ = _variance(data, mu, 0, 'pstdev')
    return top - top if bottom is None else _root(top, bottom)

def quantiles(data, *, n=4, method='exclusive'):
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    count = len(data)
    if count < 2:
        raise StatisticsError('must have at least two data points')
    result = []
    if method == 'inclusive':
        for i in range(1, n):
            j, delta = divmod(i * (count - 1), n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method != 'exclusive':
        raise ValueError(f'Unknown method: {method!r}')
    for i in range(1, n):
        j = i * (count + 1) // n
        j = 1 if j < 1 else count - 1 if j > count - 1 else j
        delta = i * (count + 1) - j * n
        result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
    return result

def _paired(x, y, name):
    if len(x) != len(y):
        raise StatisticsError(f'{name} requires that both inputs have same number of data points')
    if len(x) < 2:
        raise StatisticsError(f'{name} requires at least two data points')
    xbar = _fsum(x) / len(x)
    ybar = _fsum(y) / len(x)
    return xbar, ybar, _fsum([(a - xbar) * (b - ybar) for a, b in zip(x, y)])

def covariance(x, y, /):
    return _paired(x, y, 'covariance')[2] / (len(x) - 1)

def correlation(x, y, /):
    xbar, ybar, sxy = _paired(x, y, 'correlation')
    sxx = _fsum([(a - xbar) * (a - xbar) for a in x])
    syy = _fsum([(b - ybar) * (b - ybar) for b in y])
    try:
        return sxy / _sqrt(sxx * syy)
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is constant')

class _Line:
    def __init__(self, slope, intercept):
        self.slope = slope
        self.intercept = intercept

    def __iter__(self):
        return iter((self.slope, self.intercept))

    def __repr__(self):
        return f'LinearRegression(slope={self.slope!r}, intercept={self.intercept!r})'

def linear_regression(x, y, /, *, proportional=False):
    if proportional:
        slope = _fsum([a * b for a, b in zip(x, y)]) / _fsum([a * a for a in x])
        return _Line(slope, 0.0)
    xbar, ybar, sxy = _paired(x, y, 'linear regression')
    sxx = _fsum([(a - xbar) * (a - xbar) for a in x])
    try:
        slope = sxy / sxx
    except ZeroDivisionError:
        raise StatisticsError('x is constant')
    return _Line(slope, ybar - slope * xbar)
