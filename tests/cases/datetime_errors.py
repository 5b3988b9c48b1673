from datetime import date, datetime, time, timedelta, timezone
u, a = datetime(2024, 1, 1, tzinfo=timezone.utc), datetime(2024, 1, 1)
for call in (lambda: datetime(2023, 2, 29), lambda: date(0, 1, 1), lambda: datetime(2023, 13, 1), lambda: time(25), lambda: u < a,
             lambda: u - a, lambda: a < a.date(), lambda: date.max + timedelta(1), lambda: timedelta("x"), lambda: datetime(2024),
             lambda: date("2024", 1, 1), lambda: timezone(5), lambda: a == a.date()):
    try:
        print(call())
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)

# expect:
# ValueError day is out of range for month
# ValueError year 0 is out of range
# ValueError month must be in 1..12
# ValueError hour must be in 0..23
# TypeError can't compare offset-naive and offset-aware datetimes
# TypeError can't subtract offset-naive and offset-aware datetimes
# TypeError can't compare datetime.datetime to datetime.date
# OverflowError date value out of range
# TypeError unsupported type for timedelta days component: str
# TypeError function missing required argument 'month' (pos 2)
# TypeError 'str' object cannot be interpreted as an integer
# TypeError timezone() argument 1 must be datetime.timedelta, not int
# False
