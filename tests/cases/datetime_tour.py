from datetime import datetime, date, timedelta, timezone, time
d = datetime(2024, 2, 28, 23, 59, 58, 123456)
print(d + timedelta(days=1, seconds=3), d.isoformat(), d.strftime('%a %d %B %Y %H:%M:%S.%f %j %p %I'), repr(d), d.date(), d.time(), d.weekday(), d.isocalendar(), d.replace(year=2023, month=1), d.timetuple()[:6])
print(date(2024, 12, 25) - date(2024, 2, 29), timedelta(hours=25, minutes=-5), repr(timedelta(days=-1, seconds=5)), timedelta(seconds=90) / timedelta(minutes=1), timedelta(days=7) // 2, timedelta(1) * 1.5, (timedelta(hours=5)).total_seconds(), str(timedelta(microseconds=1)), abs(timedelta(-1)))
print(datetime.strptime('2024-03-05 14:30', '%Y-%m-%d %H:%M'), datetime.fromisoformat('2024-01-02T03:04:05+02:00'), date.fromisoformat('2024-01-02'), datetime(2024, 1, 1, tzinfo=timezone.utc).isoformat(), datetime(2024, 1, 1, 12, tzinfo=timezone(timedelta(hours=5, minutes=30))).astimezone(timezone.utc), date(2024, 1, 31).toordinal(), date.fromordinal(738000), datetime.fromtimestamp(0, timezone.utc), datetime.min, date.max)
print(sorted([date(2024, 5, 1), date(2023, 5, 1)]), date(2024, 1, 1) < date(2024, 1, 2), datetime(2024, 1, 1) == datetime(2024, 1, 1), time(10, 30) > time(9), time.fromisoformat('10:20:30'), f'{d:%H:%M}', hash(date(2024,1,1)) == hash(date(2024,1,1)))
try: date(2023, 2, 29)
except ValueError as e: print(e)
try: datetime(2024, 1, 1) - datetime(2024, 1, 1, tzinfo=timezone.utc)
except TypeError as e: print(e)
try: datetime.strptime('x', '%Y')
except ValueError as e: print(e)
import calendar; print(calendar.monthrange(2024, 2), calendar.isleap(1900), calendar.month(2024, 2), calendar.day_name[0])

# expect:
# 2024-03-01 00:00:01.123456 2024-02-28T23:59:58.123456 Wed 28 February 2024 23:59:58.123456 059 PM 11 datetime.datetime(2024, 2, 28, 23, 59, 58, 123456) 2024-02-28 23:59:58.123456 2 datetime.IsoCalendarDate(year=2024, week=9, weekday=3) 2023-01-28 23:59:58.123456 (2024, 2, 28, 23, 59, 58)
# 300 days, 0:00:00 1 day, 0:55:00 datetime.timedelta(days=-1, seconds=5) 1.5 3 days, 12:00:00 1 day, 12:00:00 18000.0 0:00:00.000001 1 day, 0:00:00
# 2024-03-05 14:30:00 2024-01-02 03:04:05+02:00 2024-01-02 2024-01-01T00:00:00+00:00 2024-01-01 06:30:00+00:00 738916 2021-07-29 1970-01-01 00:00:00+00:00 0001-01-01 00:00:00 9999-12-31
# [datetime.date(2023, 5, 1), datetime.date(2024, 5, 1)] True True True 10:20:30 23:59 True
# day is out of range for month
# can't subtract offset-naive and offset-aware datetimes
# time data 'x' does not match format '%Y'
# (3, 29) False    February 2024
# Mo Tu We Th Fr Sa Su
#           1  2  3  4
#  5  6  7  8  9 10 11
# 12 13 14 15 16 17 18
# 19 20 21 22 23 24 25
# 26 27 28 29
#  Monday
