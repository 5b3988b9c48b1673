# Abstract base classes of collections.

__all__ = [
    'AsyncGenerator', 'AsyncIterable', 'AsyncIterator', 'Awaitable', 'ByteString', 'Callable', 'Collection',
    'Container', 'Coroutine', 'Generator', 'Hashable', 'ItemsView', 'Iterable', 'Iterator', 'KeysView', 'Mapping',
    'MappingView', 'MutableMapping', 'MutableSequence', 'MutableSet', 'Reversible', 'Sequence', 'Set', 'Sized',
    'ValuesView',
]

from abc import ABCMeta as _ABCMeta, abstractmethod as _abstractmethod
import types as _types

def _has(kind, *names):
    for name in names:
        for one in kind.__mro__:
            own = getattr(one, '__dict__', {})
            if name in own:
                if own[name] is None:
                    return NotImplemented
                break
        else:
            found = getattr(kind, name, None)
            # What a class does as an object itself, its instances need not do.
            if found is None or getattr(found, '__self__', None) is kind:
                return NotImplemented
    return True

# What types count as that show no methods here.
_MAPPED = ('MappingView', 'Collection', 'Sized', 'Iterable', 'Container', 'Reversible')
_LIKE = {
    'dict_keys': ('KeysView', 'Set', *_MAPPED), 'dict_items': ('ItemsView', 'Set', *_MAPPED),
    'dict_values': ('ValuesView', 'Hashable', *_MAPPED), 'generator': ('Generator', 'Iterator', 'Iterable', 'Hashable'),
    'coroutine': ('Coroutine', 'Awaitable', 'Hashable'),
    'async_generator': ('AsyncGenerator', 'AsyncIterator', 'AsyncIterable', 'Hashable'),
}
_WHERE = ('builtins', 'itertools', '_collections')
_ITERATORS = ('enumerate', 'zip', 'map', 'filter', 'reversed')

def _like(kind):
    name, module = kind.__name__, kind.__module__
    if module not in _WHERE:
        return None
    if module == 'itertools' or name.endswith('iterator') or name in _ITERATORS:
        return 'Iterator', 'Iterable', 'Hashable'
    return _LIKE.get(name)

class _Meta(_ABCMeta):
    def _asked_of_class(cls, kind):
        like = _like(kind) if cls.__module__ == 'collections.abc' else None
        return _ABCMeta._asked_of_class(cls, kind) if like is None else cls.__name__ in like

class _Deciding:
    # Whatever has the methods counts.
    __slots__ = ()
    _decides = ()

    @classmethod
    def __subclasshook__(cls, kind):
        own = cls.__dict__.get('_decides')
        return _has(kind, *own) if own else NotImplemented

    __class_getitem__ = classmethod(generic_alias)

class Hashable(_Deciding, metaclass=_Meta):
    __slots__ = ()

    _decides = ('__hash__',)

    @classmethod
    def __subclasshook__(cls, kind):
        if cls is not Hashable:
            return NotImplemented
        for one in kind.__mro__:
            if one in _UNHASHABLE:
                return NotImplemented
            own = getattr(one, '__dict__', {})
            if own.get('__hash__', 0) is None or '__eq__' in own and '__hash__' not in own and one is not object:
                return NotImplemented
            if '__hash__' in own:
                return True
        return True

    @_abstractmethod
    def __hash__(self):
        return 0

class Awaitable(_Deciding, metaclass=_Meta):
    __slots__ = ()

    _decides = ('__await__',)

    @_abstractmethod
    def __await__(self):
        yield

class Coroutine(Awaitable):
    __slots__ = ()

    _decides = ('__await__', 'send', 'throw', 'close')

    @_abstractmethod
    def send(self, value):
        raise StopIteration

    @_abstractmethod
    def throw(self, typ, val=None, tb=None):
        raise typ

    def close(self):
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            pass
        else:
            raise RuntimeError('coroutine ignored GeneratorExit')

class AsyncIterable(_Deciding, metaclass=_Meta):
    __slots__ = ()

    _decides = ('__aiter__',)

    @_abstractmethod
    def __aiter__(self):
        return AsyncIterator()

class AsyncIterator(AsyncIterable):
    __slots__ = ()

    _decides = ('__anext__', '__aiter__')

    @_abstractmethod
    async def __anext__(self):
        raise StopAsyncIteration

    def __aiter__(self):
        return self

class AsyncGenerator(AsyncIterator):
    __slots__ = ()

    _decides = ('__aiter__', '__anext__', 'asend', 'athrow', 'aclose')

    @_abstractmethod
    async def asend(self, value):
        raise StopAsyncIteration

    @_abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        raise typ

    async def __anext__(self):
        return await self.asend(None)

    async def aclose(self):
        try:
            await self.athrow(GeneratorExit)
        except (GeneratorExit, StopAsyncIteration):
            pass
        else:
            raise RuntimeError('asynchronous generator ignored GeneratorExit')

class Iterable(_Deciding, metaclass=_Meta):
    __slots__ = ()

    _decides = ('__iter__',)

    @_abstractmethod
    def __iter__(self):
        while False:
            yield None

class Iterator(Iterable):
    __slots__ = ()

    _decides = ('__iter__', '__next__')

    @_abstractmethod
    def __next__(self):
        raise StopIteration

    def __iter__(self):
        return self

class Generator(Iterator):
    __slots__ = ()

    _decides = ('__iter__', '__next__', 'send', 'throw', 'close')

    def __next__(self):
        return self.send(None)

    @_abstractmethod
    def send(self, value):
        raise StopIteration

    @_abstractmethod
    def throw(self, typ, val=None, tb=None):
        raise typ

    def close(self):
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            pass
        else:
            raise RuntimeError('generator ignored GeneratorExit')

class Reversible(Iterable):
    __slots__ = ()

    _decides = ('__reversed__', '__iter__')

    @_abstractmethod
    def __reversed__(self):
        while False:
            yield None

class Sized(_Deciding, metaclass=_Meta):
    __slots__ = ()

    _decides = ('__len__',)

    @_abstractmethod
    def __len__(self):
        return 0

class Container(_Deciding, metaclass=_Meta):
    __slots__ = ()

    _decides = ('__contains__',)

    @_abstractmethod
    def __contains__(self, x):
        return False

class Collection(Sized, Iterable, Container):
    __slots__ = ()

    _decides = ('__len__', '__iter__', '__contains__')

class Callable(_Deciding, metaclass=_Meta):
    __slots__ = ()

    _decides = ('__call__',)

    @_abstractmethod
    def __call__(self, *args, **kwds):
        return False

    # The types of the arguments and of the result stand in one row.
    def __class_getitem__(cls, item):
        if not isinstance(item, tuple) or len(item) != 2:
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        wanted, result = item
        if not isinstance(wanted, (list, tuple)):
            if isinstance(wanted, type):
                raise TypeError(f'Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {wanted!r}')
            wanted = (wanted,)
        return generic_alias(cls, (*wanted, result))

from _collections_mappings import ItemsView, KeysView, Mapping, MappingView, MutableMapping, MutableSet, Set, ValuesView
from _collections_sequences import ByteString, MutableSequence, Sequence

from array import array as _array
from collections import deque as _deque
from _memoryview import memoryview as _memoryview

_UNHASHABLE = (list, dict, set, bytearray, _deque, slice)

for _kind, _abstract in (
    (list, MutableSequence), (bytearray, MutableSequence), (_deque, MutableSequence), (tuple, Sequence), (str, Sequence),
    (range, Sequence), (bytes, ByteString), (bytearray, ByteString), (set, MutableSet), (frozenset, Set),
    (dict, MutableMapping), (_types.MappingProxyType, Mapping), (_array, MutableSequence),
    (_memoryview, Sequence),
):
    _abstract.register(_kind)
