# What Unicode says of characters, and the normal forms of texts.

from _unicode import combining as _combining, name as _name, named as _named, normalized as _normalized
from _unicode import number as _number, properties as _properties

unidata_version = '14.0.0'

_UNSET = object()


def _checked(call, chr, argument='argument'):
    if not isinstance(chr, str):
        raise TypeError(f'{call}() {argument} must be a unicode character, not {type(chr).__name__}')
    if len(chr) != 1:
        raise TypeError(f'{call}() {argument} must be a unicode character, not str')
    return chr


def category(chr, /):
    return _properties(_checked('category', chr)).split()[0]


def bidirectional(chr, /):
    direction = _properties(_checked('bidirectional', chr)).split()[1]
    return '' if direction == '-' else direction


def east_asian_width(chr, /):
    return _properties(_checked('east_asian_width', chr)).split()[2]


def mirrored(chr, /):
    return int(_properties(_checked('mirrored', chr)).split()[3])


def combining(chr, /):
    return _combining(_checked('combining', chr))


def _or(default, value, problem):
    if value is not None:
        return value
    if default is _UNSET:
        raise ValueError(problem)
    return default


def name(chr, default=_UNSET, /):
    return _or(default, _name(_checked('name', chr, 'argument 1')), 'no such name')


def decimal(chr, default=_UNSET, /):
    is_one = _checked('decimal', chr, 'argument 1').isdecimal()
    return _or(default, int(_number(chr)) if is_one else None, 'not a decimal')


def digit(chr, default=_UNSET, /):
    is_one = _checked('digit', chr, 'argument 1').isdigit()
    return _or(default, int(_number(chr)) if is_one else None, 'not a digit')


def numeric(chr, default=_UNSET, /):
    return _or(default, _number(_checked('numeric', chr, 'argument 1')), 'not a numeric character')


def lookup(name, /):
    if not isinstance(name, str):
        raise TypeError(f"a bytes-like object is required, not '{type(name).__name__}'")
    found = _named(name)
    if found is None:
        raise KeyError(f"undefined character name '{name}'")
    return found


def normalize(form, unistr, /):
    for at, value in ((1, form), (2, unistr)):
        if not isinstance(value, str):
            raise TypeError(f'normalize() argument {at} must be str, not {type(value).__name__}')
    made = _normalized(form, unistr)
    if made is None:
        raise ValueError('invalid normalization form')
    return made


def is_normalized(form, unistr, /):
    for at, value in ((1, form), (2, unistr)):
        if not isinstance(value, str):
            raise TypeError(f'is_normalized() argument {at} must be str, not {type(value).__name__}')
    return normalize(form, unistr) == unistr
