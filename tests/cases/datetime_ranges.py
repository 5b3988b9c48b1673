# Moments and spans at the ends of their ranges, and parts that are booleans.
from datetime import date, datetime, time, timedelta, timezone

class Later(datetime):
    pass

start, end = datetime(2024, 2, 28, 23, 59, 59, 999999), datetime.max
print(start + timedelta(microseconds=1), start - timedelta(days=366), start - datetime(2023, 2, 28), datetime(2024, 8, 30, True))
print(start < end, start >= end, start == datetime(2024, 2, 28), start != end, start == date(2024, 2, 28), start == 5)
print(type(Later(2024, 1, 1) + timedelta(1)).__name__, Later(2024, 1, 1) == datetime(2024, 1, 1), repr(Later(2024, 1, 1)))
aware = start.replace(tzinfo=timezone(timedelta(hours=2)))
print(aware + timedelta(hours=1), aware - aware.astimezone(timezone.utc), aware == start, (aware - timedelta(days=60)).tzinfo)
for calculate in (lambda: end + timedelta(microseconds=1), lambda: datetime.min - timedelta(1), lambda: start < aware, lambda: start - aware,
                  lambda: start < start.date(), lambda: datetime(2023, 2, 29), lambda: datetime(2024, 1, 1, 24), lambda: start.replace(month=0),
                  lambda: datetime(2024, 1, 1, tzinfo=3), lambda: datetime.fromisoformat('2023-02-29T10:00'), lambda: start + 3,
                  lambda: timedelta.max + timedelta(1)):
    try:
        print(calculate())
    except (OverflowError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
for text in ('2024-03-01T12:30', '2024-03-01 12:30:15', '2024-03-01T12:30:15.000250', '2024-03-01T12:30:15+02:00', '2024-03-01'):
    print(repr(datetime.fromisoformat(text)))
print([date.fromordinal(number).isoformat() for number in (1, 365, 366, 730120, 730179, 3652059)], date(2000, 12, 31).toordinal())

# The fold stands before the zone in a moment, and behind it in a time.
print(repr(datetime(2000, 1, 1, fold=1, tzinfo=timezone.utc)), repr(time(1, 2, fold=1, tzinfo=timezone.utc)))

# expect:
# 2024-02-29 00:00:00 2023-02-27 23:59:59.999999 365 days, 23:59:59.999999 2024-08-30 01:00:00
# True False False True False False
# Later True Later(2024, 1, 1, 0, 0)
# 2024-02-29 00:59:59.999999+02:00 0:00:00 False UTC+02:00
# OverflowError date value out of range
# OverflowError date value out of range
# TypeError can't compare offset-naive and offset-aware datetimes
# TypeError can't subtract offset-naive and offset-aware datetimes
# TypeError can't compare datetime.datetime to datetime.date
# ValueError day is out of range for month
# ValueError hour must be in 0..23
# ValueError month must be in 1..12
# TypeError tzinfo argument must be None or of a tzinfo subclass, not type 'int'
# ValueError day is out of range for month
# TypeError unsupported operand type(s) for +: 'datetime.datetime' and 'int'
# OverflowError days=1000000000; must have magnitude <= 999999999
# datetime.datetime(2024, 3, 1, 12, 30)
# datetime.datetime(2024, 3, 1, 12, 30, 15)
# datetime.datetime(2024, 3, 1, 12, 30, 15, 250)
# datetime.datetime(2024, 3, 1, 12, 30, 15, tzinfo=datetime.timezone(datetime.timedelta(seconds=7200)))
# datetime.datetime(2024, 3, 1, 0, 0)
# ['0001-01-01', '0001-12-31', '0002-01-01', '2000-01-01', '2000-02-29', '9999-12-31'] 730485
# datetime.datetime(2000, 1, 1, 0, 0, fold=1, tzinfo=datetime.timezone.utc) datetime.time(1, 2, tzinfo=datetime.timezone.utc, fold=1)
