# A subclass of OrderedDict with item methods of its own.
from collections import OrderedDict, defaultdict


class LRU(OrderedDict):
    def __init__(self, size):
        super().__init__()
        self.size = size

    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        self.move_to_end(key)
        if len(self) > self.size:
            oldest = next(iter(self))
            del self[oldest]

    def __delitem__(self, key):
        print("forgets", key)
        super().__delitem__(key)


cache = LRU(2)
cache["a"], cache["b"] = 1, 2
print(cache["a"], list(cache))
cache["c"] = 3
print(list(cache), "b" in cache)
cache.move_to_end("c", last=False)
print(list(cache), cache.popitem(last=False), cache.popitem(), cache)
try:
    cache.move_to_end("x")
except KeyError as error:
    print("KeyError", error)
try:
    cache.popitem()
except KeyError as error:
    print("KeyError", error)


class Groups(defaultdict):
    pass


class Told(dict):
    def __missing__(self, key):
        return f"<{key}>"


groups = Groups(list)
groups["a"].append(1)
print(groups, repr(groups), defaultdict(int))
print("%(q)s %(a)d %(q)r" % Told(a=1))

# expect:
# 1 ['b', 'a']
# forgets b
# ['a', 'c'] False
# ['c', 'a'] ('c', 3) ('a', 1) LRU()
# KeyError 'x'
# KeyError 'dictionary is empty'
# Groups(<class 'list'>, {'a': [1]}) Groups(<class 'list'>, {'a': [1]}) defaultdict(<class 'int'>, {})
# <q> 1 '<q>'
