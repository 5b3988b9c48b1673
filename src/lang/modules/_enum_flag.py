# Enumerations whose members are bits, and what is checked of enumerations.

from enum import Enum, EnumType, ReprEnum, StrEnum
import enum as _enum

class FlagBoundary(StrEnum):
    __module__ = 'enum'
    STRICT = 'strict'
    CONFORM = 'conform'
    EJECT = 'eject'
    KEEP = 'keep'

STRICT, CONFORM, EJECT, KEEP = FlagBoundary

def _bits(number):
    if number < 0:
        raise ValueError(f'{number!r} is not a positive integer')
    while number:
        low = number & -number
        yield low
        number ^= low

class Flag(Enum):
    __module__ = 'enum'

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        if not isinstance(last, int):
            raise TypeError(f'invalid flag value {last!r}')
        return 1 << last.bit_length()

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        known, every = cls._flag_mask_, cls._all_bits_
        given = value
        if value < 0:
            # Complements are those within the known bits.
            is_known = value >= ~every and not value & (every ^ known)
            room = every + 1 if is_known or cls._boundary_ is not KEEP else max(every + 1, 1 << value.bit_length())
            value += room
        if value & ~known:
            if cls._boundary_ is STRICT:
                bits = max(value.bit_length(), known.bit_length())
                raise ValueError(f'{cls!r} invalid value {given!r}\n    given {_shown(given, bits)}\n'
                                 f'  allowed {_shown(known, bits)}')
            if cls._boundary_ is CONFORM:
                value &= known
            elif cls._boundary_ is EJECT:
                return given
        found = cls._value2member_map_.get(value)
        if found is not None:
            return found
        return cls._pseudo(value)

    @classmethod
    def _pseudo(cls, value):
        made = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        made._value_ = value
        made._sort_order_ = len(cls._member_names_)
        members = cls._each(value & cls._singles_mask_)
        if value & ~cls._singles_mask_:
            # Members of several bits may have those that have no member of their own.
            members += [one for one in cls._member_map_.values()
                        if one not in members and one._value_ and one._value_ & value == one._value_]
        rest = value
        for one in members:
            rest &= ~one._value_
        names = [one._name_ for one in members]
        if rest and names:
            if cls._boundary_ is STRICT:
                raise ValueError(f'{cls!r}: no members with value {rest!r}')
            names.append(str(rest))
        made._name_ = '|'.join(names) if names else None
        cls._value2member_map_[value] = made
        return made

    @classmethod
    def _each(cls, value):
        found = [cls._value2member_map_.get(bit) for bit in _bits(value & cls._flag_mask_)]
        if not cls._is_ordered_:
            found.sort(key=lambda one: one._sort_order_)
        return found

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': "
                            f"'{type(other).__qualname__}' and '{self.__class__.__qualname__}'")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return iter(self._each(self._value_))

    def __len__(self):
        return bin(self._value_).count('1')

    def __repr__(self):
        name = self.__class__.__name__
        if self._name_ is None:
            return f'<{name}: {self._value_!r}>'
        return f'<{name}.{self._name_}: {self._value_!r}>'

    def __str__(self):
        name = self.__class__.__name__
        return f'{name}({self._value_!r})' if self._name_ is None else f'{name}.{self._name_}'

    def __bool__(self):
        return bool(self._value_)

    def _other(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return None

    def __or__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ ^ value)

    def __invert__(self):
        if self._boundary_ is KEEP:
            return self.__class__(~self._value_)
        return self.__class__(self._singles_mask_ & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __hash__(self):
        return hash(self._value_)

def _shown(number, bits):
    # As bin() would, with a digit for the sign.
    if number < 0:
        return '0b1 ' + bin((1 << bits) + number)[2:].rjust(bits, '1')
    return '0b0 ' + bin(number)[2:].rjust(bits, '0')

_enum.Flag = Flag
Flag._boundary_ = STRICT

class IntFlag(int, ReprEnum, Flag):
    __module__ = 'enum'
    def __str__(self):
        return repr(self._value_)

    def __format__(self, format_spec):
        return format(self._value_, format_spec) if format_spec else str(self)

    def __hash__(self):
        return hash(self._value_)

IntFlag._boundary_ = KEEP

def unique(enumeration):
    aliases = [(name, one._name_) for name, one in enumeration._member_map_.items() if name != one._name_]
    if aliases:
        shown = ', '.join([f'{alias} -> {name}' for alias, name in aliases])
        raise ValueError(f'duplicate values found in {enumeration!r}: {shown}')
    return enumeration

class EnumCheck(StrEnum):
    __module__ = 'enum'
    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'

CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck

class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                self._unique(enumeration)
            elif check is CONTINUOUS:
                self._continuous(enumeration)
        return enumeration

    def _unique(self, enumeration):
        aliases = [(name, one._name_) for name, one in enumeration._member_map_.items() if name != one._name_]
        if aliases:
            shown = ', '.join([f'{alias} -> {name}' for alias, name in aliases])
            raise ValueError(f'aliases found in {enumeration!r}: {shown}')

    def _continuous(self, enumeration):
        values = sorted([one._value_ for one in enumeration])
        if len(values) < 2:
            return
        if issubclass(enumeration, Flag):
            wanted = [1 << at for at in range(values[0].bit_length() - 1, values[-1].bit_length())]
        else:
            wanted = range(values[0], values[-1] + 1)
        missing = [value for value in wanted if value not in values]
        if missing:
            shown = ', '.join([str(value) for value in missing])
            raise ValueError(f"invalid enum {enumeration.__name__!r}: missing values {shown}")

def _told_of(module, name):
    return module.split('.')[-1] + '.' + name

def _global_repr(self):
    return _told_of(self.__class__.__module__, self._name_)

def _global_flag_repr(self):
    module = self.__class__.__module__
    if self._name_ is None:
        return _told_of(module, f'{self.__class__.__name__}({self._value_!r})')
    return '|'.join([name if name.isdecimal() else _told_of(module, name) for name in self._name_.split('|')])

def _global_str(self):
    return f'{self.__class__.__name__}({self._value_!r})' if self._name_ is None else self._name_

# The members become variables of the module, and are told of as such.
def global_enum(cls, update_str=False):
    import sys
    cls.__repr__ = _global_flag_repr if issubclass(cls, Flag) else _global_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = _global_str
    for name, member in cls.__members__.items():
        setattr(sys.modules[cls.__module__], name, member)
    return cls
