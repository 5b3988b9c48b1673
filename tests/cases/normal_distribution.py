from statistics import NormalDist, StatisticsError

n = NormalDist(100, 15)
print(n, n.pdf(110), n.cdf(110), n.inv_cdf(0.95), n.inv_cdf(0.5), n.inv_cdf(1e-9), n.inv_cdf(1 - 1e-15), n.quantiles(4))
print(n.overlap(NormalDist(110, 10)), n.overlap(NormalDist(110, 15)), n.zscore(130))
print(n + 5, 5 + n, n - 5, 2 - n, n * 2, 3 * n, n / 3, -n, +n, n + NormalDist(1, 2), n - NormalDist(1, 2))
print(n == NormalDist(100, 15), n == 3, hash(n) == hash(NormalDist(100, 15)), NormalDist.from_samples([1, 2, 3, 4]))
print(n.samples(3, seed=1), n.mean, n.median, n.mode, n.stdev, n.variance)
for wrong in [lambda: NormalDist(1, -1), lambda: n.inv_cdf(2), lambda: NormalDist(0, 0).pdf(1), lambda: n.overlap(1)]:
    try:
        wrong()
    except (StatisticsError, TypeError) as error:
        print(type(error).__name__, error)

# expect:
# NormalDist(mu=100.0, sigma=15.0) 0.02129653370149015 0.7475074624530771 124.67280440427207 100.0 10.032894774884696 219.12166731123966 [89.88265374705878, 100.0, 110.11734625294122]
# 0.6538769160102378 0.7388826803635273 2.0
# NormalDist(mu=105.0, sigma=15.0) NormalDist(mu=105.0, sigma=15.0) NormalDist(mu=95.0, sigma=15.0) NormalDist(mu=-98.0, sigma=15.0) NormalDist(mu=200.0, sigma=30.0) NormalDist(mu=300.0, sigma=45.0) NormalDist(mu=33.333333333333336, sigma=5.0) NormalDist(mu=-100.0, sigma=15.0) NormalDist(mu=100.0, sigma=15.0) NormalDist(mu=101.0, sigma=15.132745950421556) NormalDist(mu=99.0, sigma=15.132745950421556)
# True False True NormalDist(mu=2.5, sigma=1.2909944487358056)
# [119.32277129733194, 121.74168413049657, 100.99503713407393] 100.0 100.0 100.0 15.0 225.0
# StatisticsError sigma must be non-negative
# StatisticsError p must be in the range 0.0 < p < 1.0
# StatisticsError pdf() not defined when sigma is zero
# TypeError Expected another NormalDist instance
