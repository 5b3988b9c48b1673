__all__ = [
    'NormalDist', 'StatisticsError', 'correlation', 'covariance', 'fmean', 'geometric_mean', 'harmonic_mean', 'linear_regression',
    'mean', 'median', 'median_grouped', 'median_high', 'median_low', 'mode', 'multimode', 'pstdev', 'pvariance',
    'quantiles', 'stdev', 'variance',
]

from fractions import Fraction as _Fraction
from math import erf as _erf, exp as _exp, fabs as _fabs, fsum as _fsum, gcd as _gcd, hypot as _hypot, isqrt as _isqrt
from math import log as _log, sqrt as _sqrt, tau as _tau
from _statistics import bits as _bits, ratio as _ratio

class StatisticsError(ValueError):
    __module__ = 'statistics'

# There are numbers that only `_statistics_exact` knows.
class _OtherNumbers(Exception):
    pass

# Sums are exact: a fraction is a pair of integers, numerator and denominator.

def _exact(values):
    # The sum, whether all were integers, and how many there are.
    sums = {}
    whole = True
    count = 0
    for value in values:
        if not isinstance(value, (int, float)):
            raise _OtherNumbers
        count += 1
        whole = whole and not isinstance(value, float)
        numerator, denominator = _ratio(value)
        sums[denominator] = sums.get(denominator, 0) + numerator
    if None in sums:
        return (sums[None], None), whole, count
    total = sum([_Fraction(numerator, denominator) for denominator, numerator in sums.items()], _Fraction(0))
    return (total.numerator, total.denominator), whole, count

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
    data = _listed(data)
    try:
        (top, bottom), whole, n = _exact(data)
    except _OtherNumbers:
        n = None
    if n is None:
        from _statistics_exact import mean
        return mean(data)
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
        try:
            return _fsum(data) / len(data)
        except TypeError:
            return _fsum([value.__float__() if hasattr(value, '__float__') else value for value in data]) / len(data)
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
        if not isinstance(quotient, (int, float)):
            return _harmonic_mean_of_others(data, weights)
        whole = False
        a, b = _ratio(quotient)
        top, bottom = _reduced(top * b + a * bottom, bottom * b)
    (total, below), _, _ = _exact(weights)
    if top == 0:
        raise StatisticsError('Weighted sum must be positive')
    return (total * bottom) / (below * top)

def _harmonic_mean_of_others(data, weights):
    if any([value < 0 or weight < 0 for weight, value in zip(weights, data)]):
        raise StatisticsError('harmonic mean does not support negative values')
    if 0 in data:
        return 0
    from _statistics_exact import harmonic_mean
    try:
        return harmonic_mean(data, weights)
    except ArithmeticError:
        raise StatisticsError('Weighted sum must be positive') from None

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
    try:
        interval, middle = float(interval), float(x)
    except ValueError:
        raise TypeError('Value cannot be converted to a float') from None
    lower = middle - interval / 2
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
    if not isinstance(center, (int, float)):
        raise _OtherNumbers
    c, d = _ratio(center)
    for value in data:
        if not isinstance(value, (int, float)):
            raise _OtherNumbers
        whole = whole and not isinstance(value, float)
        a, b = _ratio(value)
        distance, below = a * d - c * b, b * d
        top, bottom = _reduced(top * below * below + distance * distance * bottom, bottom * below * below)
    return top, bottom, whole and not isinstance(center, float), n

def _variance(data, center, less, name):
    _points(data, less, name)
    top, bottom, whole, n = _squares(data, center)
    if bottom is None:
        return top, None, False
    top, bottom = _reduced(top, bottom * (n - less))
    return top, bottom, whole

def _points(data, less, name):
    if len(data) < 1 + less:
        points = 'two data points' if less else 'one data point'
        raise StatisticsError(f'{name} requires at least {points}')
    return len(data) - less

# The same; nothing where there are fractions or decimals.
def _known_variance(data, center, less, name):
    try:
        return _variance(data, center, less, name)
    except _OtherNumbers:
        return None, None, None

def _spread(data, center, less, name):
    data = _listed(data)
    top, bottom, whole = _known_variance(data, center, less, name)
    if top is None:
        from _statistics_exact import variance
        return variance(data, center, _points(data, less, name))
    return top - top if bottom is None else _number(top, bottom, whole)

def variance(data, xbar=None):
    return _spread(data, xbar, 1, 'variance')

def pvariance(data, mu=None):
    return _spread(data, mu, 0, 'pvariance')

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

def _deviation(data, center, less, name):
    data = _listed(data)
    top, bottom, _ = _known_variance(data, center, less, name)
    if top is None:
        from _statistics_exact import deviation
        return deviation(data, center, _points(data, less, name), _root)
    return top - top if bottom is None else _root(top, bottom)

def stdev(data, xbar=None):
    return _deviation(data, xbar, 1, 'stdev')

def pstdev(data, mu=None):
    return _deviation(data, mu, 0, 'pstdev')

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

# The inverse of the normal distribution after Wichura, Algorithm AS 241 (1988), PPND16: quotients of polynomials, the highest
# power first.
_NEAR = ((2.50908_09287_30122_6727e+3, 3.34305_75583_58812_8105e+4, 6.72657_70927_00870_0853e+4,
          4.59219_53931_54987_1457e+4, 1.37316_93765_50946_1125e+4, 1.97159_09503_06551_4427e+3,
          1.33141_66789_17843_7745e+2, 3.38713_28727_96366_6080e+0),
         (5.22649_52788_52854_5610e+3, 2.87290_85735_72194_2674e+4, 3.93078_95800_09271_0610e+4,
          2.12137_94301_58659_5867e+4, 5.39419_60214_24751_1077e+3, 6.87187_00749_20579_0830e+2,
          4.23133_30701_60091_1252e+1, 1.0))
_FAR = ((7.74545_01427_83414_07640e-4, 2.27238_44989_26918_45833e-2, 2.41780_72517_74506_11770e-1,
         1.27045_82524_52368_38258e+0, 3.64784_83247_63204_60504e+0, 5.76949_72214_60691_40550e+0,
         4.63033_78461_56545_29590e+0, 1.42343_71107_49683_57734e+0),
        (1.05075_00716_44416_84324e-9, 5.47593_80849_95344_94600e-4, 1.51986_66563_61645_71966e-2,
         1.48103_97642_74800_74590e-1, 6.89767_33498_51000_04550e-1, 1.67638_48301_83803_84940e+0,
         2.05319_16266_37758_82187e+0, 1.0))
_FARTHEST = ((2.01033_43992_92288_13265e-7, 2.71155_55687_43487_57815e-5, 1.24266_09473_88078_43860e-3,
              2.65321_89526_57612_30930e-2, 2.96560_57182_85048_91230e-1, 1.78482_65399_17291_33580e+0,
              5.46378_49111_64114_36990e+0, 6.65790_46435_01103_77720e+0),
             (2.04426_31033_89939_78564e-15, 1.42151_17583_16445_88870e-7, 1.84631_83175_10054_68180e-5,
              7.86869_13114_56132_59100e-4, 1.48753_61290_85061_48525e-2, 1.36929_88092_27358_05310e-1,
              5.99832_20655_58879_37690e-1, 1.0))

def _quotient(of, at):
    top = bottom = 0.0
    for above, below in zip(*of):
        top = top * at + above
        bottom = bottom * at + below
    return top, bottom

def _inverse(p, mu, sigma):
    q = p - 0.5
    if _fabs(q) <= 0.425:
        top, bottom = _quotient(_NEAR, 0.180625 - q * q)
        return mu + top * q / bottom * sigma
    r = _sqrt(-_log(p if q <= 0.0 else 1.0 - p))
    top, bottom = _quotient(_FAR, r - 1.6) if r <= 5.0 else _quotient(_FARTHEST, r - 5.0)
    x = top / bottom
    return mu + (-x if q < 0.0 else x) * sigma

class NormalDist:
    __module__ = 'statistics'
    __slots__ = ('_mu', '_sigma')

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError('sigma must be non-negative')
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = data if isinstance(data, (list, tuple)) else list(data)
        center = fmean(data)
        return cls(center, stdev(data, center))

    def samples(self, n, *, seed=None):
        import random
        draw = random.gauss if seed is None else random.Random(seed).gauss
        return [draw(self._mu, self._sigma) for _ in range(n)]

    def _divisor(self, name):
        if not self._sigma:
            raise StatisticsError(name + '() not defined when sigma is zero')

    def pdf(self, x):
        self._divisor('pdf')
        variance = self._sigma ** 2.0
        difference = x - self._mu
        return _exp(difference * difference / (-2.0 * variance)) / _sqrt(_tau * variance)

    def cdf(self, x):
        self._divisor('cdf')
        return 0.5 * (1.0 + _erf((x - self._mu) / (self._sigma * _sqrt(2.0))))

    def inv_cdf(self, p):
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError('p must be in the range 0.0 < p < 1.0')
        if self._sigma <= 0.0:
            raise StatisticsError('cdf() not defined when sigma at or below zero')
        return _inverse(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        return [self.inv_cdf(at / n) for at in range(1, n)]

    # Where the densities of two are the same, after Inman and Bradley (1989).
    def overlap(self, other):
        if not isinstance(other, NormalDist):
            raise TypeError('Expected another NormalDist instance')
        narrow, wide = self, other
        if (wide._sigma, wide._mu) < (narrow._sigma, narrow._mu):
            narrow, wide = wide, narrow
        small, large = narrow.variance, wide.variance
        if not small or not large:
            raise StatisticsError('overlap() not defined when sigma is zero')
        spread = large - small
        apart = _fabs(wide._mu - narrow._mu)
        if not spread:
            return 1.0 - _erf(apart / (2.0 * narrow._sigma * _sqrt(2.0)))
        middle = narrow._mu * large - wide._mu * small
        half = narrow._sigma * wide._sigma * _sqrt(apart * apart + spread * _log(large / small))
        first, second = (middle + half) / spread, (middle - half) / spread
        return 1.0 - (_fabs(wide.cdf(first) - narrow.cdf(first)) + _fabs(wide.cdf(second) - narrow.cdf(second)))

    def zscore(self, x):
        if not self._sigma:
            raise StatisticsError('zscore() not defined when sigma is zero')
        return (x - self._mu) / self._sigma

    @property
    def mean(self):
        return self._mu

    @property
    def median(self):
        return self._mu

    @property
    def mode(self):
        return self._mu

    @property
    def stdev(self):
        return self._sigma

    @property
    def variance(self):
        return self._sigma ** 2.0

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, _hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu - other._mu, _hypot(self._sigma, other._sigma))
        return NormalDist(self._mu - other, self._sigma)

    def __mul__(self, other):
        return NormalDist(self._mu * other, self._sigma * _fabs(other))

    def __truediv__(self, other):
        return NormalDist(self._mu / other, self._sigma / _fabs(other))

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other):
        return -(self - other)

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f'{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})'
