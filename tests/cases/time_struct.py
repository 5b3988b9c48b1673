import time
moment = time.struct_time((2024, 1, 2, 3, 4, 5, 1, 2, 0))
print(moment.tm_year, moment[3:6], moment == (2024, 1, 2, 3, 4, 5, 1, 2, 0), tuple(moment), time.strftime("%d/%m/%Y %H:%M", moment))
year, month, *rest = moment
print(year, month, rest, len(moment), time.asctime(moment), isinstance(moment, tuple))
try:
    time.struct_time((1, 2))
except TypeError as error:
    print(error)

# expect:
# 2024 (3, 4, 5) True (2024, 1, 2, 3, 4, 5, 1, 2, 0) 02/01/2024 03:04
# 2024 1 [2, 3, 4, 5, 1, 2, 0] 9 Tue Jan  2 03:04:05 2024 True
# time.struct_time() takes an at least 9-sequence (2-sequence given)
