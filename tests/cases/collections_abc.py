from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, MutableMapping, MutableSequence, Sequence, Set, Sized
from collections.abc import Container, Generator, MutableSet
import collections.abc
print([isinstance(value, Iterable) for value in ([], "x", 5, {}, iter([]))], isinstance(iter([]), Iterator), isinstance([], Iterator))
print(isinstance([], Sequence), isinstance((), MutableSequence), isinstance({}, Mapping), isinstance(set(), Set), isinstance("", Sequence))
print(isinstance(len, Callable), isinstance(5, Hashable), isinstance([], Hashable), isinstance((i for i in []), Generator), isinstance([], Sized))
class Box:
    def __len__(self): return 1
    def __iter__(self): return iter([1])
    def __contains__(self, item): return item == 1
print(isinstance(Box(), Sized), isinstance(Box(), collections.abc.Collection), issubclass(Box, Container), isinstance(Box(), Mapping))
try:
    Mapping()
except TypeError as error:
    print(error)

# expect:
# [True, True, False, True, True] True False
# True False True True True
# True True False True True
# True True True False
# Can't instantiate abstract class Mapping with abstract methods __getitem__, __iter__, __len__
