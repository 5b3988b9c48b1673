from datetime import timedelta
t = timedelta(days=1, hours=2, minutes=3, seconds=4, microseconds=5, milliseconds=6)
print(t, repr(t), t.total_seconds(), -t, abs(-t), t * 2, t / 2, t * 1.5, 3 * t)
print(t // timedelta(hours=1), t % timedelta(hours=1), divmod(t, timedelta(hours=5)), t / timedelta(hours=1))
print(timedelta(seconds=0.1), timedelta(days=-1, seconds=1), timedelta(0), repr(timedelta(0)), timedelta(hours=1.5))
print(timedelta.max, timedelta.min, timedelta.resolution, timedelta(1) == timedelta(hours=24), bool(timedelta(0)))
print(sum([timedelta(minutes=1)] * 3, timedelta()), timedelta(microseconds=1) / 2, timedelta(seconds=7) / 3)

# expect:
# 1 day, 2:03:04.006005 datetime.timedelta(days=1, seconds=7384, microseconds=6005) 93784.006005 -2 days, 21:56:55.993995 1 day, 2:03:04.006005 2 days, 4:06:08.012010 13:01:32.003002 1 day, 15:04:36.009008 3 days, 6:09:12.018015
# 26 0:03:04.006005 (5, datetime.timedelta(seconds=3784, microseconds=6005)) 26.051112779166665
# 0:00:00.100000 -1 day, 0:00:01 0:00:00 datetime.timedelta(0) 1:30:00
# 999999999 days, 23:59:59.999999 -999999999 days, 0:00:00 0:00:00.000001 True False
# 0:03:00 0:00:00 0:00:02.333333
