# Iterators that have been begun are taken from where they stand, whoever's methods are asked of their items.
class K:
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        return self.n < other.n
    def __eq__(self, other):
        return self.n == getattr(other, "n", None)
    def __hash__(self):
        return hash(self.n)
    def __add__(self, other):
        return self.n + getattr(other, "n", other)
    __radd__ = __add__
    def __bool__(self):
        return self.n > 1
    def __repr__(self):
        return "K%d" % self.n

print(sorted(enumerate("ab"), key=lambda p: -p[0]))
print(sorted(zip([1, 2], [3, 4]), key=lambda p: -p[0]))
print(sorted(reversed([2, 1]), key=lambda x: -x), sorted(iter(range(3)), key=lambda x: -x))
print(sorted(iter({1: 2, 3: 4}), key=lambda x: -x), sorted(iter({1: 2, 3: 4}.items()), key=lambda x: -x[0]))
items = [K(2), K(1), K(2)]
print(sorted(iter(items)), set(iter(items)) == {K(1), K(2)}, len(frozenset(iter(items))))
print(dict(zip(items, "abc")), dict(iter([(K(1), 2)])))
print(max(iter(items)), min(iter(items)), max(enumerate(items)))
print(sum(iter(items)), sum(iter([1, 2, K(3)])))
print(any(iter([0, K(2)])), all(iter([1, K(1), 5])), all(iter([1, K(2)])))
print({K(1)}.union(iter(items)) == {K(1), K(2)}, {K(1)}.intersection(iter(items)), {K(1)}.isdisjoint(iter(items)))
print({K(1), K(5)}.difference(iter(items)), {K(1)}.issubset(iter(items)), len({K(1)}.symmetric_difference(iter(items))))
taken = set()
taken.update(iter(items))
print(len(taken), K(1) in iter(items), 7 in iter([K(7), 7]), K(3) in iter([1, 2]))
begun = enumerate(items)
next(begun)
print(sorted(begun, key=lambda pair: pair[1].n), list(begun))
begun = iter(items)
print(K(1) in begun, list(begun))
half = zip(iter([1, 2, 3]), items)
next(half)
print(max(half, key=lambda pair: pair[0]))
import heapq
print(heapq.nsmallest(2, iter(items)), heapq.nlargest(1, enumerate(items)))
print(list(map(str, iter(items))), [*iter(items)])

# expect:
# [(1, 'b'), (0, 'a')]
# [(2, 4), (1, 3)]
# [2, 1] [2, 1, 0]
# [3, 1] [(3, 4), (1, 2)]
# [K1, K2, K2] True 2
# {K2: 'c', K1: 'b'} {K1: 2}
# K2 K1 (2, K2)
# 5 6
# True False True
# True {K1} False
# {K5} True 1
# 2 True True False
# [(1, K1), (2, K2)] []
# True [K2]
# (3, K2)
# [K1, K2] [(2, K2)]
# ['K2', 'K1', 'K2'] [K2, K1, K2]
