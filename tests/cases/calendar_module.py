import calendar
print(calendar.month(2024, 2))
print(calendar.monthrange(2023, 2), calendar.isleap(2000), calendar.leapdays(2000, 2021), calendar.weekday(2024, 5, 6), calendar.day_name[0])
print(calendar.monthcalendar(2024, 9), calendar.timegm((2024, 1, 1, 0, 0, 0)), calendar.month_abbr[12], list(calendar.month_name)[:3])
print(calendar.TextCalendar(6).formatmonth(2025, 3))
print([str(day) for day in calendar.Calendar().itermonthdates(2024, 2)][:4])
print(calendar.calendar(2024)[:400])
try:
    calendar.monthrange(2024, 13)
except calendar.IllegalMonthError as error:
    print(error)

# expect:
#    February 2024
# Mo Tu We Th Fr Sa Su
#           1  2  3  4
#  5  6  7  8  9 10 11
# 12 13 14 15 16 17 18
# 19 20 21 22 23 24 25
# 26 27 28 29
#
# (2, 28) True 6 0 Monday
# [[0, 0, 0, 0, 0, 0, 1], [2, 3, 4, 5, 6, 7, 8], [9, 10, 11, 12, 13, 14, 15], [16, 17, 18, 19, 20, 21, 22], [23, 24, 25, 26, 27, 28, 29], [30, 0, 0, 0, 0, 0, 0]] 1704067200 Dec ['', 'January', 'February']
#      March 2025
# Su Mo Tu We Th Fr Sa
#                    1
#  2  3  4  5  6  7  8
#  9 10 11 12 13 14 15
# 16 17 18 19 20 21 22
# 23 24 25 26 27 28 29
# 30 31
#
# ['2024-01-29', '2024-01-30', '2024-01-31', '2024-02-01']
#                                   2024
#
#       January                   February                   March
# Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su
#  1  2  3  4  5  6  7                1  2  3  4                   1  2  3
#  8  9 10 11 12 13 14       5  6  7  8  9 10 11       4  5  6  7  8  9 10
# 15 16 17 18 19 20 21      12 13 14 15 16 17 18      11 12 13 14 15 16 17
# 22 
# bad month number 13; must be 1-12
