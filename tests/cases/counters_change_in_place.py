# Counters that are changed in their place, from mappings of any kind, and whose counts have no order.
from collections import ChainMap, Counter, UserDict
from types import MappingProxyType

tally = same = Counter("aabbbc")
tally &= Counter("abbd")
print(tally, same is tally)
tally |= Counter("ccc")
print(tally, same is tally)
tally += Counter(a=-5, d=1)
print(tally, same is tally)
tally -= Counter("bb")
print(tally, same is tally)
for mapping in (UserDict(a=2, b=1), ChainMap({"a": 3}, {"b": 4}), MappingProxyType({"a": 5})):
    counted = Counter(mapping)
    counted.update(mapping)
    counted.subtract(mapping)
    print(counted, Counter(mapping) == dict(mapping))
print(Counter(iterable=None), Counter(a=2, b=None), Counter({"x": "many"})["x"])

# expect:
# Counter({'b': 2, 'a': 1}) True
# Counter({'c': 3, 'b': 2, 'a': 1}) True
# Counter({'c': 3, 'b': 2, 'd': 1}) True
# Counter({'c': 3, 'd': 1}) True
# Counter({'a': 2, 'b': 1}) True
# Counter({'b': 4, 'a': 3}) True
# Counter({'a': 5}) True
# Counter({'iterable': None}) Counter({'a': 2, 'b': None}) many
