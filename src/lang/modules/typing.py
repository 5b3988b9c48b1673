# Names only: nothing is checked at run time.

__all__ = [
    'AbstractSet', 'Any', 'AnyStr', 'Awaitable', 'BinaryIO', 'Callable', 'ClassVar', 'Collection', 'Concatenate', 'Counter',
    'DefaultDict', 'Deque', 'Dict', 'Final', 'FrozenSet', 'Generator', 'Generic', 'Hashable', 'IO', 'Iterable', 'Iterator',
    'List', 'Literal', 'Mapping', 'MutableMapping', 'MutableSequence', 'MutableSet', 'NamedTuple', 'NewType', 'NoReturn', 'Optional',
    'OrderedDict', 'ParamSpec', 'Protocol', 'Self', 'Sequence', 'Set', 'Sized', 'Text', 'TextIO', 'Tuple', 'Type', 'TypeAlias',
    'TypeVar', 'TypedDict', 'Union', 'cast', 'final', 'overload', 'runtime_checkable',
]

TYPE_CHECKING = False

class _Form:
    def __init__(self, name, arguments=None):
        self._name = name
        self._arguments = arguments

    def __getitem__(self, arguments):
        arguments = arguments if isinstance(arguments, tuple) else (arguments,)
        if self._name == 'Literal':
            return _Form(self._name, arguments)
        arguments = tuple([type(None) if one is None else one for one in arguments])
        if self._name == 'Optional':
            return _united(arguments + (type(None),))
        return _united(arguments) if self._name == 'Union' else _Form(self._name, arguments)

    @property
    def __args__(self):
        if self._arguments is None:
            raise AttributeError('__args__')
        if self._name == 'Callable' and isinstance(self._arguments[0], list):
            return tuple(self._arguments[0]) + self._arguments[1:]
        return self._arguments

    @property
    def __origin__(self):
        return _ORIGINS.get(self._name) or globals()[self._name]

    def __call__(self, *args, **kwargs):
        raise TypeError(f'Type {self._name} cannot be instantiated; use {self._name.lower()}() instead')

    def __or__(self, other):
        return _united((self, other))

    def __ror__(self, other):
        return _united((other, self))

    def __eq__(self, other):
        return isinstance(other, _Form) and (self._name, self._arguments) == (other._name, other._arguments)

    def __hash__(self):
        return hash(self._name)

    def __repr__(self):
        if self._arguments is None:
            return 'typing.' + self._name
        arguments = self._arguments
        if self._name == 'Union' and len(arguments) == 2 and type(None) in arguments:
            return 'typing.Optional[' + _shown(arguments[0 if arguments[1] is type(None) else 1]) + ']'
        names = [repr(value) if self._name == 'Literal' else _shown(value) for value in arguments]
        return 'typing.' + self._name + '[' + ', '.join(names) + ']'

_ORIGINS = {'Dict': dict, 'FrozenSet': frozenset, 'List': list, 'Set': set, 'Tuple': tuple, 'Type': type}

def _shown(value):
    if isinstance(value, type):
        return value.__qualname__ if value.__module__ == 'builtins' else f'{value.__module__}.{value.__qualname__}'
    if isinstance(value, list):
        return '[' + ', '.join([_shown(one) for one in value]) + ']'
    return '...' if value is ... else repr(value)

def _united(arguments):
    flat = []
    for one in arguments:
        one = type(None) if one is None else one
        for member in one._arguments if isinstance(one, _Form) and one._name == 'Union' else (one,):
            if member not in flat:
                flat.append(member)
    return flat[0] if len(flat) == 1 else _Form('Union', tuple(flat))

AbstractSet = _Form('AbstractSet')
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
Text = str

class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__ = name

    def __repr__(self):
        return '~' + self.__name__

class ParamSpec(TypeVar):
    @property
    def args(self):
        return Any

    @property
    def kwargs(self):
        return Any

AnyStr = TypeVar('AnyStr')

class Generic:
    @classmethod
    def __class_getitem__(cls, parameters):
        return cls

class Protocol(Generic):
    pass

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
    if isinstance(tp, _Form):
        return None if tp._arguments is None else tp.__origin__
    return getattr(tp, '__origin__', None)

def get_args(tp):
    if isinstance(tp, _Form):
        return tp._arguments or ()
    return getattr(tp, '__args__', ())

def NewType(name, tp):
    def make(value):
        return value
    make.__name__ = name
    return make

def cast(typ, val):
    return val

def final(f):
    return f

def overload(func):
    return func

def runtime_checkable(cls):
    return cls

def no_type_check(arg):
    return arg

def get_type_hints(obj):
    return dict(getattr(obj, '__annotations__', {}))

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
    made.__annotations__ = dict(types)
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

class _TypedDictMeta(type):
    def __new__(cls, name, bases, namespace, total=True):
        if not bases:
            return type.__new__(cls, name, bases, namespace)
        types = {}
        for base in bases:
            types.update(getattr(base, '__annotations__', {}))
        types.update(namespace.get('__annotations__', {}))
        made = type(name, (dict,), {key: value for key, value in namespace.items() if key != '__annotations__'})
        made.__annotations__ = types
        made.__total__ = total
        made.__required_keys__ = frozenset(types if total else ())
        made.__optional_keys__ = frozenset(() if total else types)
        return made

class TypedDict(metaclass=_TypedDictMeta):
    pass
