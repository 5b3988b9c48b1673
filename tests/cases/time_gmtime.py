import time
t = time.gmtime(0)
print(t, t.tm_year, t[0], t.tm_zone, len(t), t == (1970, 1, 1, 0, 0, 0, 3, 1, 0))
print(time.gmtime(951782400)[:8], time.gmtime(1e9).tm_yday, time.gmtime(-1)[:6])
print(time.asctime(time.gmtime(1e9)), time.struct_time(range(9)).tm_hour)
for bad in (float("nan"), "x", 1e30):
    try:
        time.gmtime(bad)
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)

# expect:
# time.struct_time(tm_year=1970, tm_mon=1, tm_mday=1, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=3, tm_yday=1, tm_isdst=0) 1970 1970 GMT 9 True
# (2000, 2, 29, 0, 0, 0, 1, 60) 252 (1969, 12, 31, 23, 59, 59)
# Sun Sep  9 01:46:40 2001 3
# ValueError Invalid value NaN (not a number)
# TypeError 'str' object cannot be interpreted as an integer
# OverflowError timestamp out of range for platform time_t
