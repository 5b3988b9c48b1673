from datetime import date, timedelta
d = date(2024, 12, 30)
print(d, repr(d), d.toordinal(), date.fromordinal(1), d.isocalendar(), d.isocalendar().week, date.fromisocalendar(2025, 1, 1))
for n in range(1, 3652059, 412345):
    assert date.fromordinal(n).toordinal() == n
    print(date.fromordinal(n), end=" ")
print(date.min, date.max, d.replace(year=2023), d.timetuple().tm_yday, d.strftime("%B %d, %Y"), f"{d}")
leap = [year for year in range(1896, 1910) if (date(year, 3, 1) - timedelta(1)).day == 29]
print(leap)

# expect:
# 2024-12-30 datetime.date(2024, 12, 30) 739250 0001-01-01 datetime.IsoCalendarDate(year=2025, week=1, weekday=1) 1 2024-12-30
# 0001-01-01 1129-12-19 2258-12-05 3387-11-21 4516-11-07 5645-10-24 6774-10-11 7903-09-28 9032-09-13 0001-01-01 9999-12-31 2023-12-30 365 December 30, 2024 2024-12-30
# [1896, 1904, 1908]
