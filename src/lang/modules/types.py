__all__ = [
    'AsyncGeneratorType', 'BuiltinFunctionType', 'BuiltinMethodType', 'CellType', 'CodeType', 'CoroutineType',
    'DynamicClassAttribute', 'EllipsisType', 'FrameType', 'FunctionType', 'GeneratorType', 'GenericAlias', 'LambdaType',
    'MappingProxyType', 'MemberDescriptorType', 'MethodType', 'ModuleType', 'NoneType', 'NotImplementedType', 'SimpleNamespace',
    'TracebackType', 'UnionType', 'coroutine', 'new_class', 'prepare_class', 'resolve_bases',
]

import sys as _sys
from _collections import close_repr as _close_repr, open_repr as _open_repr

def _function():
    yield

async def _coroutine():
    pass

async def _async_generator():
    yield

class _Class:
    def method(self):
        pass

FunctionType = LambdaType = type(_function)
GeneratorType = type(_function())
_awaited = _coroutine()
CoroutineType = type(_awaited)
_awaited.close()
AsyncGeneratorType = type(_async_generator())
MethodType = type(_Class().method)
BuiltinFunctionType = BuiltinMethodType = type(len)
ModuleType = type(_sys)
NoneType = type(None)
NotImplementedType = type(NotImplemented)
EllipsisType = type(...)
GenericAlias = type(list[int])
CellType = type((lambda value: lambda: value)(None).__closure__[0])
CodeType = type(_function.__code__)
UnionType = type(int | str)

class SimpleNamespace:
    __module__ = 'types'

    def __init__(self, /, **kwargs):
        self.__dict__.update(kwargs)

    def __repr__(self):
        name = 'namespace' if type(self) is SimpleNamespace else type(self).__name__
        if not _open_repr(self):
            return f'{name}(...)'
        try:
            items = ', '.join([f'{name}={value!r}' for name, value in self.__dict__.items()])
        finally:
            _close_repr(self)
        return f'{name}({items})'

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

class MappingProxyType:
    __module__ = 'types'

    def __init__(self, mapping):
        if isinstance(mapping, (list, tuple)) or not hasattr(type(mapping), '__getitem__'):
            raise TypeError(f'mappingproxy() argument must be a mapping, not {type(mapping).__name__}')
        self._mapping = mapping

    def __getitem__(self, key):
        return self._mapping[key]

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        return iter(self._mapping)

    def __len__(self):
        return len(self._mapping)

    def get(self, key, default=None, /):
        return self._mapping.get(key, default)

    def keys(self):
        return self._mapping.keys()

    def values(self):
        return self._mapping.values()

    def items(self):
        return self._mapping.items()

    def copy(self):
        return self._mapping.copy()

    def __eq__(self, other):
        return self._mapping == (other._mapping if isinstance(other, MappingProxyType) else other)

    def __or__(self, other):
        return self._mapping | (other._mapping if isinstance(other, MappingProxyType) else other)

    def __reversed__(self):
        return reversed(self._mapping)

    def __setitem__(self, key, value):
        raise TypeError("'mappingproxy' object does not support item assignment")

    def __delitem__(self, key):
        raise TypeError("'mappingproxy' object does not support item deletion")

    def __str__(self):
        return str(self._mapping)

    def __repr__(self):
        return f'mappingproxy({self._mapping!r})'

DynamicClassAttribute = property

def coroutine(func):
    if not callable(func):
        raise TypeError('types.coroutine() expects a callable')
    if getattr(getattr(func, '__code__', None), 'co_flags', 0) & 128:
        # It makes coroutines already.
        return func
    from functools import wraps
    @wraps(func)
    def wrapped(*args, **kwargs):
        return as_coroutine(func(*args, **kwargs))
    return wrapped

def resolve_bases(bases):
    made = []
    for base in bases:
        hook = None if isinstance(base, type) else getattr(base, '__mro_entries__', None)
        if type(base) is GenericAlias:
            made.append(base.__origin__)
        else:
            made += [base] if hook is None else hook(bases)
    return bases if all([one is other for one, other in zip(made, bases)]) and len(made) == len(bases) else tuple(made)

def _most_derived(meta, bases):
    for base in bases:
        if issubclass(type(base), meta):
            meta = type(base)
        elif not issubclass(meta, type(base)):
            raise TypeError('metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass '
                            'of the metaclasses of all its bases')
    return meta

def prepare_class(name, bases=(), kwds=None):
    kwds = dict(kwds or {})
    meta = kwds.pop('metaclass', type(bases[0]) if bases else type)
    if isinstance(meta, type):
        meta = _most_derived(meta, bases)
    prepare = getattr(meta, '__prepare__', None)
    return meta, {} if prepare is None else prepare(name, bases, **kwds), kwds

def new_class(name, bases=(), kwds=None, exec_body=None):
    resolved = resolve_bases(bases)
    meta, namespace, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if resolved is not bases:
        namespace['__orig_bases__'] = bases
    return meta(name, resolved, namespace, **kwds)
