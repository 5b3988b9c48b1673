from datetime import date, timedelta
import calendar
def add_months(day, count):
    month = day.month - 1 + count
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
start = date(2023, 10, 31)
print([str(add_months(start, n)) for n in range(6)], (add_months(start, 4) - start).days)
birthday = date(1990, 5, 17)
today = date(2024, 5, 16)
print(today.year - birthday.year - ((today.month, today.day) < (birthday.month, birthday.day)))
sundays = [day for day in (date(2024, 2, 1) + timedelta(n) for n in range(29)) if day.weekday() == 6]
print([day.isoformat() for day in sundays], sum(1 for year in range(1901, 2001) for month in range(1, 13) if date(year, month, 1).weekday() == 6))

# expect:
# ['2023-10-31', '2023-11-30', '2023-12-31', '2024-01-31', '2024-02-29', '2024-03-31'] 121
# 33
# ['2024-02-04', '2024-02-11', '2024-02-18', '2024-02-25'] 171
