import time
print(time.strptime("2024-02-29 13:14:15", "%Y-%m-%d %H:%M:%S"))
print(time.strptime("30 Nov 00", "%d %b %y")[:3], time.strptime("Mon Jan  5 2015", "%a %b %d %Y")[:3])
print(time.strptime("11:59 PM", "%I:%M %p")[3:5], time.strptime("2024 060", "%Y %j")[:3], time.strptime("1/2/24", "%m/%d/%y")[:3])
for text, form in (("2024-13-01", "%Y-%m-%d"), ("2024-1", "%Y-%m-%d"), ("2024-01-01x", "%Y-%m-%d"), ("x", "%Q")):
    try:
        time.strptime(text, form)
    except ValueError as error:
        print(error)

# expect:
# time.struct_time(tm_year=2024, tm_mon=2, tm_mday=29, tm_hour=13, tm_min=14, tm_sec=15, tm_wday=3, tm_yday=60, tm_isdst=-1)
# (2000, 11, 30) (2015, 1, 5)
# (23, 59) (2024, 2, 29) (2024, 1, 2)
# time data '2024-13-01' does not match format '%Y-%m-%d'
# time data '2024-1' does not match format '%Y-%m-%d'
# unconverted data remains: x
# 'Q' is a bad directive in format '%Q'
