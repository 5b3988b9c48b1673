import re
from itertools import *

def shown(value):
    return re.sub('0x[0-9a-f]+', '0x', repr(value))

counts = [count(1), count(), count(1, 2), count(1.5), count(1, 0.5), repeat(2, 3), repeat(2), repeat('a', 0), repeat(1, -3)]
for it in counts:
    print(it, end=' ')
print()
c, r = count(5, 5), repeat('x', 3)
for _ in range(3):
    next(c), next(r)
    print(c, r)
for it in [chain([1], [2]), cycle([1]), islice([1], 2), accumulate([1]), compress([1], [1]), dropwhile(None, [1]),
           takewhile(None, [1]), filterfalse(None, [1]), groupby([1]), starmap(max, [(1, 2)]), tee([1])[0],
           zip_longest([1], [2]), product([1]), permutations([1]), combinations([1], 1), pairwise([1, 2]),
           combinations_with_replacement([1], 1), chain.from_iterable([[1]]), map(str, [1]), filter(None, [1]), zip([1]),
           enumerate([1]), iter([1]), iter((1,)), iter({}), iter({}.values()), iter({}.items()), iter(set()), iter(int, 1)]:
    print(shown(it))

from collections import deque
d = deque([1, 2], maxlen=3)
print(d * 2, 2 * d, d + deque([3]), deque([1]) * 3, d * -1, deque([1]) * 0)
d *= 2
print(d)
d += [7, 8]
print(d)
for wrong in [lambda: d + [1], lambda: d * 'a', lambda: d * 1.5, lambda: [1] + d]:
    try:
        wrong()
    except TypeError as error:
        print(error)

# expect:
# count(1) count(0) count(1, 2) count(1.5) count(1, 0.5) repeat(2, 3) repeat(2) repeat('a', 0) repeat(1, 0) 
# count(10, 5) repeat('x', 2)
# count(15, 5) repeat('x', 1)
# count(20, 5) repeat('x', 0)
# <itertools.chain object at 0x>
# <itertools.cycle object at 0x>
# <itertools.islice object at 0x>
# <itertools.accumulate object at 0x>
# <itertools.compress object at 0x>
# <itertools.dropwhile object at 0x>
# <itertools.takewhile object at 0x>
# <itertools.filterfalse object at 0x>
# <itertools.groupby object at 0x>
# <itertools.starmap object at 0x>
# <itertools._tee object at 0x>
# <itertools.zip_longest object at 0x>
# <itertools.product object at 0x>
# <itertools.permutations object at 0x>
# <itertools.combinations object at 0x>
# <itertools.pairwise object at 0x>
# <itertools.combinations_with_replacement object at 0x>
# <itertools.chain object at 0x>
# <map object at 0x>
# <filter object at 0x>
# <zip object at 0x>
# <enumerate object at 0x>
# <list_iterator object at 0x>
# <tuple_iterator object at 0x>
# <dict_keyiterator object at 0x>
# <dict_valueiterator object at 0x>
# <dict_itemiterator object at 0x>
# <set_iterator object at 0x>
# <callable_iterator object at 0x>
# deque([2, 1, 2], maxlen=3) deque([2, 1, 2], maxlen=3) deque([1, 2, 3], maxlen=3) deque([1, 1, 1]) deque([], maxlen=3) deque([])
# deque([2, 1, 2], maxlen=3)
# deque([2, 7, 8], maxlen=3)
# can only concatenate deque (not "list") to deque
# can't multiply sequence by non-int of type 'str'
# can't multiply sequence by non-int of type 'float'
# can only concatenate list (not "collections.deque") to list
