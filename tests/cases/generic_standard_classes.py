# Classes of the standard library with types in brackets.
import asyncio
import collections
import collections.abc as abc
import concurrent.futures
import contextlib
import functools
import os
import queue
import re
import types
import typing
import weakref

print(abc.Iterator[int], abc.AsyncGenerator[int, None], abc.Awaitable[str], abc.Mapping[str, int], abc.Sequence[int])
print(abc.Callable[[int], None], abc.Callable[[], int], abc.Callable[..., int], abc.Callable[[int, str], list[int]])
print(abc.Callable[[int], None].__args__, abc.Callable[[int], str].__origin__)
for wrong in (int, (int, str)):
    try:
        print(abc.Callable[wrong])
    except TypeError as error:
        print(error)
print(abc.Callable[[int], str] == abc.Callable[[int], str], abc.Iterable[int] == abc.Iterable[str])
print(collections.deque[int], collections.defaultdict[str, int], collections.OrderedDict[str, int])
print(collections.Counter[str], collections.ChainMap[str, int])
print(queue.Queue[int], queue.PriorityQueue[int], asyncio.Queue[int], concurrent.futures.Future[int])
print(re.Pattern[str], re.Match[str], functools.partial[int], functools.cached_property[int])
print(contextlib.AbstractContextManager[int], contextlib.AbstractAsyncContextManager[int])
print(weakref.ref[int], weakref.WeakSet[int], weakref.WeakKeyDictionary[str, int], weakref.WeakValueDictionary[str, int])
print(os.PathLike[str], type(list[int]), types.GenericAlias(list, (int,)), types.GenericAlias(dict, (str, int)))
print(isinstance(list[int], types.GenericAlias), isinstance(abc.Iterator[int], types.GenericAlias))
print(collections.deque[int]([1, 2]), queue.Queue[int]().empty(), collections.Counter[str]("aab"))


class Jobs(queue.Queue[int]):
    pass


class Row(abc.Sequence[int]):
    def __len__(self):
        return 2

    def __getitem__(self, at):
        return (7, 8)[at]


class Place:
    def __fspath__(self):
        return "somewhere"


jobs = Jobs()
jobs.put(3)
print(jobs.get(), list(Row()), Jobs.__mro__[1], Row.__orig_bases__)
print(isinstance(Place(), os.PathLike), isinstance("x", os.PathLike), issubclass(Place, os.PathLike), os.fspath(Place()))
thing = Place()
found = weakref.ref(thing)
print(found() is thing, isinstance(found, weakref.ref), isinstance(thing, weakref.ref), weakref.ref is weakref.ReferenceType)


def asks(given: abc.Callable[[int], abc.Iterator[int]], where: os.PathLike[str] | None = None) -> "queue.Queue[int]":
    return given


print(asks.__annotations__)
print(typing.get_args(abc.Callable[[int], str]), typing.get_args(abc.Callable[..., str]), typing.get_args(abc.Callable[[], str]))
print(typing.get_origin(collections.deque[int]), typing.get_args(abc.Mapping[str, int]))

# expect:
# collections.abc.Iterator[int] collections.abc.AsyncGenerator[int, None] collections.abc.Awaitable[str] collections.abc.Mapping[str, int] collections.abc.Sequence[int]
# collections.abc.Callable[[int], None] collections.abc.Callable[[], int] collections.abc.Callable[..., int] collections.abc.Callable[[int, str], list[int]]
# (<class 'int'>, None) <class 'collections.abc.Callable'>
# Callable must be used as Callable[[arg, ...], result].
# Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got <class 'int'>
# True False
# collections.deque[int] collections.defaultdict[str, int] collections.OrderedDict[str, int]
# collections.Counter[str] collections.ChainMap[str, int]
# queue.Queue[int] queue.PriorityQueue[int] asyncio.queues.Queue[int] concurrent.futures._base.Future[int]
# re.Pattern[str] re.Match[str] functools.partial[int] functools.cached_property[int]
# contextlib.AbstractContextManager[int] contextlib.AbstractAsyncContextManager[int]
# weakref.ReferenceType[int] _weakrefset.WeakSet[int] weakref.WeakKeyDictionary[str, int] weakref.WeakValueDictionary[str, int]
# os.PathLike[str] <class 'types.GenericAlias'> list[int] dict[str, int]
# True True
# deque([1, 2]) True Counter({'a': 2, 'b': 1})
# 3 [7, 8] <class 'queue.Queue'> (collections.abc.Sequence[int],)
# True False True somewhere
# True True False True
# {'given': collections.abc.Callable[[int], collections.abc.Iterator[int]], 'where': os.PathLike[str] | None, 'return': 'queue.Queue[int]'}
# ([<class 'int'>], <class 'str'>) (Ellipsis, <class 'str'>) ([], <class 'str'>)
# <class 'collections.deque'> (<class 'str'>, <class 'int'>)
