import statistics as st

data = [2.5, 3.25, 5.5, 11.25, 11.75]
print(st.mean(data), st.fmean(data), st.median(data), st.median_low([1, 3, 5, 7]), st.median_high([1, 3, 5, 7]), st.median([1, 3, 5, 7]))
print(st.variance(data), st.stdev(data), st.pvariance(data), st.pstdev(data))
print(st.mean([1, 2, 3, 4]), st.mean([1, 2, 3]), st.mean([True, False, True]), st.mean([0.1] * 7), st.mean([1, 2.5]))
print(st.variance([1, 2, 3, 4]), st.pvariance([1, 2, 3, 4]), st.pvariance([2, 4]), st.stdev([1, 2, 3, 4]), st.variance([0.1, 0.1, 0.3]))
print(st.mode("aabbb"), st.multimode("aabbbc" + "aa"), st.mode([3, 3, 1]), st.multimode([]))
print(st.quantiles([1, 2, 3, 4, 5, 6, 7, 8]), st.quantiles(data, n=10), st.quantiles([5, 1, 9], n=4, method="inclusive"))
print(st.geometric_mean([54, 24, 36]), st.harmonic_mean([40, 60]), st.harmonic_mean([2.5, 3, 10]), st.harmonic_mean([5]), st.harmonic_mean([1, 0]))
print(st.median_grouped([1, 2, 2, 3, 4, 4, 4, 4, 4, 5]), st.fmean([80, 90], weights=[1, 3]))
x, y = [1, 2, 3, 4, 5], [2, 4.1, 6.2, 7.9, 10.1]
print(st.covariance(x, y), st.correlation(x, y), tuple(st.linear_regression(x, y)))
print(st.variance(data, 7), st.pstdev([1.5, 2.5, 2.5, 2.75, 3.25, 4.75]), st.stdev([10 ** 20, 10 ** 20 + 2]), st.stdev([5, 5]))
print(st.mean(n * n for n in range(5)), st.stdev(n / 7 for n in range(10)))
for bad in (lambda: st.mean([]), lambda: st.stdev([1]), lambda: st.median([]), lambda: st.mode([]), lambda: st.variance([]), lambda: st.quantiles([1]), lambda: st.mean(["a"])):
    try:
        print(bad())
    except (st.StatisticsError, TypeError) as error:
        print(type(error).__name__, error)
# expect:
# 6.85 6.85 5.5 3 5 4.0
# 19.26875 4.389618434442793 15.415 3.926194085880116
# 2.5 2 0.6666666666666666 0.1 1.75
# 1.6666666666666667 1.25 1 1.2909944487358056 0.01333333333333333
# b ['a'] 3 []
# [2.25, 4.5, 6.75] [2.2, 2.65, 3.1, 4.15, 5.5, 8.95, 11.35, 11.65, 11.95] [3.0, 5.0, 7.0]
# 36.000000000000014 48.0 3.6 5 0
# 3.7 87.5
# 5.0 0.9993506330642176 (2.0, 0.0600000000000005)
# 19.296875 0.986893273527251 1.4142135623730951 0.0
# 6 0.4325214791567845
# StatisticsError mean requires at least one data point
# StatisticsError stdev requires at least two data points
# StatisticsError no median for empty data
# StatisticsError no mode for empty data
# StatisticsError variance requires at least two data points
# StatisticsError must have at least two data points
# TypeError can't convert type 'str' to numerator/denominator
