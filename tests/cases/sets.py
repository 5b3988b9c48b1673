s = {1, 2, 3}
s.add(2)
s.add(4)
print(sorted(s), len(s), 2 in s, 9 in s)
print(sorted(s | {9}), sorted(s & {1, 2}), sorted(s - {1}), sorted(s ^ {1, 10}))
print(set() == set([]), {1} <= {1, 2}, {1} < {1}, s >= {1}, {1, 2} == {2, 1})
s.discard(1)
s.remove(2)
try:
    s.remove(2)
except KeyError as e:
    print("KeyError", e)
print(sorted({x % 3 for x in range(10)}), frozenset([1]) == {1}, set(), frozenset())
print(len({1, 1.0, True}), {frozenset([1]): 2}[frozenset([1])])
print(sorted(set("hello")), sorted({1, 2}.union([3], [4])), {1}.isdisjoint([2]))
t = {1}
t |= {2}
t.update([3, 4])
print(sorted(t), {5})

# expect:
# [1, 2, 3, 4] 4 True False
# [1, 2, 3, 4, 9] [1, 2] [2, 3, 4] [2, 3, 4, 10]
# True True False True True
# KeyError 2
# [0, 1, 2] True set() frozenset()
# 1 2
# ['e', 'h', 'l', 'o'] [1, 2, 3, 4] True
# [1, 2, 3, 4] {5}
