# Time zones by their names, of tables that are the same on every machine.

__all__ = ['InvalidTZPathWarning', 'ZoneInfo', 'ZoneInfoNotFoundError']

from _system import named_zone as _named_zone
from datetime import datetime as _datetime, timedelta as _timedelta, tzinfo as _tzinfo

class ZoneInfoNotFoundError(KeyError):
    pass

class InvalidTZPathWarning(RuntimeWarning):
    pass

_DAY = 86400
_EPOCH = _datetime(1970, 1, 1)
_known = {}

def _checked(key):
    if not isinstance(key, str):
        raise TypeError(f'expected str, bytes or os.PathLike object, not {type(key).__name__}')
    if key.startswith('/'):
        raise ValueError(f'ZoneInfo keys may not be absolute paths, got: {key}')
    parts = key.split('/')
    if parts[0] == '..':
        raise ValueError(f'ZoneInfo keys must refer to subdirectories of TZPATH, got: {key}')
    if '..' in parts or '.' in parts or '' in parts[:-1]:
        raise ValueError(f'ZoneInfo keys must be normalized relative paths, got: {key}')
    if not key or _named_zone(key, 0) is None:
        raise ZoneInfoNotFoundError(f'No time zone found with key {key}')
    return key

class ZoneInfo(_tzinfo):
    __module__ = 'zoneinfo'

    def __new__(cls, key):
        made = _known.get((cls, key)) if isinstance(key, str) else None
        if made is None:
            made = _known[cls, key] = cls.no_cache(key)
        return made

    @classmethod
    def no_cache(cls, key):
        made = _tzinfo.__new__(cls)
        made._key = _checked(key)
        return made

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        for kind, key in list(_known):
            if kind is cls and (only_keys is None or key in only_keys):
                del _known[kind, key]

    @property
    def key(self):
        return self._key

    # What holds at a time of the zone's own clocks: seconds ahead of UTC, whether it is summer time, the zone's name. A time that
    # comes twice is the first one, and one that is left out is told by the clocks from before, unless its fold is 1.
    def _holds(self, dt):
        wall = (dt.replace(tzinfo=None, fold=0) - _EPOCH) // _timedelta(seconds=1)
        before, after = [_named_zone(self._key, wall + away) for away in (-_DAY, _DAY)]
        fitting = []
        for found in (before, after):
            held = _named_zone(self._key, wall - found[0])
            if held[0] == found[0]:
                fitting.append((wall - found[0], held))
        if fitting:
            return fitting[-1 if dt.fold else 0][1]
        return after if dt.fold else before

    # Zones that never change their clocks hold for times without a date, too.
    def _is_fixed(self):
        return self._key == 'UTC' or self._key.startswith('Etc/')

    def utcoffset(self, dt):
        if dt is None and self._is_fixed():
            dt = _EPOCH
        return None if dt is None else _timedelta(seconds=self._holds(dt)[0])

    def tzname(self, dt):
        if dt is None and self._is_fixed():
            dt = _EPOCH
        return None if dt is None else self._holds(dt)[2]

    def dst(self, dt):
        if dt is None:
            return _timedelta(0) if self._is_fixed() else None
        ahead, is_summer, _ = self._holds(dt)
        if not is_summer:
            return _timedelta(0)
        moment = (dt.replace(tzinfo=None) - _EPOCH) // _timedelta(seconds=1) - ahead
        for days in (180, -180, 90, -90):
            other, also_summer, _ = _named_zone(self._key, moment + days * _DAY)
            if not also_summer and other != ahead:
                return _timedelta(seconds=ahead - other)
        return _timedelta(hours=1)

    def fromutc(self, dt):
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        moment = (dt.replace(tzinfo=None) - _EPOCH) // _timedelta(seconds=1)
        ahead = _named_zone(self._key, moment)[0]
        local = dt + _timedelta(seconds=ahead)
        # It shows what has been shown before where the clocks were put back by so much just now.
        earlier = _named_zone(self._key, moment - 3 * 3600)[0]
        is_second = earlier > ahead and _named_zone(self._key, moment - (earlier - ahead))[0] == earlier
        return local.replace(fold=1 if is_second else 0)

    def __str__(self):
        return self._key

    def __repr__(self):
        return f'{type(self).__module__}.{type(self).__qualname__}(key={self._key!r})'

    def __reduce__(self):
        return type(self), (self._key,)
