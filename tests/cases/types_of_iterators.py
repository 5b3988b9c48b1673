import collections.abc
import copy
import itertools
import types
from collections import deque

for made in (
    iter([]), iter(()), iter({}), iter({}.values()), iter({}.items()), iter(set()), iter(frozenset()), iter("a"), iter("é"),
    iter(b""), iter(bytearray()), range(1).__iter__(), iter(deque()), reversed([]), reversed(()), reversed("a"), reversed(range(3)),
    reversed(deque()), map(str, []), filter(None, []), zip(), enumerate([]), (x for x in []), iter(int, 0), {}.keys(), {}.values(),
    {}.items(), itertools.chain(), itertools.chain.from_iterable([]), itertools.count(), itertools.product(), itertools.permutations([1]),
    itertools.combinations([1], 1), itertools.combinations_with_replacement([1], 1), itertools.islice([], 1), itertools.cycle([]),
    itertools.repeat(1), itertools.repeat(1, 2), itertools.accumulate([]), itertools.tee([])[0], itertools.groupby([]),
    itertools.zip_longest(), itertools.starmap(max, []), itertools.takewhile(max, []), itertools.dropwhile(max, []),
    itertools.pairwise([]), itertools.compress([], []), itertools.filterfalse(max, []),
):
    kind = type(made)
    print(kind, kind.__module__, kind.__name__, made.__class__ is kind, repr(made).startswith(f"<{kind.__module__}.{kind.__name__} object at ".replace("<builtins.", "<")))

print(type(map(str, [])) is map, type(filter(None, [])) is filter, isinstance(map(str, []), map), type(iter([])) is type(iter([1])))
print(isinstance(map(str, []), types.GeneratorType), isinstance((x for x in []), types.GeneratorType), type(iter([])) is object)
for made in (iter([]), iter("a"), map(str, []), itertools.chain(), reversed(range(2)), iter(deque()), (x for x in [])):
    print([isinstance(made, getattr(collections.abc, name)) for name in ("Iterator", "Iterable", "Hashable", "Generator", "Sized")])
print(isinstance({}.keys(), collections.abc.KeysView), isinstance({}.keys(), collections.abc.Set), isinstance({}.values(), collections.abc.Iterator))

class Fakeiterator:
    pass

print(isinstance(Fakeiterator(), collections.abc.Iterator))
counted = itertools.count(5, 2)
next(counted)
print(next(copy.copy(counted)), next(map(str, [1])), map(str, [2]).__next__(), list(iter([1, 2])), hash(iter([])) is not None)
made = (x for x in [1])
print(made.__iter__() is made, list(filter(None, [0, 1]).__iter__()), made.__next__())
for bad in (lambda: map(str, [])[0], lambda: len(itertools.count()), lambda: type(iter([]))(), lambda: itertools.chain() + 1, lambda: iter([]) < 1, lambda: iter("a")[0]):
    try:
        print(bad())
    except TypeError as error:
        print(error)
# expect:
# <class 'list_iterator'> builtins list_iterator True True
# <class 'tuple_iterator'> builtins tuple_iterator True True
# <class 'dict_keyiterator'> builtins dict_keyiterator True True
# <class 'dict_valueiterator'> builtins dict_valueiterator True True
# <class 'dict_itemiterator'> builtins dict_itemiterator True True
# <class 'set_iterator'> builtins set_iterator True True
# <class 'set_iterator'> builtins set_iterator True True
# <class 'str_ascii_iterator'> builtins str_ascii_iterator True True
# <class 'str_iterator'> builtins str_iterator True True
# <class 'bytes_iterator'> builtins bytes_iterator True True
# <class 'bytearray_iterator'> builtins bytearray_iterator True True
# <class 'range_iterator'> builtins range_iterator True True
# <class '_collections._deque_iterator'> _collections _deque_iterator True True
# <class 'list_reverseiterator'> builtins list_reverseiterator True True
# <class 'reversed'> builtins reversed True True
# <class 'reversed'> builtins reversed True True
# <class 'range_iterator'> builtins range_iterator True True
# <class '_collections._deque_reverse_iterator'> _collections _deque_reverse_iterator True True
# <class 'map'> builtins map True True
# <class 'filter'> builtins filter True True
# <class 'zip'> builtins zip True True
# <class 'enumerate'> builtins enumerate True True
# <class 'generator'> builtins generator True False
# <class 'callable_iterator'> builtins callable_iterator True True
# <class 'dict_keys'> builtins dict_keys True False
# <class 'dict_values'> builtins dict_values True False
# <class 'dict_items'> builtins dict_items True False
# <class 'itertools.chain'> itertools chain True True
# <class 'itertools.chain'> itertools chain True True
# <class 'itertools.count'> itertools count True False
# <class 'itertools.product'> itertools product True True
# <class 'itertools.permutations'> itertools permutations True True
# <class 'itertools.combinations'> itertools combinations True True
# <class 'itertools.combinations_with_replacement'> itertools combinations_with_replacement True True
# <class 'itertools.islice'> itertools islice True True
# <class 'itertools.cycle'> itertools cycle True True
# <class 'itertools.repeat'> itertools repeat True False
# <class 'itertools.repeat'> itertools repeat True False
# <class 'itertools.accumulate'> itertools accumulate True True
# <class 'itertools._tee'> itertools _tee True True
# <class 'itertools.groupby'> itertools groupby True True
# <class 'itertools.zip_longest'> itertools zip_longest True True
# <class 'itertools.starmap'> itertools starmap True True
# <class 'itertools.takewhile'> itertools takewhile True True
# <class 'itertools.dropwhile'> itertools dropwhile True True
# <class 'itertools.pairwise'> itertools pairwise True True
# <class 'itertools.compress'> itertools compress True True
# <class 'itertools.filterfalse'> itertools filterfalse True True
# True True True True
# False True False
# [True, True, True, False, False]
# [True, True, True, False, False]
# [True, True, True, False, False]
# [True, True, True, False, False]
# [True, True, True, False, False]
# [True, True, True, False, False]
# [True, True, True, True, False]
# True True False
# False
# 7 1 2 [1, 2] True
# True [1] 1
# 'map' object is not subscriptable
# object of type 'itertools.count' has no len()
# cannot create 'list_iterator' instances
# unsupported operand type(s) for +: 'itertools.chain' and 'int'
# '<' not supported between instances of 'list_iterator' and 'int'
# 'str_ascii_iterator' object is not subscriptable
