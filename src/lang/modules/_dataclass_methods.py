# What the methods of a dataclass say, as texts.

from _compiled import functions as _functions
from _dataclass_fields import INIT_VARIABLE as _INIT_VARIABLE
from reprlib import recursive_repr as _recursive_repr

class _FactoryDefault:
    def __repr__(self):
        return '<factory>'

# Stands for a default that is made anew at each call.
_FACTORY = _FactoryDefault()

# Makes the methods of a class.
def made(cls, bodies, values):
    functions = _functions(bodies, values)
    for name, function in functions.items():
        function.__qualname__ = f'{cls.__qualname__}.{name}'
        function.__module__ = cls.__module__
    return functions

# What keeps the fields of an object as they are.
def frozen():
    def refusing(verb, call):
        return ['if type(self) is cls or name in names:', f" raise FrozenInstanceError(f'cannot {verb} field {{name!r}}')",
                f'super(cls, self).{call}']
    return {'__setattr__': ('self, name, value', refusing('assign to', '__setattr__(name, value)')),
            '__delattr__': ('self, name', refusing('delete', '__delattr__(name)'))}

def _own_name(every):
    return '__dataclass_self__' if any([f.name == 'self' for f in every]) else 'self'

# `every`: the fields with those that only `__init__` knows. Parameters and body; puts what they use into `values`.
def init(cls, every, frozen, slots, missing, values):
    me = _own_name(every)
    positional = [f for f in every if f.init and not f.kw_only]
    by_keyword = [f for f in every if f.init and f.kw_only]
    seen_default = False
    for f in positional:
        if f.default is not missing or f.default_factory is not missing:
            seen_default = True
        elif seen_default:
            raise TypeError(f'non-default argument {f.name!r} follows default argument')
    parameters = [me] + [_parameter(f, missing, values) for f in positional]
    if by_keyword:
        parameters += ['*'] + [_parameter(f, missing, values) for f in by_keyword]
    body = []
    for f in every:
        value = _initial(f, slots, missing, values)
        if value is None or f._field_type is _INIT_VARIABLE:
            continue
        if frozen:
            values['_object'] = object
            body.append(f'_object.__setattr__({me}, {f.name!r}, {value})')
        else:
            body.append(f'{me}.{f.name} = {value}')
    if hasattr(cls, '__post_init__'):
        body.append(f'{me}.__post_init__(' + ', '.join([f.name for f in every if f._field_type is _INIT_VARIABLE]) + ')')
    return ', '.join(parameters), body or ['pass']

def _parameter(f, missing, values):
    if f.default is not missing:
        values['_default_' + f.name] = f.default
        return f'{f.name}=_default_{f.name}'
    if f.default_factory is not missing:
        values['_factory_' + f.name], values['_FACTORY'] = f.default_factory, _FACTORY
        return f'{f.name}=_FACTORY'
    return f.name

# The expression that a field begins with; None where it begins with nothing.
def _initial(f, slots, missing, values):
    if f.default_factory is not missing:
        values['_factory_' + f.name] = f.default_factory
        made = f'_factory_{f.name}()'
        return f'{made} if {f.name} is _FACTORY else {f.name}' if f.init else made
    if f.init:
        return f.name
    if slots and f.default is not missing:
        values['_default_' + f.name] = f.default
        return '_default_' + f.name
    return None

# How a class without a docstring is called.
def signature(every, missing):
    shown = [_declared(f, missing) for f in every if not f.kw_only]
    by_keyword = [_declared(f, missing) for f in every if f.kw_only]
    return '(' + ', '.join(shown + (['*'] + by_keyword if by_keyword else [])) + ')'

def _declared(f, missing):
    kind = f.type
    is_plain = isinstance(kind, type) and kind.__module__ == 'builtins'
    shown = f'{f.name}: {kind.__qualname__ if is_plain else _long_name(kind)}'
    if f.default is not missing:
        return f'{shown} = {f.default!r}'
    return shown if f.default_factory is missing else f'{shown} = {_FACTORY!r}'

def _long_name(kind):
    if isinstance(kind, type):
        return f'{kind.__module__}.{kind.__qualname__}'
    return repr(kind).replace('typing.', '') if getattr(kind, '__module__', None) == 'typing' else repr(kind)

def repr_of(every):
    shown = ', '.join([f'{f.name}={{self.{f.name}!r}}' for f in every if f.repr])
    return 'self', [f"return self.__class__.__qualname__ + f'({shown})'"]

def without_recursion(function):
    return _recursive_repr()(function)

def _values(me, fields):
    return '(' + ''.join([f'{me}.{f.name}, ' for f in fields]) + ')'

def comparison(every, operator):
    compared = [f for f in every if f.compare]
    return 'self, other', [
        'if other.__class__ is self.__class__:',
        f' return {_values("self", compared)} {operator} {_values("other", compared)}',
        'return NotImplemented',
    ]

def hash_of(every):
    hashed = [f for f in every if (f.compare if f.hash is None else f.hash)]
    return 'self', [f'return hash({_values("self", hashed)})']
