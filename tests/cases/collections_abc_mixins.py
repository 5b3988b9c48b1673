from collections.abc import MutableMapping, MutableSet, Sequence, MutableSequence
class Lower(MutableMapping):
    def __init__(self, **items): self._items = {}; self.update(items)
    def __getitem__(self, key): return self._items[key.lower()]
    def __setitem__(self, key, value): self._items[key.lower()] = value
    def __delitem__(self, key): del self._items[key.lower()]
    def __iter__(self): return iter(self._items)
    def __len__(self): return len(self._items)
m = Lower(Aa=1, B=2)
print(m["AA"], "b" in m, m.get("zz", 0), list(m), dict(m), sorted(m.items()), list(m.values()), m.pop("aa"), len(m), m.setdefault("q", 5), m == {"b": 2, "q": 5})
class Squares(Sequence):
    def __init__(self, count): self.count_ = count
    def __len__(self): return self.count_
    def __getitem__(self, at):
        if not 0 <= at < self.count_:
            raise IndexError(at)
        return at * at
s = Squares(5)
print(list(s), 9 in s, s.index(16), s.count(4), list(reversed(s)))
class Row(MutableSequence):
    def __init__(self): self._items = []
    def __len__(self): return len(self._items)
    def __getitem__(self, at): return self._items[at]
    def __setitem__(self, at, value): self._items[at] = value
    def __delitem__(self, at): del self._items[at]
    def insert(self, at, value): self._items.insert(at, value)
r = Row(); r.append(1); r.extend([2, 3]); r += [4]; r.reverse(); r.remove(3)
print(list(r), r.pop(), len(r))
class Bag(MutableSet):
    def __init__(self, items=()): self._items = list(dict.fromkeys(items)) if False else []; [self.add(item) for item in items]
    def __contains__(self, item): return item in self._items
    def __iter__(self): return iter(self._items)
    def __len__(self): return len(self._items)
    def add(self, item):
        if item not in self._items: self._items.append(item)
    def discard(self, item):
        if item in self._items: self._items.remove(item)
a, b = Bag([1, 2, 3]), Bag([2, 3, 4])
print(list(a & b), list(a | b), list(a - b), a <= b, a == Bag([3, 2, 1]), a.isdisjoint([9]))

# expect:
# 1 True 0 ['aa', 'b'] {'aa': 1, 'b': 2} [('aa', 1), ('b', 2)] [1, 2] 1 1 5 True
# [0, 1, 4, 9, 16] True 4 1 [16, 9, 4, 1, 0]
# [4, 2, 1] 1 2
# [2, 3] [1, 2, 3, 4] [1] False True True
