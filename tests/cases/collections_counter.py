from collections import Counter, OrderedDict, defaultdict

c = Counter("abracadabra")
print(c, c["a"], c["z"], c.most_common(2), sorted(c.elements()), c.total(), len(c), "z" in c)
c.update("aab")
c.update({"z": 5}, q=2)
c.subtract("ab")
print(c.most_common(), isinstance(c, dict), Counter(a=3, b=1) + Counter(a=1, c=2), Counter(a=3, b=1) - Counter(a=1, b=5))
print(Counter(a=3, b=1) & Counter(a=1, b=5), Counter(a=3, b=1) | Counter(a=1, b=5), Counter(a=1) == Counter(a=1, b=0), Counter(), c.copy() == c)
words = Counter()
for word in "the cat and the dog and the bird".split():
    words[word] += 1
print(words, max(words, key=words.get), sum(words.values()), dict(words.most_common(1)))
del words["nothing"]
groups = defaultdict(list)
for word in ["apple", "bee", "ant", "cow"]:
    groups[word[0]].append(word)
print(groups, dict(groups), groups["zz"], len(groups), groups.get("no"), "no" in groups)
counts = defaultdict(int, a=1)
counts["b"] += 2
print(counts, sorted(counts.items()), counts.default_factory, counts == {"a": 1, "b": 2})
nested = defaultdict(lambda: defaultdict(int))
nested["x"]["y"] += 1
print(nested["x"]["y"], {k: dict(v) for k, v in nested.items()})
try:
    defaultdict(None)["k"]
except KeyError as error:
    print("KeyError", error)
od = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
od.move_to_end("a")
print(od, list(od), od.popitem(last=False), od.popitem(), od)
od["z"] = 1
od.move_to_end("z", last=False)
print(list(od.items()), od == {"z": 1, "c": 3} or od == {"z": 1, "a": 1}, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1))
# expect:
# Counter({'a': 5, 'b': 2, 'r': 2, 'c': 1, 'd': 1}) 5 0 [('a', 5), ('b', 2)] ['a', 'a', 'a', 'a', 'a', 'b', 'b', 'c', 'd', 'r', 'r'] 11 5 False
# [('a', 6), ('z', 5), ('b', 2), ('r', 2), ('q', 2), ('c', 1), ('d', 1)] True Counter({'a': 4, 'c': 2, 'b': 1}) Counter({'a': 2})
# Counter({'a': 1, 'b': 1}) Counter({'b': 5, 'a': 3}) True Counter() True
# Counter({'the': 3, 'and': 2, 'cat': 1, 'dog': 1, 'bird': 1}) the 8 {'the': 3}
# defaultdict(<class 'list'>, {'a': ['apple', 'ant'], 'b': ['bee'], 'c': ['cow'], 'zz': []}) {'a': ['apple', 'ant'], 'b': ['bee'], 'c': ['cow']} [] 4 None False
# defaultdict(<class 'int'>, {'a': 1, 'b': 2}) [('a', 1), ('b', 2)] <class 'int'> True
# 1 {'x': {'y': 1}}
# KeyError 'k'
# OrderedDict([('c', 3)]) ['b', 'c', 'a'] ('b', 2) ('a', 1) OrderedDict([('c', 3)])
# [('z', 1), ('c', 3)] True False True
