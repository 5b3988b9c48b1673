from datetime import date, datetime, time
print(datetime.fromisoformat("2024-01-02T03:04:05+01:00"), datetime.fromisoformat("2024-01-02"), datetime.fromisoformat("20240102T030405Z"))
print(date.fromisoformat("2024-W01-3"), time.fromisoformat("04:05:06.7"), datetime.fromisoformat("2024-01-02 03:04"))
print(datetime.strptime("2024-03-04 05:06:07.89", "%Y-%m-%d %H:%M:%S.%f"), datetime.strptime("Mon Mar  4 2024", "%a %b %d %Y"))
print(datetime.strptime("12/31/99 11:59 PM", "%m/%d/%y %I:%M %p"), repr(datetime.strptime("2024-01-01 +0200", "%Y-%m-%d %z")))
for call in (lambda: date.fromisoformat("x"), lambda: datetime.strptime("x", "%Y"), lambda: datetime.fromisoformat("2024-13-01")):
    try:
        print(call())
    except ValueError as error:
        print(error)

# expect:
# 2024-01-02 03:04:05+01:00 2024-01-02 00:00:00 2024-01-02 03:04:05+00:00
# 2024-01-03 04:05:06.700000 2024-01-02 03:04:00
# 2024-03-04 05:06:07.890000 2024-03-04 00:00:00
# 1999-12-31 23:59:00 datetime.datetime(2024, 1, 1, 0, 0, tzinfo=datetime.timezone(datetime.timedelta(seconds=7200)))
# Invalid isoformat string: 'x'
# time data 'x' does not match format '%Y'
# month must be in 1..12
