# What is not native of the module: executed in it when it is first wanted.

from _calendar_text import EPOCH_DAY as _EPOCH_DAY, Fields as _Fields
from _calendar_text import day_of_year as _day_of_year, formatted as _formatted
from _moments import date_of as _date_of, day_number as _day_number
from _system import zone as _zone

_NAMES = ('tm_year', 'tm_mon', 'tm_mday', 'tm_hour', 'tm_min', 'tm_sec', 'tm_wday', 'tm_yday', 'tm_isdst')

class struct_time(tuple):
    __module__ = 'time'
    n_fields = 11
    n_sequence_fields = 9
    n_unnamed_fields = 0
    __match_args__ = _NAMES

    def __new__(cls, iterable):
        items = tuple(iterable)
        if len(items) < 9:
            raise TypeError(f'time.struct_time() takes an at least 9-sequence ({len(items)}-sequence given)')
        if len(items) > 11:
            raise TypeError(f'time.struct_time() takes an at most 11-sequence ({len(items)}-sequence given)')
        made = tuple.__new__(cls, items[:9])
        for name, value in zip(_NAMES, items):
            object.__setattr__(made, name, value)
        made.tm_zone = items[9] if len(items) > 9 else None
        made.tm_gmtoff = items[10] if len(items) > 10 else None
        return made

    def __repr__(self):
        fields = ', '.join(f'{name}={value!r}' for name, value in zip(_NAMES, self))
        return f'time.struct_time({fields})'

def _seconds(secs):
    if secs is None:
        return int(time() // 1)
    if not isinstance(secs, (int, float)):
        raise TypeError(f"'{type(secs).__name__}' object cannot be interpreted as an integer")
    if secs != secs:
        raise ValueError('Invalid value NaN (not a number)')
    if not -67768040609740800 <= secs <= 67768036191676799:
        raise OverflowError('timestamp out of range for platform time_t')
    return int(secs // 1)

def _broken_down(seconds, ahead, is_summer, zone):
    days, rest = divmod(seconds + ahead, 86400)
    year, month, day = _date_of(days + _EPOCH_DAY)
    hour, rest = divmod(rest, 3600)
    minute, second = divmod(rest, 60)
    weekday = (days + 3) % 7
    yearday = _day_of_year(year, month, day)
    return struct_time((year, month, day, hour, minute, second, weekday, yearday, is_summer, zone, ahead))

def gmtime(seconds=None, /):
    return _broken_down(_seconds(seconds), 0, 0, 'GMT')

def localtime(seconds=None, /):
    seconds = _seconds(seconds)
    ahead, is_summer, zone = _zone(seconds)
    return _broken_down(seconds, ahead, is_summer, zone)

def mktime(time_tuple, /):
    if not isinstance(time_tuple, tuple):
        raise TypeError('Tuple or struct_time argument required')
    if len(time_tuple) < 9:
        raise TypeError('mktime(): illegal time tuple argument')
    year, month, day, hour, minute, second = time_tuple[:6]
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    days = _day_number(year, month, 1) + day - 1 - _EPOCH_DAY
    wall = days * 86400 + hour * 3600 + minute * 60 + second
    # The offset that holds then is found from the one that holds about then.
    guess = wall - _zone(wall)[0]
    moment = wall - _zone(guess)[0]
    summer = time_tuple[8]
    if summer == 1 and not _zone(moment)[1] and _zone(moment - 3600)[1]:
        moment -= 3600
    return float(moment)

def _checked(time_tuple):
    if not isinstance(time_tuple, tuple):
        raise TypeError('Tuple or struct_time argument required')
    if len(time_tuple) < 9:
        raise TypeError('strftime(): illegal time tuple argument')
    year, month, day, hour, minute, second, weekday, yearday, summer = time_tuple[:9]
    month, day, yearday = month or 1, day or 1, yearday or 1
    wrong = ('month' if not 1 <= month <= 12 else 'day of month' if not 1 <= day <= 31 else
             'hour' if not 0 <= hour <= 23 else 'minute' if not 0 <= minute <= 59 else
             'seconds' if not 0 <= second <= 61 else 'day of year' if not 1 <= yearday <= 366 else '')
    if wrong:
        raise ValueError(wrong + ' out of range')
    return year, month, day, hour, minute, second, weekday % 7, yearday, summer

def strftime(format, time_tuple=None, /):
    if not isinstance(format, str):
        raise TypeError(f'strftime() argument 1 must be str, not {type(format).__name__}')
    if time_tuple is None:
        time_tuple = localtime()
    parts = _checked(time_tuple)
    if '%' not in format:
        return format
    zone = offset = ''
    if 'Z' in format or 'z' in format:
        zone, offset = _zone_shown(time_tuple, parts[8])
    return _formatted(format, _Fields(*parts[:8], None, offset, zone))

# Where it is not known whether it was summer time, there is none.
def _zone_shown(time_tuple, is_summer):
    ahead, zone = getattr(time_tuple, 'tm_gmtoff', None), getattr(time_tuple, 'tm_zone', None)
    if zone is None:
        if is_summer < 0:
            return '', ''
        zone, ahead = (tzname[1], -altzone) if is_summer > 0 else (tzname[0], -timezone)
    sign = '-' if ahead < 0 else '+'
    return zone, f'{sign}{abs(ahead) // 3600:02d}{abs(ahead) % 3600 // 60:02d}'

def strptime(string, format='%a %b %d %H:%M:%S %Y', /):
    from _strptime import parsed
    found = parsed(string, format)
    clock = [found.get(name, 0) for name in ('hour', 'minute', 'second')]
    zone = found.get('zone')
    summer = 0 if zone in ('UTC', 'GMT') or zone in tzname[:1] else -1
    return struct_time((found['year'], found['month'], found['day'], *clock, found['weekday'], found['yearday'], summer,
                        zone, found.get('offset')))

def asctime(time_tuple=None, /):
    parts = _checked(localtime() if time_tuple is None else time_tuple)
    return _formatted('%c', _Fields(*parts[:8]))

def ctime(seconds=None, /):
    return asctime(localtime(seconds))

def tzset():
    pass

def _zones():
    # What holds at the beginning of January and of July of this year.
    year = gmtime().tm_year
    moments = [(_day_number(year, month, 1) - _EPOCH_DAY) * 86400 for month in (1, 7)]
    found = [_zone(moment) for moment in moments]
    standard = min(found, key=lambda zone: zone[1])
    summer = max(found, key=lambda zone: zone[1])
    return -standard[0], -summer[0], int(summer[1] != 0), (standard[2], summer[2])

timezone, altzone, daylight, tzname = _zones()
CLOCK_REALTIME, CLOCK_MONOTONIC, CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID, CLOCK_MONOTONIC_RAW = range(5)
CLOCK_BOOTTIME, CLOCK_TAI = 7, 11

def clock_gettime(clk_id, /):
    clocks = (time, monotonic, process_time, thread_time, monotonic)
    if clk_id == CLOCK_BOOTTIME:
        return monotonic()
    if clk_id not in range(5):
        raise OSError(22, 'Invalid argument')
    return clocks[clk_id]()

def clock_gettime_ns(clk_id, /):
    clocks = (time_ns, monotonic_ns, process_time_ns, thread_time_ns, monotonic_ns)
    return clocks[clk_id]() if clk_id in range(5) else round(clock_gettime(clk_id) * 1e9)

def clock_getres(clk_id, /):
    clock_gettime(clk_id)
    return 1e-09

def get_clock_info(name, /):
    clocks = {'time': 'REALTIME', 'monotonic': 'MONOTONIC', 'perf_counter': 'MONOTONIC', 'process_time': 'PROCESS_CPUTIME_ID',
              'thread_time': 'THREAD_CPUTIME_ID'}
    if not isinstance(name, str):
        raise TypeError(f'get_clock_info() argument 1 must be str, not {type(name).__name__}')
    if name not in clocks:
        raise ValueError('unknown clock')
    from types import SimpleNamespace
    is_wall = name == 'time'
    return SimpleNamespace(implementation=f'clock_gettime(CLOCK_{clocks[name]})', monotonic=not is_wall, adjustable=is_wall,
                           resolution=1e-09)
