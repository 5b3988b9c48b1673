__all__ = ['FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING', 'Field', 'asdict', 'astuple', 'dataclass', 'field',
           'fields', 'is_dataclass', 'make_dataclass', 'replace']

import _dataclass_methods as _text_of
from _dataclass_fields import INIT_VARIABLE as _INIT_VARIABLE, PLAIN as _PLAIN
from _dataclass_fields import KW_ONLY, MISSING, Field, InitVar, field, own_fields as _own_fields

class FrozenInstanceError(AttributeError):
    __module__ = 'dataclasses'

_FIELDS = '__dataclass_fields__'
_PARAMS = '__dataclass_params__'

class _DataclassParams:
    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init, self.repr, self.eq, self.order = init, repr, eq, order
        self.unsafe_hash, self.frozen = unsafe_hash, frozen

    def __repr__(self):
        return '_DataclassParams(' + ','.join([f'{name}={value!r}' for name, value in vars(self).items()]) + ')'

_ORDERING = {'__lt__': '<', '__le__': '<=', '__gt__': '>', '__ge__': '>='}

# What a class is given of `__init__`, `__repr__` and comparisons, unless it has one itself.
def _methods(cls, every, init, repr, eq, order, hashes, frozen, slots):
    values, bodies = {'_object': object}, {}
    shown = [f for f in every if f._field_type is _PLAIN]
    if init:
        bodies['__init__'] = _text_of.init(cls, every, frozen, slots, MISSING, values)
    if repr:
        bodies['__repr__'] = _text_of.repr_of(shown)
    if eq:
        bodies['__eq__'] = _text_of.comparison(shown, '==')
    for name, operator in _ORDERING.items() if order else ():
        if name in cls.__dict__:
            raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}. '
                            'Consider using functools.total_ordering')
        bodies[name] = _text_of.comparison(shown, operator)
    if hashes:
        bodies['__hash__'] = _text_of.hash_of(shown)
    return _text_of.made(cls, {name: body for name, body in bodies.items() if name not in cls.__dict__ or name == '__hash__'},
                         values)

def _add_frozen(cls, every):
    names = frozenset([f.name for f in every])
    values = {'cls': cls, 'names': names, 'FrozenInstanceError': FrozenInstanceError}
    for name, function in _text_of.made(cls, _text_of.frozen(), values).items():
        if name in cls.__dict__:
            raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}')
        setattr(cls, name, function)

# The fields of all bases, by name; none of these may be frozen where the class is not, and the other way round.
def _inherited(cls, frozen):
    collected, frozen_bases, has_bases = {}, False, False
    for base in cls.__mro__[-1:0:-1]:
        found = getattr(base, _FIELDS, None)
        if found is not None:
            has_bases = True
            collected.update(found)
            frozen_bases = frozen_bases or getattr(base, _PARAMS).frozen
    if has_bases and frozen_bases and not frozen:
        raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
    if has_bases and frozen and not frozen_bases:
        raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    return collected

# Whether the class gets `__hash__`, and None where it cannot be hashed from then on.
def _hashes(cls, eq, unsafe_hash, frozen):
    own = cls.__dict__
    # A class with `__eq__` alone was given None.
    is_own = '__hash__' in own and not (own['__hash__'] is None and '__eq__' in own)
    if unsafe_hash:
        if is_own:
            raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
        return True
    if is_own or not eq:
        return False
    return True if frozen else None

def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen))
    collected = _inherited(cls, frozen)
    for f in _own_fields(cls, kw_only):
        collected[f.name] = f
    setattr(cls, _FIELDS, collected)
    hashes = _hashes(cls, eq, unsafe_hash, frozen)
    if order and not eq:
        raise ValueError('eq must be true if order is true')
    given = [f for f in collected.values() if f._field_type is _PLAIN or f._field_type is _INIT_VARIABLE]
    for name, function in _methods(cls, given, init, repr, eq, order, hashes, frozen, slots).items():
        if name == '__init__':
            noted = {f.name: f.type for f in given if f.init}
            function.__annotations__ = {**noted, 'return': None}
        setattr(cls, name, _text_of.without_recursion(function) if name == '__repr__' else function)
    every = [f for f in given if f._field_type is _PLAIN]
    if frozen:
        _add_frozen(cls, every)
    if hashes is None:
        cls.__hash__ = None
    if not cls.__doc__:
        cls.__doc__ = cls.__name__ + _text_of.signature([f for f in given if f.init], MISSING)
    if match_args and '__match_args__' not in cls.__dict__:
        cls.__match_args__ = tuple([f.name for f in given if f.init and not f.kw_only])
    if weakref_slot and not slots:
        raise TypeError('weakref_slot is True but slots is False')
    made = _with_slots(cls, every, frozen, weakref_slot) if slots else cls
    from abc import update_abstractmethods
    return update_abstractmethods(made)

def _values_of(self):
    return [getattr(self, field.name) for field in fields(self)]

def _set_values(self, state):
    for field, value in zip(fields(self), state):
        object.__setattr__(self, field.name, value)

# A class with slots is another class.
def _with_slots(cls, every, frozen, weakref_slot):
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    inherited = []
    for base in cls.__mro__[1:]:
        slots = base.__dict__.get('__slots__', ())
        inherited += [slots] if isinstance(slots, str) else list(slots)
    names = [f.name for f in every]
    body = {name: value for name, value in cls.__dict__.items()
            if name not in names and name not in ('__dict__', '__weakref__')}
    slots = names + ['__weakref__'] if weakref_slot else names
    body['__slots__'] = tuple([name for name in slots if name not in inherited])
    if frozen:
        # What is pickled is set again past `__setattr__`.
        body.setdefault('__getstate__', _values_of)
        body.setdefault('__setstate__', _set_values)
    qualname = cls.__qualname__
    made = type(cls)(cls.__name__, cls.__bases__, body)
    made.__qualname__ = qualname
    return made

def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    return wrap if cls is None else wrap(cls)

def fields(class_or_instance):
    found = getattr(class_or_instance, _FIELDS, None)
    if found is None:
        raise TypeError('must be called with a dataclass type or instance')
    return tuple([f for f in found.values() if f._field_type is _PLAIN])

def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)

def _instance(obj):
    return hasattr(type(obj), _FIELDS)

def _inner(value, convert):
    if _instance(value):
        return convert(value)
    if isinstance(value, tuple) and hasattr(value, '_fields'):
        return type(value)(*[_inner(item, convert) for item in value])
    if isinstance(value, (list, tuple)):
        return type(value)([_inner(item, convert) for item in value])
    if isinstance(value, dict):
        return type(value)([(_inner(key, convert), _inner(value[key], convert)) for key in value])
    from copy import deepcopy
    return deepcopy(value)

def asdict(obj, *, dict_factory=dict):
    if not _instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')
    inside = lambda value: asdict(value, dict_factory=dict_factory)
    return dict_factory([(f.name, _inner(getattr(obj, f.name), inside)) for f in fields(obj)])

def astuple(obj, *, tuple_factory=tuple):
    if not _instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')
    inside = lambda value: astuple(value, tuple_factory=tuple_factory)
    return tuple_factory([_inner(getattr(obj, f.name), inside) for f in fields(obj)])

def replace(obj, /, **changes):
    if not _instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    for f in getattr(obj, _FIELDS).values():
        if f._field_type is not _PLAIN and f._field_type is not _INIT_VARIABLE:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(f'field {f.name} is declared with init=False, it cannot be specified with replace()')
        elif f.name not in changes:
            if f._field_type is _INIT_VARIABLE and f.default is MISSING:
                raise ValueError(f'InitVar {f.name!r} must be specified with replace()')
            changes[f.name] = getattr(obj, f.name)
    return type(obj)(**changes)

def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    body, annotations = dict(namespace or {}), {}
    for item in fields:
        name, kind, *default = (item, 'typing.Any') if isinstance(item, str) else _declaration(item)
        _check_name(name, annotations)
        annotations[name] = kind
        if default:
            body[name] = default[0]
    body['__annotations__'] = annotations
    from types import new_class
    made = new_class(cls_name, bases, {}, lambda space: space.update(body))
    return dataclass(**options)(made)

def _declaration(item):
    if len(item) not in (2, 3):
        raise TypeError(f'Invalid field: {item!r}')
    return item

def _check_name(name, taken):
    from keyword import iskeyword
    if not isinstance(name, str) or not name.isidentifier():
        raise TypeError(f'Field names must be valid identifiers: {name!r}')
    if iskeyword(name):
        raise TypeError(f'Field names must not be keywords: {name!r}')
    if name in taken:
        raise TypeError(f'Field name duplicated: {name!r}')
