# The body of an enumeration: its names as they come in, and what stands there for a value.

_function = type(lambda: None)

class auto:
    __module__ = 'enum'

    def __init__(self, value=None):
        self._waits = value is None
        self.value = value

    def __repr__(self):
        return f'auto({self.value!r})'

class member:
    __module__ = 'enum'

    def __init__(self, value):
        self.value = value

class nonmember:
    __module__ = 'enum'

    def __init__(self, value):
        self.value = value

def _is_special(name):
    is_dunder = len(name) > 4 and name[:2] == name[-2:] == '__' and name[2] != '_' and name[-3] != '_'
    return is_dunder

def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_' and name[-2] != '_'

def _is_private(owner, name):
    start = f'_{owner}__'
    return len(name) > len(start) and name.startswith(start) and not name.endswith('__')

def _is_descriptor(value):
    if isinstance(value, (property, staticmethod, classmethod, _function)):
        return True
    return special(value, '__get__') is not None or special(value, '__set__') is not None

_RESERVED = ('_order_', '_generate_next_value_', '_numeric_repr_', '_missing_', '_ignore_', '_iter_member_',
             '_iter_member_by_value_', '_iter_member_by_def_')

class EnumDict(dict):
    __module__ = 'enum'

    # The names of a class body, which sees to it that none is used twice, and gives auto() its values.
    def __init__(self, name):
        dict.__init__(self)
        self._owner = name
        self._members = []
        self._values = []
        self._ignored = []
        self._next = None
        self._auto_called = False

    def __setitem__(self, key, value):
        if _is_private(self._owner, key) or _is_special(key):
            dict.__setitem__(self, key, value)
        elif _is_sunder(key):
            self._set_sunder(key, value)
        elif key in self._members:
            raise TypeError(f'{key!r} already defined as {self[key]!r}')
        elif key in self._ignored or isinstance(value, nonmember):
            dict.__setitem__(self, key, value.value if isinstance(value, nonmember) else value)
        elif _is_descriptor(value) and not isinstance(value, (member, auto)):
            dict.__setitem__(self, key, value)
        else:
            if key in self:
                raise TypeError(f'{key!r} already defined as {self[key]!r}')
            self._set_member(key, value.value if isinstance(value, member) else value)

    def _set_sunder(self, key, value):
        if key not in _RESERVED:
            raise ValueError(f'_sunder_ names, such as {key!r}, are reserved for future Enum use')
        if key == '_generate_next_value_':
            if self._auto_called:
                raise TypeError('_generate_next_value_ must be defined before members')
            self._next = value.__func__ if isinstance(value, staticmethod) else value
        elif key == '_ignore_':
            self._ignored = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
        dict.__setitem__(self, key, value)

    def _set_member(self, key, value):
        parts = value if isinstance(value, tuple) else (value,)
        if any([isinstance(part, auto) for part in parts]):
            # What comes next depends on what auto() gave, whatever stands beside it.
            parts = tuple([self._resolved(key, part) for part in parts])
            value = parts if isinstance(value, tuple) else parts[0]
        else:
            self._values.append(value)
        self._members.append(key)
        dict.__setitem__(self, key, value)

    def _resolved(self, key, value):
        if not isinstance(value, auto):
            return value
        if value._waits:
            value.value = self._next(key, 1, len(self._members), self._values[:])
            value._waits = False
            self._auto_called = True
        self._values.append(value.value)
        return value.value
