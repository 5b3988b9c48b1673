d = {"a": 1, "b": 2}
d["c"] = 3
print(d, len(d), d["a"], "a" in d, "z" in d, "z" not in d)
del d["a"]
print(d, list(d), list(d.items()), list(d.values()), d.get("x"), d.get("x", 5))
for k, v in d.items():
    print(k, v)
d.update({"e": 5}, f=6)
print(d.pop("e"), d.pop("nope", None), d.setdefault("g", []), d)
print({**d, "h": 1}, dict(a=1), dict([(1, 2), (3, 4)]), dict(d) == d)
e = {1: "x", 1.0: "y", True: "z"}
print(e)
counts = {}
for word in "a b a c b a".split():
    counts[word] = counts.get(word, 0) + 1
print(counts, sorted(counts), max(counts.values()))
print({i: i * i for i in range(4)})
print({} == {}, {1: 2} | {3: 4}, {(1, 2): 3}[1, 2])
print(d.keys(), d.values(), d.items())
n = {}
for i in range(1000):
    n[i] = str(i)
for i in range(0, 1000, 2):
    del n[i]
print(len(n), n[501], 500 in n, sum(n))
n.clear()
print(n, bool(n), not n)
try:
    for k in d:
        d[k + "!"] = 1
except RuntimeError as e:
    print(e)
try:
    {[]: 1}
except TypeError as e:
    print(e)
x = {"k": {"n": [1, 2]}}
x["k"]["n"][1] += 5
print(x, d.popitem()[1])
# expect:
# {'a': 1, 'b': 2, 'c': 3} 3 1 True False True
# {'b': 2, 'c': 3} ['b', 'c'] [('b', 2), ('c', 3)] [2, 3] None 5
# b 2
# c 3
# 5 None [] {'b': 2, 'c': 3, 'f': 6, 'g': []}
# {'b': 2, 'c': 3, 'f': 6, 'g': [], 'h': 1} {'a': 1} {1: 2, 3: 4} True
# {1: 'z'}
# {'a': 3, 'b': 2, 'c': 1} ['a', 'b', 'c'] 3
# {0: 0, 1: 1, 2: 4, 3: 9}
# True {1: 2, 3: 4} 3
# dict_keys(['b', 'c', 'f', 'g']) dict_values([2, 3, 6, []]) dict_items([('b', 2), ('c', 3), ('f', 6), ('g', [])])
# 500 501 False 250000
# {} False True
# dictionary changed size during iteration
# unhashable type: 'list'
# {'k': {'n': [1, 7]}} 1
