import time
t = time.gmtime(1234567890)
print(time.strftime("%Y-%m-%d %H:%M:%S %j %U %W %w %a %A %b %B %p %I %y %%", t))
print(time.strftime("%c|%x|%X|%D|%F|%T|%R|%e|%C|%h|%u|%G-W%V", t))
for seconds in range(0, 4102444800, 398765432):
    print(time.strftime("%Y %j %U %W %V %G %u %e", time.gmtime(seconds)))
try:
    time.strftime("%Y", (2024, 13, 1, 0, 0, 0, 0, 1, 0))
except ValueError as error:
    print(error)

# expect:
# 2009-02-13 23:31:30 044 06 06 5 Fri Friday Feb February PM 11 09 %
# Fri Feb 13 23:31:30 2009|02/13/09|23:31:30|02/13/09|2009-02-13|23:31:30|23:31|13|20|Feb|5|2009-W07
# 1970 001 00 00 01 1970 4  1
# 1982 233 33 33 33 1982 6 21
# 1995 100 15 15 15 1995 1 10
# 2007 333 47 48 48 2007 4 29
# 2020 200 28 28 29 2020 6 18
# 2033 066 10 10 10 2033 1  7
# 2045 299 43 43 43 2045 4 26
# 2058 166 23 23 24 2058 6 15
# 2071 033 05 05 06 2071 1  2
# 2083 266 38 38 38 2083 4 23
# 2096 133 19 19 19 2096 6 12
# month out of range
