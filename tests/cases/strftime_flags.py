import time
from datetime import datetime

moment = datetime(2024, 3, 5, 7, 8, 9, 12)
parts = moment.timetuple()
formats = ('%-d', '%-m/%-d/%Y', '%_d', '%^a %^B', '%#b', '%#p', '%H%%M', '%%%d', '%', 'a%', '%Q', '%-I:%M %p', '%Od %Ey', '%0e',
           '%-j', '%_H|', '%-f', '%n|%t|', 'nothing', '')
for format in formats:
    print(repr(format), repr(moment.strftime(format)), repr(time.strftime(format, parts)))
print(f'{moment:%-d %B}', moment.strftime('%f'), time.strftime('%f', parts))
print(repr(time.strftime('%Z%z', parts)))
for wrong in ((2024, 13, 1), (2024, 1, 32), (2024, 1, 1, 24), (2024, 1, 1, 0, 60), (2024, 1, 1, 0, 0, 62)):
    try:
        time.strftime('%Y', wrong + (0,) * (9 - len(wrong)))
    except ValueError as error:
        print(error)

# expect:
# '%-d' '5' '5'
# '%-m/%-d/%Y' '3/5/2024' '3/5/2024'
# '%_d' ' 5' ' 5'
# '%^a %^B' 'TUE MARCH' 'TUE MARCH'
# '%#b' 'MAR' 'MAR'
# '%#p' 'am' 'am'
# '%H%%M' '07%M' '07%M'
# '%%%d' '%05' '%05'
# '%' '%' '%'
# 'a%' 'a%' 'a%'
# '%Q' '%Q' '%Q'
# '%-I:%M %p' '7:08 AM' '7:08 AM'
# '%Od %Ey' '05 24' '05 24'
# '%0e' '05' '05'
# '%-j' '65' '65'
# '%_H|' ' 7|' ' 7|'
# '%-f' '%-f' '%-f'
# '%n|%t|' '\n|\t|' '\n|\t|'
# 'nothing' 'nothing' 'nothing'
# '' '' ''
# 5 March 000012 %f
# ''
# month out of range
# day of month out of range
# hour out of range
# minute out of range
# seconds out of range
