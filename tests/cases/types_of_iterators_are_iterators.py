# What counts as an abstract class of collections by its values does so as a class, too.
import itertools
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Collection, Coroutine, Generator, Iterable, Iterator
from collections.abc import Hashable, MappingView, Sequence, Set


def generator():
    yield


async def async_generator():
    yield


async def coroutine():
    pass


made = coroutine()
values = [generator(), iter(b""), iter([]), iter({}), iter(range(3)), iter(""), iter(set()), zip(), map(len, []),
          itertools.count(), itertools.chain(), reversed([]), {}.keys(), {}.values(), {}.items(), made, async_generator(),
          iter(len, 0), enumerate([])]
kinds = [AsyncGenerator, AsyncIterator, Awaitable, Collection, Coroutine, Generator, Hashable, Iterable, Iterator,
         MappingView, Sequence, Set]
for value in values:
    told = [kind.__name__ for kind in kinds if isinstance(value, kind)]
    print(type(value).__name__, told == [kind.__name__ for kind in kinds if issubclass(type(value), kind)], *told)
made.close()


class generator:
    pass


print(issubclass(generator, Generator))


class Minimal(AsyncGenerator):
    async def asend(self, value):
        return value

    async def athrow(self, typ, val=None, tb=None):
        raise typ


closing = Minimal().aclose()
try:
    closing.send(None)
except StopIteration as end:
    print(end.value)

# expect:
# generator True Generator Hashable Iterable Iterator
# bytes_iterator True Hashable Iterable Iterator
# list_iterator True Hashable Iterable Iterator
# dict_keyiterator True Hashable Iterable Iterator
# range_iterator True Hashable Iterable Iterator
# str_ascii_iterator True Hashable Iterable Iterator
# set_iterator True Hashable Iterable Iterator
# zip True Hashable Iterable Iterator
# map True Hashable Iterable Iterator
# count True Hashable Iterable Iterator
# chain True Hashable Iterable Iterator
# list_reverseiterator True Hashable Iterable Iterator
# dict_keys True Collection Iterable MappingView Set
# dict_values True Collection Hashable Iterable MappingView
# dict_items True Collection Iterable MappingView Set
# coroutine True Awaitable Coroutine Hashable
# async_generator True AsyncGenerator AsyncIterator Hashable
# callable_iterator True Hashable Iterable Iterator
# enumerate True Hashable Iterable Iterator
# False
# None
