# Texts in the form of ISO 8601, taken apart.

def _number(text, length, whole):
    if len(text) != length or not text.isdigit():
        raise ValueError(whole)
    return int(text)

def date_parts(text, whole):
    # YYYY-MM-DD, YYYYMMDD, YYYY-Www[-D], YYYYWww[D]: year, month, day.
    from _calendar_text import date_of, iso_week_one
    year = _number(text[:4], 4, whole)
    dash = text[4:5] == '-'
    rest = text[4 + dash:]
    if rest[:1] == 'W':
        week = _number(rest[1:3], 2, whole)
        tail = rest[3:]
        if dash and tail and tail[0] != '-':
            raise ValueError(whole)
        tail = tail[1:] if dash else tail
        weekday = _number(tail, 1, whole) if tail else 1
        if not 1 <= week <= 53 or not 1 <= weekday <= 7:
            raise ValueError(f'Invalid week: {week}' if not 1 <= week <= 53 else f'Invalid weekday: {weekday} (range is [1, 7])')
        return date_of(iso_week_one(year) + (week - 1) * 7 + weekday - 1)
    month = _number(rest[:2], 2, whole)
    if dash != (rest[2:3] == '-'):
        raise ValueError(whole)
    return year, month, _number(rest[2 + dash:], 2, whole)

def date_length(text):
    # How much of a text of date and time the date is.
    if text[4:5] == '-':
        if text[5:6] == 'W':
            return 10 if text[8:9] == '-' and text[9:10].isdigit() else 8
        return 10
    if text[4:5] == 'W':
        digits = 0
        while text[7 + digits:8 + digits].isdigit():
            digits += 1
        return 8 if digits % 2 else 7
    return 8

def _clock(text, whole):
    # HH[:MM[:SS[.fff[fff]]]], or without colons: hour, minute, second, microsecond.
    parts = [0, 0, 0, 0]
    at = 0
    colon = text[2:3] == ':'
    for nth in range(3):
        parts[nth] = _number(text[at:at + 2], 2, whole)
        at += 2
        if at == len(text):
            return parts
        if nth == 2:
            break
        if colon:
            if text[at] != ':':
                raise ValueError(whole)
            at += 1
        elif not text[at].isdigit():
            raise ValueError(whole)
    if text[at] not in '.,':
        raise ValueError(whole)
    digits = text[at + 1:]
    if not digits or not digits.isdigit():
        raise ValueError(whole)
    parts[3] = int(digits[:6].ljust(6, '0'))
    return parts

def time_parts(text, whole):
    # Hour, minute, second, microsecond, and the offset in microseconds or None.
    signs = [at for at in (text.find('+'), text.find('-'), text.find('Z')) if at >= 0]
    if not signs:
        return _clock(text, whole) + [None]
    at = min(signs)
    parts = _clock(text[:at], whole)
    if text[at] == 'Z':
        if at + 1 != len(text):
            raise ValueError(whole)
        return parts + [0]
    hour, minute, second, micros = _clock(text[at + 1:], whole)
    offset = ((hour * 60 + minute) * 60 + second) * 1000000 + micros
    return parts + [-offset if text[at] == '-' else offset]

# The class as its objects show it: with its module where it is no program's.
def told_class(value):
    cls = type(value)
    return f'datetime.{cls.__name__}' if cls.__module__ == 'datetime' else cls.__name__
