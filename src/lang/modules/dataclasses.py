__all__ = ['FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING', 'Field', 'asdict', 'astuple', 'dataclass', 'field',
           'fields', 'is_dataclass', 'make_dataclass', 'replace']

import _dataclass_methods as _text_of
from types import MappingProxyType as _MappingProxy

class FrozenInstanceError(AttributeError):
    __module__ = 'dataclasses'

class _Mark:
    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return self._name

MISSING = _Mark('MISSING')
KW_ONLY = _Mark('KW_ONLY')
_FIELDS = '__dataclass_fields__'

class InitVar:
    def __init__(self, type):
        self.type = type

    @classmethod
    def __class_getitem__(cls, type):
        return InitVar(type)

class Field:
    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _MappingProxy({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._is_init_var = False

    def __repr__(self):
        named = ('name', 'type', 'default', 'default_factory', 'init', 'repr', 'hash', 'compare', 'metadata', 'kw_only')
        shown = [f'{name}={getattr(self, name)!r}' for name in named]
        return 'Field(' + ','.join(shown) + ',_field_type=_FIELD' + ('_INITVAR' if self._is_init_var else '') + ')'

def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)

def _text(annotation):
    return annotation if isinstance(annotation, str) else getattr(annotation, '__name__', str(annotation))

def _is(annotation, kind):
    text = _text(annotation)
    return kind in text.split('[')[0].split('.')[-1] or text.startswith('typing.' + kind)

def _own_fields(cls, kw_only):
    own = cls.__dict__
    found = []
    for name, annotation in own.get('__annotations__', {}).items():
        if annotation is KW_ONLY or _text(annotation) in ('KW_ONLY', 'dataclasses.KW_ONLY'):
            kw_only = True
            continue
        if _is(annotation, 'ClassVar'):
            continue
        is_init_var = isinstance(annotation, InitVar) or annotation is InitVar or (
            isinstance(annotation, str) and _is(annotation, 'InitVar'))
        value = own.get(name, MISSING)
        if not isinstance(value, Field):
            value = field(default=value)
        elif value.default is MISSING:
            if name in own:
                delattr(cls, name)
        else:
            setattr(cls, name, value.default)
        if isinstance(value.default, (list, dict, set)) or type(value.default).__hash__ is None:
            raise ValueError(f'mutable default {type(value.default)} for field {name} is not allowed: '
                             'use default_factory')
        value.name = name
        value._is_init_var = is_init_var
        value.type = annotation
        if value.kw_only is MISSING:
            value.kw_only = kw_only
        found.append(value)
    return found

_ORDERING = {'__lt__': '<', '__le__': '<=', '__gt__': '>', '__ge__': '>='}

# What a class is given of `__init__`, `__repr__` and comparisons, unless it has one itself.
def _methods(cls, every, init, repr, eq, order, hashes, frozen, slots):
    values, bodies = {'_object': object}, {}
    shown = [f for f in every if not f._is_init_var]
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

    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot assign to field {name!r}')
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot delete field {name!r}')
        super(cls, self).__delattr__(name)

    for function in (__setattr__, __delattr__):
        if function.__name__ in cls.__dict__:
            raise TypeError(f'Cannot overwrite attribute {function.__name__} in class {cls.__name__}')
        function.__qualname__ = f'{cls.__qualname__}.{function.__name__}'
        setattr(cls, function.__name__, function)

def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots):
    if order and not eq:
        raise ValueError('eq must be true if order is true')
    collected = {}
    for base in cls.__mro__[-1:0:-1]:
        for name, f in getattr(base, _FIELDS, {}).items():
            collected[name] = f
    for f in _own_fields(cls, kw_only):
        collected[f.name] = f
    every = list(collected.values())
    setattr(cls, _FIELDS, collected)
    has_own_hash = '__hash__' in cls.__dict__
    hashes = not has_own_hash and (unsafe_hash or eq and frozen)
    for name, function in _methods(cls, every, init, repr, eq, order, hashes, frozen, slots).items():
        if name == '__init__':
            noted = {f.name: f.type.type if isinstance(f.type, InitVar) else f.type for f in every if f.init}
            function.__annotations__ = {**noted, 'return': None}
        setattr(cls, name, _text_of.without_recursion(function) if name == '__repr__' else function)
    every = [f for f in every if not f._is_init_var]
    if frozen:
        _add_frozen(cls, every)
    if eq and not frozen and not unsafe_hash and not has_own_hash:
        cls.__hash__ = None
    if not cls.__doc__:
        cls.__doc__ = cls.__name__ + _text_of.signature([f for f in collected.values() if f.init], MISSING)
    if match_args and '__match_args__' not in cls.__dict__:
        cls.__match_args__ = tuple([f.name for f in collected.values() if f.init and not f.kw_only])
    return _with_slots(cls, every, frozen) if slots else cls

def _values_of(self):
    return [getattr(self, field.name) for field in fields(self)]

def _set_values(self, state):
    for field, value in zip(fields(self), state):
        object.__setattr__(self, field.name, value)

# A class with slots is another class.
def _with_slots(cls, every, frozen):
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    inherited = []
    for base in cls.__mro__[1:]:
        slots = base.__dict__.get('__slots__', ())
        inherited += [slots] if isinstance(slots, str) else list(slots)
    names = [f.name for f in every]
    body = {name: value for name, value in cls.__dict__.items()
            if name not in names and name not in ('__dict__', '__weakref__')}
    body['__slots__'] = tuple([name for name in names if name not in inherited])
    if frozen:
        # What is pickled is set again past `__setattr__`.
        body.setdefault('__getstate__', _values_of)
        body.setdefault('__setstate__', _set_values)
    qualname = cls.__qualname__
    made = type(cls)(cls.__name__, cls.__bases__, body)
    made.__qualname__ = qualname
    return made

def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots)
    return wrap if cls is None else wrap(cls)

def fields(class_or_instance):
    found = getattr(class_or_instance, _FIELDS, None)
    if found is None:
        raise TypeError('must be called with a dataclass type or instance')
    return tuple([f for f in found.values() if not f._is_init_var])

def is_dataclass(obj):
    return hasattr(obj, _FIELDS)

def _instance(obj):
    return not isinstance(obj, type) and hasattr(type(obj), _FIELDS)

def _inner(value, convert):
    if _instance(value):
        return convert(value)
    if isinstance(value, (list, tuple)):
        return type(value)([_inner(item, convert) for item in value])
    if isinstance(value, dict):
        return {_inner(key, convert): _inner(value[key], convert) for key in value}
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
    for f in fields(obj):
        if not f.init:
            if f.name in changes:
                raise ValueError(f'field {f.name} is declared with init=False, it cannot be specified with replace()')
        elif f.name not in changes:
            changes[f.name] = getattr(obj, f.name)
    return type(obj)(**changes)

def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    body = dict(namespace or {})
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            annotations[item] = 'typing.Any'
        else:
            annotations[item[0]] = item[1]
            if len(item) == 3:
                body[item[0]] = item[2]
    body['__annotations__'] = annotations
    return dataclass(**options)(type(cls_name, bases, body))
