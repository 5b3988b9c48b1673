from datetime import datetime, timedelta, timezone, tzinfo
u = datetime(2024, 1, 1, tzinfo=timezone.utc)
e = timezone(timedelta(hours=-5), "EST")
print(u, u.astimezone(e), repr(u.astimezone(e)), u.timestamp(), u.tzname(), e, repr(e), u == u.astimezone(e))
print(repr(timezone.utc), timezone(timedelta(hours=5, minutes=30)), datetime.fromtimestamp(0, timezone.utc))
class Summer(tzinfo):
    def utcoffset(self, when): return timedelta(hours=2)
    def dst(self, when): return timedelta(hours=1)
    def tzname(self, when): return "SUMMER"
print(datetime(2024, 7, 1, tzinfo=Summer()).isoformat(), u.astimezone(Summer()), datetime(2024, 7, 1, tzinfo=Summer()).strftime("%Z %z"))

# expect:
# 2024-01-01 00:00:00+00:00 2023-12-31 19:00:00-05:00 datetime.datetime(2023, 12, 31, 19, 0, tzinfo=datetime.timezone(datetime.timedelta(days=-1, seconds=68400), 'EST')) 1704067200.0 UTC EST datetime.timezone(datetime.timedelta(days=-1, seconds=68400), 'EST') True
# datetime.timezone.utc UTC+05:30 1970-01-01 00:00:00+00:00
# 2024-07-01T00:00:00+02:00 2024-01-01 02:00:00+02:00 SUMMER +0200
