from datetime import date, datetime, time, timedelta
events = [("b", datetime(2024, 1, 2)), ("a", datetime(2023, 12, 31, 23, 59)), ("c", datetime(2024, 1, 1, 12))]
print([name for name, when in sorted(events, key=lambda event: event[1])], max(when for _, when in events))
gaps = [later - earlier for earlier, later in zip(sorted(when for _, when in events), sorted(when for _, when in events)[1:])]
print([str(gap) for gap in gaps], sum(gaps, timedelta()) / len(gaps), min(gaps) < timedelta(hours=13))
print(time(1, 2) < time(1, 3), time(23, 59, 59, 999999), repr(time(5)), time.fromisoformat("12:30").hour, datetime.combine(date(2024, 1, 1), time(5)))

# expect:
# ['a', 'c', 'b'] 2024-01-02 00:00:00
# ['12:01:00', '12:00:00'] 12:00:30 True
# True 23:59:59.999999 datetime.time(5, 0) 12 2024-01-01 05:00:00
