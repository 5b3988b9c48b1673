from datetime import datetime
a = datetime(2024, 2, 29, 13, 14, 15, 123456)
print(a, repr(a), a.isoformat(), a.isoformat(timespec="minutes"), a.isoformat(" ", "milliseconds"))
print(a.date(), a.time(), a.weekday(), a.isoweekday(), a.isocalendar(), a.year, a.microsecond)
print(a.strftime("%Y-%m-%d %H:%M:%S.%f %A %j|%z|%Z|"), f"{a:%d.%m.%Y}", a.ctime(), a.timetuple()[:9])
print(a.replace(hour=0, microsecond=0), datetime.min, datetime.max, datetime(2024, 1, 1) < a, a == a.replace())

# expect:
# 2024-02-29 13:14:15.123456 datetime.datetime(2024, 2, 29, 13, 14, 15, 123456) 2024-02-29T13:14:15.123456 2024-02-29T13:14 2024-02-29 13:14:15.123
# 2024-02-29 13:14:15.123456 3 4 datetime.IsoCalendarDate(year=2024, week=9, weekday=4) 2024 123456
# 2024-02-29 13:14:15.123456 Thursday 060||| 29.02.2024 Thu Feb 29 13:14:15 2024 (2024, 2, 29, 13, 14, 15, 3, 60, -1)
# 2024-02-29 00:14:15 0001-01-01 00:00:00 9999-12-31 23:59:59.999999 True True
