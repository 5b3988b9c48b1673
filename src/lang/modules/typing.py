# Names only: nothing is checked at run time.

__all__ = [
    'AbstractSet', 'Annotated', 'Any', 'AnyStr', 'AsyncContextManager', 'AsyncGenerator', 'AsyncIterable',
    'AsyncIterator', 'Awaitable', 'BinaryIO', 'ByteString', 'Callable', 'ChainMap', 'ClassVar', 'Collection',
    'Concatenate', 'Container', 'ContextManager', 'Coroutine', 'Counter', 'DefaultDict', 'Deque', 'Dict', 'Final',
    'ForwardRef', 'FrozenSet', 'Generator', 'Generic', 'Hashable', 'IO', 'ItemsView', 'Iterable', 'Iterator',
    'KeysView', 'List', 'Literal', 'LiteralString', 'Mapping', 'MappingView', 'Match', 'MutableMapping',
    'MutableSequence', 'MutableSet', 'NamedTuple', 'Never', 'NewType', 'NoReturn', 'NotRequired', 'Optional',
    'OrderedDict', 'ParamSpec', 'Pattern', 'Protocol', 'Required', 'Reversible', 'Self', 'Sequence', 'Set', 'Sized',
    'SupportsAbs', 'SupportsBytes', 'SupportsComplex', 'SupportsFloat', 'SupportsIndex', 'SupportsInt', 'SupportsRound',
    'TYPE_CHECKING', 'Text', 'TextIO', 'Tuple', 'Type', 'TypeAlias', 'TypeGuard', 'TypeVar', 'TypeVarTuple',
    'TypedDict', 'Union', 'Unpack', 'ValuesView', 'assert_never', 'assert_type', 'cast', 'clear_overloads',
    'dataclass_transform', 'final', 'get_args', 'get_origin', 'get_overloads', 'get_type_hints', 'is_typeddict',
    'no_type_check', 'no_type_check_decorator', 'overload', 'reveal_type', 'runtime_checkable',
]

from abc import ABCMeta as _ABCMeta

TYPE_CHECKING = False

class _Form:
    def __init__(self, name, arguments=None):
        self._name = name
        self._arguments = arguments

    def __getitem__(self, arguments):
        if self._arguments is not None:
            return _substituted(self, arguments)
        arguments = arguments if isinstance(arguments, tuple) else (arguments,)
        if self._name == 'Annotated' and len(arguments) > 1 and hasattr(arguments[0], '__metadata__'):
            return _Form('Annotated', arguments[0]._arguments + arguments[1:])
        if self._name in ('Literal', 'Annotated'):
            return _Form(self._name, arguments)
        if self._name == 'Optional' and len(arguments) != 1:
            raise TypeError(f'typing.Optional requires a single type. Got {arguments!r}.')
        if self._arguments is None and self._name in _COUNTS:
            _check_count(self, len(arguments), _COUNTS[self._name])
        arguments = tuple([type(None) if one is None else one for one in arguments])
        if self._name == 'Optional':
            return _united(arguments + (type(None),))
        return _united(arguments) if self._name == 'Union' else _Form(self._name, arguments)

    @property
    def __args__(self):
        if self._arguments is None:
            raise AttributeError('__args__')
        if self._name == 'Annotated':
            return self._arguments[:1]
        if self._name == 'Callable' and isinstance(self._arguments[0], list):
            return tuple(self._arguments[0]) + self._arguments[1:]
        return self._arguments

    @property
    def __origin__(self):
        if self._name == 'Annotated' and self._arguments is not None:
            return self._arguments[0]
        return _ORIGINS.get(self._name) or _origin(self._name) or globals()[self._name]

    @property
    def __metadata__(self):
        if self._name == 'Annotated' and self._arguments is not None:
            return self._arguments[1:]
        raise AttributeError('__metadata__')

    @property
    def __parameters__(self):
        return () if self._arguments is None or self._name == 'Literal' else _variables(self.__args__)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        if self._name == 'Union' and self._arguments is not None:
            for one in self._arguments:
                if issubclass(cls, one):
                    return True
            return False
        if self._arguments is not None:
            raise TypeError('Subscripted generics cannot be used with class and instance checks')
        origin = self.__origin__
        if origin is self:
            raise TypeError(f'{self!r} cannot be used with isinstance()')
        return issubclass(cls, origin)

    def __call__(self, *args, **kwargs):
        raise TypeError(f'Type {self._name} cannot be instantiated; use {self._name.lower()}() instead')

    def __or__(self, other):
        return _united((self, other))

    def __ror__(self, other):
        return _united((other, self))

    def __eq__(self, other):
        if self._name == 'Union' and self._arguments is not None:
            return _is_union(other) and set(self._arguments) == set(other.__args__)
        return isinstance(other, _Form) and (self._name, self._arguments) == (other._name, other._arguments)

    def __hash__(self):
        if self._name == 'Union' and self._arguments is not None:
            # As of a union of classes, which it may be equal to.
            made = 17
            for one in self._arguments:
                made ^= hash(one)
            return made
        return hash(self._name)

    def __repr__(self):
        if self._arguments is None:
            return "<class 'typing.Annotated'>" if self._name == 'Annotated' else 'typing.' + self._name
        arguments = self._arguments
        if self._name == 'Union' and len(arguments) == 2 and type(None) in arguments:
            return 'typing.Optional[' + _shown(arguments[0 if arguments[1] is type(None) else 1]) + ']'
        if self._name == 'Annotated':
            return 'typing.Annotated[' + ', '.join([_shown(arguments[0])] + [repr(one) for one in arguments[1:]]) + ']'
        names = [repr(value) if self._name == 'Literal' else _shown(value) for value in arguments]
        return 'typing.' + self._name + '[' + ', '.join(names) + ']'

_ORIGINS = {'Dict': dict, 'FrozenSet': frozenset, 'List': list, 'Set': set, 'Tuple': tuple, 'Type': type}
_OTHER_NAMES = {
    'AbstractSet': 'Set', 'Deque': 'deque', 'DefaultDict': 'defaultdict', 'ContextManager': 'AbstractContextManager',
    'AsyncContextManager': 'AbstractAsyncContextManager',
}

# The class that stands in another module under a form's name; None where there is none.
def _origin(name):
    if name in _COUNTS or name in ('Callable', 'Hashable', 'Sized', 'ByteString'):
        import collections.abc, contextlib, re
        own = _OTHER_NAMES.get(name, name)
        for module in (collections.abc, collections, contextlib, re):
            if own in module.__all__:
                _ORIGINS[name] = getattr(module, own)
                break
    return _ORIGINS.get(name)

# How many arguments stand in the brackets of a form.
_COUNTS = dict.fromkeys((
    'List', 'Set', 'FrozenSet', 'Deque', 'Counter', 'Iterable', 'Iterator', 'Collection', 'Container', 'Reversible', 'Sequence',
    'MutableSequence', 'AbstractSet', 'MutableSet', 'KeysView', 'ValuesView', 'MappingView', 'Awaitable', 'AsyncIterable',
    'AsyncIterator', 'Type', 'ContextManager', 'AsyncContextManager', 'Pattern', 'Match'), 1)
_COUNTS.update(dict.fromkeys((
    'Dict', 'DefaultDict', 'OrderedDict', 'ChainMap', 'Mapping', 'MutableMapping', 'ItemsView', 'AsyncGenerator'), 2))
_COUNTS.update(dict.fromkeys(('Coroutine', 'Generator'), 3))

def _check_count(what, actual, expected):
    if actual != expected:
        few = 'few' if actual < expected else 'many'
        raise TypeError(f'Too {few} arguments for {what!r}; actual {actual}, expected {expected}')

def _is_union(value):
    return isinstance(value, _Form) and value._name == 'Union' and value._arguments is not None \
        or type_name(value) == 'types.UnionType'

def _shown(value):
    if isinstance(value, type):
        return value.__qualname__ if value.__module__ == 'builtins' else f'{value.__module__}.{value.__qualname__}'
    if isinstance(value, list):
        return '[' + ', '.join([_shown(one) for one in value]) + ']'
    return '...' if value is ... else repr(value)

# Of an alias or union of types that is built in.
def _text_of(alias):
    names = ['None' if one is type(None) else _shown(one) for one in alias.__args__]
    if type_name(alias) == 'types.UnionType':
        return ' | '.join(names)
    origin = _shown(alias.__origin__)
    if origin == 'collections.abc.Callable' and not _stands_for_arguments(alias.__args__[:-1]):
        return origin + '[[' + ', '.join(names[:-1]) + '], ' + names[-1] + ']'
    return origin + '[' + ', '.join(names) + ']'

# An ellipsis, or a variable, in the place of all types of arguments.
def _stands_for_arguments(wanted):
    return len(wanted) == 1 and (wanted[0] is ... or isinstance(wanted[0], ParamSpec)
                                 or isinstance(wanted[0], _Form) and wanted[0]._name == 'Concatenate')

def _united(arguments):
    flat = []
    for one in arguments:
        one = type(None) if one is None else one
        for member in one.__args__ if _is_union(one) else (one,):
            if member not in flat:
                flat.append(member)
    return flat[0] if len(flat) == 1 else _Form('Union', tuple(flat))

AbstractSet = _Form('AbstractSet')
Annotated = _Form('Annotated')
Any = _Form('Any')
Awaitable = _Form('Awaitable')
Coroutine = _Form('Coroutine')
AsyncIterator = _Form('AsyncIterator')
AsyncGenerator = _Form('AsyncGenerator')
Callable = _Form('Callable')
ClassVar = _Form('ClassVar')
Collection = _Form('Collection')
Concatenate = _Form('Concatenate')
Counter = _Form('Counter')
DefaultDict = _Form('DefaultDict')
Deque = _Form('Deque')
Dict = _Form('Dict')
Final = _Form('Final')
FrozenSet = _Form('FrozenSet')
Generator = _Form('Generator')
Hashable = _Form('Hashable')
Iterable = _Form('Iterable')
Iterator = _Form('Iterator')
List = _Form('List')
Literal = _Form('Literal')
Mapping = _Form('Mapping')
MutableMapping = _Form('MutableMapping')
MutableSequence = _Form('MutableSequence')
MutableSet = _Form('MutableSet')
NoReturn = _Form('NoReturn')
Never = _Form('Never')
Optional = _Form('Optional')
OrderedDict = _Form('OrderedDict')
Reversible = _Form('Reversible')
Self = _Form('Self')
Sequence = _Form('Sequence')
Set = _Form('Set')
Sized = _Form('Sized')
SupportsFloat = _Form('SupportsFloat')
SupportsInt = _Form('SupportsInt')
Tuple = _Form('Tuple')
Type = _Form('Type')
TypeAlias = _Form('TypeAlias')
Union = _Form('Union')
AsyncContextManager = _Form('AsyncContextManager')
AsyncIterable = _Form('AsyncIterable')
ByteString = _Form('ByteString')
ChainMap = _Form('ChainMap')
Container = _Form('Container')
ContextManager = _Form('ContextManager')
ItemsView = _Form('ItemsView')
KeysView = _Form('KeysView')
LiteralString = _Form('LiteralString')
MappingView = _Form('MappingView')
NotRequired = _Form('NotRequired')
Required = _Form('Required')
SupportsBytes = _Form('SupportsBytes')
SupportsComplex = _Form('SupportsComplex')
SupportsRound = _Form('SupportsRound')
TypeGuard = _Form('TypeGuard')
Unpack = _Form('Unpack')
ValuesView = _Form('ValuesView')
Text = str

class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)

    def __or__(self, other):
        return _united((self, other))

    def __ror__(self, other):
        return _united((other, self))

    def __instancecheck__(self, obj):
        raise TypeError('isinstance() arg 2 must be a type, a tuple of types, or a union')

    def __repr__(self):
        return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__

class ParamSpec(TypeVar):
    @property
    def args(self):
        return Any

    @property
    def kwargs(self):
        return Any

AnyStr = TypeVar('AnyStr', bytes, str)

# A generic class with arguments, `Stack[int]`.
class _Alias:
    def __init__(self, origin, args):
        self.__origin__ = origin
        self.__args__ = args
        self.__parameters__ = _variables(args)

    def __call__(self, *args, **kwargs):
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except AttributeError:
            pass
        return made

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __getitem__(self, arguments):
        arguments = list(arguments if isinstance(arguments, tuple) else (arguments,))
        if not self.__parameters__:
            raise TypeError(f'{self!r} is not a generic class')
        _check_arguments(self, arguments)
        return _Alias(self.__origin__, tuple([arguments.pop(0) if isinstance(one, TypeVar) else one for one in self.__args__]))

    def __or__(self, other):
        return _united((self, other))

    def __ror__(self, other):
        return _united((other, self))

    def __eq__(self, other):
        return isinstance(other, _Alias) and (self.__origin__, self.__args__) == (other.__origin__, other.__args__)

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __instancecheck__(self, obj):
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    __subclasscheck__ = __instancecheck__

    def __repr__(self):
        origin = self.__origin__
        name = f'{origin.__module__}.{origin.__qualname__}'
        return name + '[' + ', '.join([_shown(one) for one in self.__args__]) + ']'

def _variables(args):
    found = []
    for one in args:
        for variable in (one,) if isinstance(one, TypeVar) else getattr(one, '__parameters__', ()):
            if variable not in found:
                found.append(variable)
    return tuple(found)

# A form or alias with types in the places of its variables.
def _substituted(form, arguments):
    arguments = arguments if isinstance(arguments, tuple) else (arguments,)
    if not form.__parameters__:
        raise TypeError(f'{form!r} is not a generic class')
    _check_arguments(form, arguments)
    arguments = [type(None) if one is None else one for one in arguments]
    return _filled(form, dict(zip(form.__parameters__, arguments)))

def _filled(one, given):
    if isinstance(one, TypeVar):
        return given.get(one, one)
    if isinstance(one, list):
        return [_filled(each, given) for each in one]
    if isinstance(one, type) or not getattr(one, '__parameters__', ()):
        return one
    filled = tuple([_filled(each, given) for each in (one._arguments if isinstance(one, _Form) else one.__args__)])
    if isinstance(one, _Form):
        return _united(filled) if one._name == 'Union' else _Form(one._name, filled)
    if type_name(one) == 'types.UnionType':
        made = filled[0]
        for other in filled[1:]:
            made = made | other
        return made
    return _Alias(one.__origin__, filled) if isinstance(one, _Alias) else type(one)(one.__origin__, filled)

# What stands for several types takes as many as there are.
def _check_arguments(what, arguments):
    expected = what.__parameters__
    if not any([isinstance(one, (ParamSpec, TypeVarTuple)) for one in expected]):
        _check_count(what, len(arguments), len(expected))

class Generic:
    __slots__ = ()
    __parameters__ = ()

    @classmethod
    def __class_getitem__(cls, parameters):
        parameters = parameters if isinstance(parameters, tuple) else (parameters,)
        if cls is not Generic and cls is not Protocol:
            if not cls.__parameters__:
                raise TypeError(f'{cls!r} is not a generic class')
            _check_arguments(cls, parameters)
        return _Alias(cls, tuple([type(None) if one is None else one for one in parameters]))

    def __init_subclass__(cls, **keywords):
        super().__init_subclass__(**keywords)
        bases = cls.__dict__.get('__orig_bases__', ())
        cls.__parameters__ = _variables([one for base in bases for one in getattr(base, '__args__', ())])

_NOT_MEMBERS = ('__abstractmethods__', '__annotations__', '__dict__', '__doc__', '__init__', '__module__', '__new__', '__slots__',
                '__subclasshook__', '__weakref__', '__class_getitem__', '__parameters__', '__orig_bases__', '__init_subclass__',
                '__qualname__', '_is_protocol', '_is_runtime', '__match_args__', '__hash__')

def _members(cls):
    names = []
    for base in cls.__mro__:
        if base.__dict__.get('_is_protocol') and base is not Protocol:
            names += [*base.__dict__, *base.__dict__.get('__annotations__', {})]
    return [name for name in names if name not in _NOT_MEMBERS and not name.startswith('_abc_')]

class _ProtocolMeta(_ABCMeta):
    def __instancecheck__(cls, instance):
        if not cls.__dict__.get('_is_protocol') or cls is Protocol:
            return super().__instancecheck__(instance)
        if not cls.__dict__.get('_is_runtime'):
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        return super().__instancecheck__(instance) or all([hasattr(instance, name) for name in _members(cls)])

    def __subclasscheck__(cls, other):
        if not cls.__dict__.get('_is_protocol') or cls is Protocol:
            return super().__subclasscheck__(other)
        if not cls.__dict__.get('_is_runtime'):
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        return super().__subclasscheck__(other) or all([hasattr(other, name) for name in _members(cls)])

def _no_protocol(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError('Protocols cannot be instantiated')

class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True
    _is_runtime = False

    def __init_subclass__(cls, **keywords):
        super().__init_subclass__(**keywords)
        cls._is_protocol = Protocol in cls.__bases__
        if cls._is_protocol and '__init__' not in cls.__dict__:
            cls.__init__ = _no_protocol

class IO(Generic):
    @classmethod
    def __class_getitem__(cls, parameters):
        return _Form('IO', parameters if isinstance(parameters, tuple) else (parameters,))

class BinaryIO(IO):
    pass

class TextIO(IO):
    pass

Pattern = _Form('Pattern')
Match = _Form('Match')
SupportsAbs = _Form('SupportsAbs')
SupportsIndex = _Form('SupportsIndex')

def get_origin(tp):
    if hasattr(tp, '__metadata__'):
        return Annotated
    if isinstance(tp, _Form):
        return None if tp._arguments is None else tp.__origin__
    if _is_union(tp):
        return type(tp)
    return getattr(tp, '__origin__', None)

def get_args(tp):
    if isinstance(tp, _Form):
        return tp._arguments or ()
    args = getattr(tp, '__args__', ())
    # What a callable takes stands in one row with what it returns.
    is_callable = repr(getattr(tp, '__origin__', None)) == "<class 'collections.abc.Callable'>"
    return (list(args[:-1]), args[-1]) if is_callable and args[0] is not ... else args

class NewType:
    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name
        self.__supertype__ = tp
        self.__module__ = '__main__'

    def __call__(self, value, /):
        return value

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __or__(self, other):
        return _united((self, other))

    def __ror__(self, other):
        return _united((other, self))

def cast(typ, val):
    return val

def final(f):
    return f

_overloads = {}

def overload(func):
    function = getattr(func, '__func__', func)
    if hasattr(function, '__code__'):
        known = _overloads.setdefault((function.__module__, function.__qualname__), {})
        known[function.__code__.co_firstlineno] = func
    return _overloaded

def _overloaded(*args, **kwds):
    raise NotImplementedError(
        'You should not call an overloaded function. A series of @overload-decorated functions outside a stub module '
        'should always be followed by an implementation that is not @overload-ed.')

def runtime_checkable(cls):
    if not getattr(cls, '_is_protocol', False):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime = True
    return cls

def no_type_check(arg):
    return arg

def _variables_of(obj):
    import sys
    while hasattr(obj, '__wrapped__'):
        obj = obj.__wrapped__
    if hasattr(obj, '__globals__'):
        return obj.__globals__
    module = sys.modules.get(getattr(obj, '__module__', None))
    return {} if module is None else vars(module)

# Annotations that are texts are evaluated where they stand.
def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    hints = {}
    for owner in (reversed(obj.__mro__) if isinstance(obj, type) else [obj]):
        own = owner.__dict__.get('__annotations__', {}) if isinstance(obj, type) else getattr(obj, '__annotations__', {})
        for name, hint in own.items():
            variables = _variables_of(owner) if globalns is None else globalns
            hints[name] = type(None) if hint is None else _evaluated(hint, variables, localns, include_extras)
    return hints

# The annotation with its texts evaluated, and without what is only noted beside types where that is not wanted.
def _evaluated(hint, globalns, localns, extras):
    if isinstance(hint, (str, ForwardRef)):
        text = hint if isinstance(hint, str) else hint.__forward_arg__
        found = eval(text, globalns, localns)
        return type(None) if found is None else _evaluated(found, globalns, localns, extras)
    inside = lambda one: one if isinstance(one, list) else _evaluated(one, globalns, localns, extras)
    name = hint._name if isinstance(hint, _Form) else None
    if name == 'Literal' or name and hint._arguments is None:
        return hint
    if name in ('Required', 'NotRequired') and not extras:
        return inside(hint._arguments[0])
    if name == 'Annotated':
        first = inside(hint._arguments[0])
        return _Form(name, (first,) + hint._arguments[1:]) if extras else first
    arguments = hint._arguments if name else getattr(hint, '__args__', ())
    if not isinstance(arguments, tuple) or isinstance(hint, type) and not _is_alias(hint):
        return hint
    new = tuple([[inside(part) for part in one] if isinstance(one, list) else inside(one) for one in arguments])
    if all(one is other for one, other in zip(new, arguments)) or new == arguments:
        return hint
    if name == 'Union' or _is_union(hint):
        return _united(new)
    return _Form(name, new) if name else hint.__origin__[new]

def _is_alias(hint):
    return hasattr(hint, '__origin__')

# An annotation that is a text may name what is not there yet.
def _referred(kind, module=None):
    return ForwardRef(kind, module=module) if isinstance(kind, str) else type(None) if kind is None else kind

class _NamedTupleMeta(type):
    def __new__(cls, name, bases, namespace):
        if not bases:
            return type.__new__(cls, name, bases, namespace)
        types = namespace.get('__annotations__', {})
        return _named_tuple(name, types, namespace)

    def __call__(cls, typename, fields=None, /, **kwargs):
        pairs = kwargs if fields is None else dict(fields)
        return _named_tuple(typename, pairs, {})

def _named_tuple(name, types, namespace):
    from collections import namedtuple
    defaults = []
    for field in types:
        if field in namespace:
            defaults.append(namespace[field])
        elif defaults:
            raise TypeError(f'non-default namedtuple field {field} cannot follow default field '
                            f'{list(types)[list(types).index(field) - 1]}')
    made = namedtuple(name, list(types), defaults=defaults)
    made.__annotations__ = {field: _referred(kind) for field, kind in types.items()}
    made.__module__ = namespace.get('__module__', '__main__')
    for key, value in namespace.items():
        if key in ('__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults', '_make', '_replace',
                   '_asdict'):
            raise AttributeError('Cannot overwrite NamedTuple attribute ' + key)
        if key not in types and key not in ('__annotations__', '__module__', '__qualname__', '__classcell__'):
            setattr(made, key, value)
    return made

class NamedTuple(metaclass=_NamedTupleMeta):
    pass

def _is_required(kind, total):
    if isinstance(kind, _Form) and kind._name == 'Annotated':
        kind = kind._arguments[0]
    name = kind._name if isinstance(kind, _Form) else None
    return True if name == 'Required' else False if name == 'NotRequired' else total

class _TypedDictMeta(type):
    def __new__(cls, name, bases, namespace, total=True):
        if not bases:
            return type.__new__(cls, name, bases, namespace)
        types, required, made_in = {}, {}, namespace.get('__module__')
        for base in bases:
            types.update(getattr(base, '__annotations__', {}))
            required.update({key: key in base.__required_keys__ for key in getattr(base, '__annotations__', {})})
        for key, kind in namespace.get('__annotations__', {}).items():
            types[key], required[key] = _referred(kind, made_in), _is_required(kind, total)
        made = type.__new__(cls, name, (dict,), {key: value for key, value in namespace.items() if key != '__annotations__'})
        made.__annotations__ = types
        made.__total__ = total
        made.__required_keys__ = frozenset([key for key in types if required[key]])
        made.__optional_keys__ = frozenset([key for key in types if not required[key]])
        return made

    def __call__(cls, *args, **kwargs):
        return _typed_dict(*args, **kwargs) if cls is TypedDict else dict(*args, **kwargs)

    def __instancecheck__(cls, instance):
        raise TypeError('TypedDict does not support instance and class checks')

    __subclasscheck__ = __instancecheck__

def _typed_dict(typename, fields=None, /, *, total=True, **kwargs):
    types = {name: type(None) if kind is None else kind for name, kind in (kwargs if fields is None else fields).items()}
    return _TypedDictMeta(typename, (TypedDict,), {'__annotations__': types, '__module__': '__main__'}, total=total)

class TypedDict(metaclass=_TypedDictMeta):
    pass

# What only a checker of types asks for.
def assert_type(val, typ, /):
    return val

def reveal_type(obj, /):
    import sys
    print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
    return obj

def assert_never(arg, /):
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + '...'
    raise AssertionError(f'Expected code to be unreachable, but got: {value}')

def dataclass_transform(**named):
    def decorator(made):
        made.__dataclass_transform__ = named
        return made
    return decorator

def no_type_check_decorator(decorator):
    return decorator

def is_typeddict(tp):
    return isinstance(tp, type) and hasattr(tp, '__required_keys__') and hasattr(tp, '__total__')

def get_overloads(func):
    function = getattr(func, '__func__', func)
    return list(_overloads.get((function.__module__, function.__qualname__), {}).values())

def clear_overloads():
    _overloads.clear()

class TypeVarTuple(TypeVar):
    def __iter__(self):
        yield Unpack[self]

class ForwardRef:
    __module__ = 'typing'

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f'Forward reference must be a string -- got {arg!r}')
        self.__forward_arg__, self.__forward_module__ = arg, module

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        module = '' if self.__forward_module__ is None else f', module={self.__forward_module__!r}'
        return f'ForwardRef({self.__forward_arg__!r}{module})'
