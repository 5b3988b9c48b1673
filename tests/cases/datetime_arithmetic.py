from datetime import date, datetime, timedelta
a = datetime(2024, 2, 29, 13, 14, 15)
print(a + timedelta(days=366, hours=5), a - timedelta(weeks=1), a - datetime(2000, 1, 1), repr(a - a))
print(date(2024, 12, 31) + timedelta(1), date(2024, 3, 1) - date(2024, 2, 1), (date(2024, 1, 1) - timedelta(days=1)).isoformat())
start = date(2024, 1, 29)
print([(start + timedelta(days=n)).strftime("%a %d") for n in range(0, 5)])
print(max(date(2024, 1, 1), date(2023, 5, 5)), sorted([date(2024, 1, 1), date(2023, 5, 5)]), len({date(2024, 1, 1), date(2024, 1, 1)}))

# expect:
# 2025-03-01 18:14:15 2024-02-22 13:14:15 8825 days, 13:14:15 datetime.timedelta(0)
# 2025-01-01 29 days, 0:00:00 2023-12-31
# ['Mon 29', 'Tue 30', 'Wed 31', 'Thu 01', 'Fri 02']
# 2024-01-01 [datetime.date(2023, 5, 5), datetime.date(2024, 1, 1)] 1
