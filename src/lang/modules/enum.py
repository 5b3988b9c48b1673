__all__ = [
    'CONFORM', 'CONTINUOUS', 'EJECT', 'Enum', 'EnumCheck', 'EnumMeta', 'EnumType', 'Flag', 'FlagBoundary', 'IntEnum',
    'IntFlag', 'KEEP', 'NAMED_FLAGS', 'ReprEnum', 'STRICT', 'StrEnum', 'UNIQUE', 'auto', 'global_enum', 'member',
    'nonmember', 'property', 'unique', 'verify',
]

from _library import work as _library
from _enum_body import EnumDict, auto, member, nonmember

_property = property

# Of members only: what is asked of their class is a member of that name, if there is one.
class property(_property):
    member = None

    def __set_name__(self, owner, name):
        self.name, self.clsname = name, owner.__name__

    def __get__(self, instance, owner=None):
        if instance is not None and self.fget is not None:
            return self.fget(instance)
        if self.member is None:
            raise AttributeError(self.name)
        return self.member

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f'<enum {self.clsname!r}> cannot set attribute {self.name!r}')
        return self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f'<enum {self.clsname!r}> cannot delete attribute {self.name!r}')
        return self.fdel(instance)

class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        made = EnumDict(cls)
        for base in bases:
            if isinstance(base, EnumType) and base._member_names_:
                raise TypeError(f'<enum {cls!r}> cannot extend {base!r}')
        for base in reversed(bases):
            hook = getattr(base, '_generate_next_value_', None)
            if hook is not None:
                made._next = hook
        return made

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        names = list(classdict._members)
        namespace = {name: value for name, value in classdict.items() if name not in names}
        for name in [*classdict._ignored, '_ignore_']:
            namespace.pop(name, None)
        if 'mro' in names:
            raise ValueError('invalid enum member name(s) ' + repr('mro'))
        hook = namespace.get('_generate_next_value_')
        if hook is not None and not isinstance(hook, staticmethod):
            namespace['_generate_next_value_'] = staticmethod(hook)
        namespace['_member_names_'] = []
        namespace['_member_map_'] = {}
        namespace['_value2member_map_'] = {}
        data = _data_type(bases)
        namespace['_member_type_'] = data
        new = namespace.pop('__new__', None)
        namespace['_new_member_'] = new if new is not None else _inherited_new(bases)
        if Enum is not None and bases and not issubclass(bases[-1], Enum):
            raise TypeError('new enumerations should be created as '
                            '`EnumName([mixin_type, ...] [data_type,] enum_type)`')
        _library('enumeration')
        _library('member', len(names))
        made = type.__new__(metacls, cls, bases, namespace)
        _take_methods(made, bases, namespace, data)
        made._boundary_ = boundary or getattr(made, '_boundary_', None)
        for name in names:
            _add_member(made, name, classdict[name], data)
        _complete(made, bases, namespace)
        made.__new__ = _looked_up
        return made

    def __init__(cls, *args, **kwds):
        pass

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            return cls.__new__(cls, value)
        return _functional(cls, value, names, module, type, start, boundary)

    def __dir__(cls):
        told = {'__class__', '__contains__', '__doc__', '__getitem__', '__init_subclass__', '__iter__', '__len__',
                '__members__', '__module__', '__name__', '__qualname__', *cls._member_names_}
        if cls._new_member_ is not None:
            told.add('__new__')
        if cls._member_type_ is not object:
            told.update(dir(cls._member_type_))
        return sorted(told)

    def __contains__(cls, value):
        if not isinstance(value, Enum):
            import warnings
            raise TypeError("unsupported operand type(s) for 'in': "
                            f"'{type(value).__qualname__}' and '{type(cls).__qualname__}'")
        return isinstance(value, cls) and value._name_ in cls._member_map_ or isinstance(value, cls)

    def __getattr__(cls, name):
        raise AttributeError(name) from None

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __repr__(cls):
        kind = 'flag' if Flag is not None and issubclass(cls, Flag) else 'enum'
        return f'<{kind} {cls.__name__!r}>'

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'{cls.__name__!r} cannot delete member {name!r}.')
        super().__delattr__(name)

    @_property
    def __members__(cls):
        from types import MappingProxyType
        return MappingProxyType(cls._member_map_)

EnumMeta = EnumType
Enum = Flag = None

def _data_type(bases):
    # The type that members are values of, beside Enum.
    for base in bases:
        for kind in base.__mro__:
            if kind is object or Enum is not None and isinstance(kind, EnumType):
                continue
            if kind.__module__ == 'builtins' or '__new__' in kind.__dict__ or hasattr(kind, '__dataclass_fields__'):
                return kind
    return object

# Members are shown as members, not as their type of data is; of a ReprEnum the texts are those of the data.
def _take_methods(cls, bases, namespace, data):
    if Enum is None or data is object:
        return
    if ReprEnum in bases:
        for name in ('__str__', '__format__'):
            if name not in namespace:
                setattr(cls, name, getattr(data, name))
        return
    for name in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
        if name not in namespace and getattr(cls, name) in (getattr(data, name), getattr(object, name)):
            setattr(cls, name, getattr(bases[-1], name))

def _inherited_new(bases):
    for base in bases:
        found = getattr(base, '_new_member_', None)
        if found is not None:
            return found
    return None

def _add_member(cls, name, value, data):
    args = value if isinstance(value, tuple) else (value,)
    if data is tuple:
        args = (args,)
    new = cls._new_member_
    if new is not None:
        made = new(cls, *args)
    elif data is object:
        made = object.__new__(cls)
    else:
        made = data.__new__(cls, *args)
    if not hasattr(made, '_value_'):
        if data is object or new is not None and data is object:
            made._value_ = value
        else:
            try:
                made._value_ = data(*args)
            except Exception as error:
                raise TypeError('_value_ not set in __new__, unable to create it') from None
    value = made._value_
    made._name_ = name
    made.__objclass__ = cls
    made._sort_order_ = len(cls._member_names_)
    made.__init__(*args)
    value = made._value_
    # An alias is the member that had its value first.
    known = _member_of(cls, value)
    if known is not None:
        made = known
    elif _is_canonical(cls, value):
        cls._member_names_.append(name)
    setattr(cls, name, _seen_beside(cls, name, made))
    cls._member_map_[name] = made
    try:
        cls._value2member_map_.setdefault(value, made)
    except TypeError:
        pass

# A member that has the name of a property of members does not hide it from them.
def _seen_beside(cls, name, made):
    for base in cls.__mro__[1:]:
        hidden = base.__dict__.get(name)
        if isinstance(hidden, _property):
            both = property(hidden.fget, hidden.fset, hidden.fdel)
            both.member = made
            both.__set_name__(cls, name)
            return both
    return made

def _is_canonical(cls, value):
    if Flag is None or not issubclass(cls, Flag):
        return True
    return isinstance(value, int) and value > 0 and value & (value - 1) == 0

def _member_of(cls, value):
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        for one in cls._member_map_.values():
            if one._value_ == value:
                return one
    return None

def _complete(cls, bases, namespace):
    if Flag is not None and issubclass(cls, Flag):
        flags = 0
        for one in cls._member_map_.values():
            flags |= one._value_
        cls._flag_mask_ = flags
        bits = 0
        for one in cls._member_map_.values():
            if _is_canonical(cls, one._value_):
                bits |= one._value_
        cls._singles_mask_ = bits
        cls._all_bits_ = (1 << flags.bit_length()) - 1
        names = cls._member_names_
        values = [cls._member_map_[name]._value_ for name in names]
        # Members of a flag go from the least to the largest bit, unless they are not declared so.
        cls._is_ordered_ = values == sorted(values)
    order = namespace.get('_order_')
    if order is not None:
        wanted = order.replace(',', ' ').split() if isinstance(order, str) else list(order)
        if wanted != cls._member_names_:
            raise TypeError(f'member order does not match _order_:\n  {cls._member_names_!r}\n  {wanted!r}')

def _looked_up(cls, value):
    if type(value) is cls:
        return value
    try:
        return cls._value2member_map_[value]
    except KeyError:
        pass
    except TypeError:
        found = _member_of(cls, value)
        if found is not None:
            return found
    if not cls._member_map_:
        raise TypeError(f'{cls!r} has no members defined') from None
    invalid = ValueError(f'{value!r} is not a valid {cls.__qualname__}')
    try:
        made = cls._missing_(value)
    except ValueError:
        raise
    except Exception as error:
        error.__context__ = invalid
        raise
    if isinstance(made, cls):
        return made
    if made is None:
        raise invalid
    if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(made, int):
        return made
    problem = TypeError(f'error in {cls.__name__}._missing_: returned {made!r} instead of None or a valid member')
    problem.__context__ = invalid
    raise problem

def _functional(cls, name, names, module, mixin, start, boundary):
    bases = (cls,) if mixin is None else (mixin, cls)
    body = EnumType.__prepare__(name, bases)
    if isinstance(names, str):
        names = names.replace(',', ' ').split()
    if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
        last, pairs = [], []
        for at, one in enumerate(names):
            value = body._next(one, start, at, last[:])
            last.append(value)
            pairs.append((one, value))
        names = pairs
    for item in names:
        one, value = (item, names[item]) if isinstance(item, str) else item
        body[one] = value
    body['__module__'] = module or '__main__'
    return type(cls).__new__(type(cls), name, bases, body)

class Enum(metaclass=EnumType):
    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            last = last_values[-1]
            last_values.sort()
            if last == last_values[-1]:
                return last + 1
        except TypeError:
            pass
        from warnings import warn
        warn('In 3.13 the default `auto()`/`_generate_next_value_` will require all values to be sortable and support '
             'adding +1\nand the value returned will be the largest value in the enum incremented by 1',
             DeprecationWarning, stacklevel=3)
        for value in reversed(last_values):
            try:
                return value + 1
            except TypeError:
                pass
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    def __repr__(self):
        return f'<{self.__class__.__name__}.{self._name_}: {self._value_!r}>'

    def __str__(self):
        return f'{self.__class__.__name__}.{self._name_}'

    def __dir__(self):
        told = {'__class__', '__doc__', '__eq__', '__hash__', '__module__'}
        if self._member_type_ is not object:
            told.update(object.__dir__(self))
        told.update([name for name in self.__dict__ if name[0] != '_'])
        for kind in self.__class__.__mro__:
            for name, found in kind.__dict__.items():
                if name[0] != '_' and (name not in self._member_map_ or isinstance(found, property) and found.fget):
                    told.add(name)
        return sorted(told)

    def __format__(self, format_spec):
        return format(str(self), format_spec)

    def __hash__(self):
        # Where there is a type of data, its own hash comes first.
        return hash(self._name_ if self._member_type_ is object else self._value_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

class ReprEnum(Enum):
    pass

class IntEnum(int, ReprEnum):
    def __str__(self):
        return repr(self._value_)

    def __format__(self, format_spec):
        return format(self._value_, format_spec) if format_spec else str(self)

    def __hash__(self):
        return hash(self._value_)

class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f'too many arguments for str(): {values!r}')
        for value in values[:1]:
            if not isinstance(value, str):
                raise TypeError(f'{value!r} is not a string')
        made = str.__new__(cls, *values)
        made._value_ = str(*values)
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __str__(self):
        return self._value_

    def __format__(self, format_spec):
        return format(self._value_, format_spec) if format_spec else str(self)

    def __hash__(self):
        return hash(self._value_)

from _enum_flag import CONFORM, CONTINUOUS, EJECT, EnumCheck, Flag, FlagBoundary, IntFlag, KEEP, NAMED_FLAGS, STRICT, UNIQUE
from _enum_flag import global_enum, unique, verify
