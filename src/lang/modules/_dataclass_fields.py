# The fields of a dataclass: what a class body says of each.

from reprlib import recursive_repr as _recursive_repr
from types import MappingProxyType as _MappingProxy

class _MISSING_TYPE:
    __module__ = 'dataclasses'

class _KW_ONLY_TYPE:
    __module__ = 'dataclasses'

MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()

# Which sort of field one is.
class _Sort:
    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return self._name

PLAIN = _Sort('_FIELD')
CLASS_VARIABLE = _Sort('_FIELD_CLASSVAR')
INIT_VARIABLE = _Sort('_FIELD_INITVAR')

class InitVar:
    __module__ = 'dataclasses'

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        is_class = isinstance(self.type, type) and not hasattr(self.type, '__args__')
        return f'dataclasses.InitVar[{self.type.__name__ if is_class else repr(self.type)}]'

    def __class_getitem__(cls, type):
        return InitVar(type)

class Field:
    __module__ = 'dataclasses'

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
        self._field_type = None

    # Its default may want to know where it stands.
    def __set_name__(self, owner, name):
        hook = getattr(type(self.default), '__set_name__', None)
        if hook is not None:
            hook(self.default, owner, name)

    @_recursive_repr()
    def __repr__(self):
        named = ('name', 'type', 'default', 'default_factory', 'init', 'repr', 'hash', 'compare', 'metadata', 'kw_only',
                 '_field_type')
        return 'Field(' + ','.join([f'{name}={getattr(self, name)!r}' for name in named]) + ')'

    __class_getitem__ = classmethod(generic_alias)

def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)

def _is_class_variable(annotation):
    import typing
    return annotation is typing.ClassVar or getattr(annotation, '__origin__', None) is typing.ClassVar

def _is_init_variable(annotation):
    return annotation is InitVar or type(annotation) is InitVar

# Whether an annotation is of a sort. Of a text the name that it begins with counts, as the module of the class has it.
def _is(annotation, cls, belongs):
    if not isinstance(annotation, str):
        return belongs(annotation)
    import sys
    owner, dot, name = annotation.split('[')[0].rpartition('.')
    module = sys.modules.get(cls.__module__)
    return belongs(getattr(getattr(module, owner.strip(), None) if dot else module, name.strip(), None))

# A field as the class has it: what stands behind the annotation is looked for in its bases too.
def _declared(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        if type(default).__name__ == 'member_descriptor':
            default = MISSING
        made = field(default=default)
    made.name = name
    made.type = annotation
    made._field_type = PLAIN
    if _is(annotation, cls, _is_class_variable):
        made._field_type = CLASS_VARIABLE
    elif _is(annotation, cls, _is_init_variable):
        made._field_type = INIT_VARIABLE
    if made._field_type is not PLAIN and made.default_factory is not MISSING:
        raise TypeError(f'field {name} cannot have a default factory')
    if made._field_type is CLASS_VARIABLE:
        if made.kw_only is not MISSING:
            raise TypeError(f'field {name} is a ClassVar but specifies kw_only')
    elif made.kw_only is MISSING:
        made.kw_only = kw_only
    unhashable = isinstance(made.default, (list, dict, set)) or type(made.default).__hash__ is None
    if made._field_type is PLAIN and unhashable:
        raise ValueError(f'mutable default {type(made.default)} for field {name} is not allowed: use default_factory')
    return made

# The fields that a class itself declares; of each the class keeps the default.
def own_fields(cls, kw_only):
    annotations = cls.__dict__.get('__annotations__', {})
    found = []
    seen_marker = False
    for name, annotation in annotations.items():
        if _is(annotation, cls, lambda found: found is KW_ONLY):
            if seen_marker:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            seen_marker = kw_only = True
            continue
        found.append(_declared(cls, name, annotation, kw_only))
    for each in found:
        if isinstance(getattr(cls, each.name, None), Field):
            if each.default is MISSING:
                delattr(cls, each.name)
            else:
                setattr(cls, each.name, each.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    return found
