"""Time zones by name."""
from datetime import datetime, timedelta, timezone, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError
utc = ZoneInfo('UTC')
print(utc, repr(utc), utc.key, ZoneInfo('UTC') is utc, ZoneInfo.no_cache('UTC') is utc)
print(datetime(2024, 3, 1, 12, tzinfo=utc).isoformat(), datetime(2024, 3, 1, tzinfo=utc).tzname(), utc.utcoffset(None))
for wrong in ('Nowhere/City', '/etc/passwd', '../x', 'Europe/../x', 3):
    try:
        print(ZoneInfo(wrong))
    except (ZoneInfoNotFoundError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
for key in ('Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'Asia/Kolkata', 'Australia/Sydney', 'America/Sao_Paulo', 'UTC'):
    zone = ZoneInfo(key)
    for moment in (datetime(2024, 1, 15, 12), datetime(2024, 7, 15, 12), datetime(2024, 3, 31, 0, 30), datetime(2030, 10, 27, 1, 30), datetime(1985, 5, 5, 5)):
        there = moment.replace(tzinfo=timezone.utc).astimezone(zone)
        print(key, there.isoformat(), there.tzname(), there.dst(), there.fold, there.astimezone(timezone.utc).isoformat())
berlin = ZoneInfo('Europe/Berlin')
for hour in range(4):
    for fold in (0, 1):
        spring, autumn = datetime(2024, 3, 31, hour, 30, tzinfo=berlin, fold=fold), datetime(2024, 10, 27, hour, 30, tzinfo=berlin, fold=fold)
        print(spring, spring.tzname(), autumn, autumn.dst(), autumn.timestamp())
for minutes in range(0, 240, 30):
    print((datetime(2024, 10, 26, 23, 0, tzinfo=timezone.utc) + timedelta(minutes=minutes)).astimezone(berlin), end=' ')
print()
meeting = datetime(2024, 5, 1, 9, 0, tzinfo=ZoneInfo('America/New_York'))
for key in ('Europe/London', 'Asia/Tokyo'):
    print(meeting.astimezone(ZoneInfo(key)).strftime('%Y-%m-%d %H:%M %Z %z'))
print(datetime.fromtimestamp(0, ZoneInfo('America/New_York')), meeting == meeting.astimezone(berlin), meeting - datetime(2024, 5, 1, 9, tzinfo=berlin))
import copy, pickle
print(pickle.loads(pickle.dumps(berlin)) is berlin, copy.copy(berlin) is berlin, {berlin: 1}[ZoneInfo('Europe/Berlin')])
print(time(12, tzinfo=berlin).utcoffset(), repr(meeting))
# expect:
# UTC zoneinfo.ZoneInfo(key='UTC') UTC True False
# 2024-03-01T12:00:00+00:00 UTC 0:00:00
# ZoneInfoNotFoundError 'No time zone found with key Nowhere/City'
# ValueError ZoneInfo keys may not be absolute paths, got: /etc/passwd
# ValueError ZoneInfo keys must refer to subdirectories of TZPATH, got: ../x
# ValueError ZoneInfo keys must be normalized relative paths, got: Europe/../x
# TypeError expected str, bytes or os.PathLike object, not int
# Europe/Berlin 2024-01-15T13:00:00+01:00 CET 0:00:00 0 2024-01-15T12:00:00+00:00
# Europe/Berlin 2024-07-15T14:00:00+02:00 CEST 1:00:00 0 2024-07-15T12:00:00+00:00
# Europe/Berlin 2024-03-31T01:30:00+01:00 CET 0:00:00 0 2024-03-31T00:30:00+00:00
# Europe/Berlin 2030-10-27T02:30:00+01:00 CET 0:00:00 1 2030-10-27T01:30:00+00:00
# Europe/Berlin 1985-05-05T07:00:00+02:00 CEST 1:00:00 0 1985-05-05T05:00:00+00:00
# America/New_York 2024-01-15T07:00:00-05:00 EST 0:00:00 0 2024-01-15T12:00:00+00:00
# America/New_York 2024-07-15T08:00:00-04:00 EDT 1:00:00 0 2024-07-15T12:00:00+00:00
# America/New_York 2024-03-30T20:30:00-04:00 EDT 1:00:00 0 2024-03-31T00:30:00+00:00
# America/New_York 2030-10-26T21:30:00-04:00 EDT 1:00:00 0 2030-10-27T01:30:00+00:00
# America/New_York 1985-05-05T01:00:00-04:00 EDT 1:00:00 0 1985-05-05T05:00:00+00:00
# Asia/Tokyo 2024-01-15T21:00:00+09:00 JST 0:00:00 0 2024-01-15T12:00:00+00:00
# Asia/Tokyo 2024-07-15T21:00:00+09:00 JST 0:00:00 0 2024-07-15T12:00:00+00:00
# Asia/Tokyo 2024-03-31T09:30:00+09:00 JST 0:00:00 0 2024-03-31T00:30:00+00:00
# Asia/Tokyo 2030-10-27T10:30:00+09:00 JST 0:00:00 0 2030-10-27T01:30:00+00:00
# Asia/Tokyo 1985-05-05T14:00:00+09:00 JST 0:00:00 0 1985-05-05T05:00:00+00:00
# Asia/Kolkata 2024-01-15T17:30:00+05:30 IST 0:00:00 0 2024-01-15T12:00:00+00:00
# Asia/Kolkata 2024-07-15T17:30:00+05:30 IST 0:00:00 0 2024-07-15T12:00:00+00:00
# Asia/Kolkata 2024-03-31T06:00:00+05:30 IST 0:00:00 0 2024-03-31T00:30:00+00:00
# Asia/Kolkata 2030-10-27T07:00:00+05:30 IST 0:00:00 0 2030-10-27T01:30:00+00:00
# Asia/Kolkata 1985-05-05T10:30:00+05:30 IST 0:00:00 0 1985-05-05T05:00:00+00:00
# Australia/Sydney 2024-01-15T23:00:00+11:00 AEDT 1:00:00 0 2024-01-15T12:00:00+00:00
# Australia/Sydney 2024-07-15T22:00:00+10:00 AEST 0:00:00 0 2024-07-15T12:00:00+00:00
# Australia/Sydney 2024-03-31T11:30:00+11:00 AEDT 1:00:00 0 2024-03-31T00:30:00+00:00
# Australia/Sydney 2030-10-27T12:30:00+11:00 AEDT 1:00:00 0 2030-10-27T01:30:00+00:00
# Australia/Sydney 1985-05-05T15:00:00+10:00 AEST 0:00:00 0 1985-05-05T05:00:00+00:00
# America/Sao_Paulo 2024-01-15T09:00:00-03:00 -03 0:00:00 0 2024-01-15T12:00:00+00:00
# America/Sao_Paulo 2024-07-15T09:00:00-03:00 -03 0:00:00 0 2024-07-15T12:00:00+00:00
# America/Sao_Paulo 2024-03-30T21:30:00-03:00 -03 0:00:00 0 2024-03-31T00:30:00+00:00
# America/Sao_Paulo 2030-10-26T22:30:00-03:00 -03 0:00:00 0 2030-10-27T01:30:00+00:00
# America/Sao_Paulo 1985-05-05T02:00:00-03:00 -03 0:00:00 0 1985-05-05T05:00:00+00:00
# UTC 2024-01-15T12:00:00+00:00 UTC 0:00:00 0 2024-01-15T12:00:00+00:00
# UTC 2024-07-15T12:00:00+00:00 UTC 0:00:00 0 2024-07-15T12:00:00+00:00
# UTC 2024-03-31T00:30:00+00:00 UTC 0:00:00 0 2024-03-31T00:30:00+00:00
# UTC 2030-10-27T01:30:00+00:00 UTC 0:00:00 0 2030-10-27T01:30:00+00:00
# UTC 1985-05-05T05:00:00+00:00 UTC 0:00:00 0 1985-05-05T05:00:00+00:00
# 2024-03-31 00:30:00+01:00 CET 2024-10-27 00:30:00+02:00 1:00:00 1729981800.0
# 2024-03-31 00:30:00+01:00 CET 2024-10-27 00:30:00+02:00 1:00:00 1729981800.0
# 2024-03-31 01:30:00+01:00 CET 2024-10-27 01:30:00+02:00 1:00:00 1729985400.0
# 2024-03-31 01:30:00+01:00 CET 2024-10-27 01:30:00+02:00 1:00:00 1729985400.0
# 2024-03-31 02:30:00+01:00 CET 2024-10-27 02:30:00+02:00 1:00:00 1729989000.0
# 2024-03-31 02:30:00+02:00 CEST 2024-10-27 02:30:00+01:00 0:00:00 1729992600.0
# 2024-03-31 03:30:00+02:00 CEST 2024-10-27 03:30:00+01:00 0:00:00 1729996200.0
# 2024-03-31 03:30:00+02:00 CEST 2024-10-27 03:30:00+01:00 0:00:00 1729996200.0
# 2024-10-27 01:00:00+02:00 2024-10-27 01:30:00+02:00 2024-10-27 02:00:00+02:00 2024-10-27 02:30:00+02:00 2024-10-27 02:00:00+01:00 2024-10-27 02:30:00+01:00 2024-10-27 03:00:00+01:00 2024-10-27 03:30:00+01:00 
# 2024-05-01 14:00 BST +0100
# 2024-05-01 22:00 JST +0900
# 1969-12-31 19:00:00-05:00 True 6:00:00
# True True 1
# None datetime.datetime(2024, 5, 1, 9, 0, tzinfo=zoneinfo.ZoneInfo(key='America/New_York'))
