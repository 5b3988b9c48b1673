# `|=` takes what `update` takes; what goes wrong in a mapping's `keys` comes out.
from collections import OrderedDict, defaultdict

class Mapping:
    def keys(self):
        return ["m"]

    def __getitem__(self, key):
        return 5

class Failing:
    def keys(self):
        raise LookupError("no keys")

for made in ({"a": 1}, OrderedDict(a=1), defaultdict(int, a=1)):
    same = made
    made |= [("b", 2), ("c", 3)]
    made |= zip("de", "fg")
    made |= Mapping()
    made |= {"a": 0}
    print(made, made is same)
    for wrong in (5, [5], ["abc"], Failing()) if type(made) is not OrderedDict else [Failing()]:
        try:
            made |= wrong
        except (TypeError, ValueError, LookupError) as problem:
            print(type(problem).__name__, problem)
    try:
        made | [("x", 1)]
    except TypeError as problem:
        print(str(problem).replace("collections.", ""))
for failing in (lambda: {}.update(Failing()), lambda: dict(Failing())):
    try:
        failing()
    except LookupError as problem:
        print(problem)
made = OrderedDict.fromkeys("ab", value=5)
print(made, made.pop("z", default=1), made.pop("a", 2), made.setdefault("c", default=7), made)
try:
    made.pop("z")
except KeyError as problem:
    print(problem)

# expect:
# {'a': 0, 'b': 2, 'c': 3, 'd': 'f', 'e': 'g', 'm': 5} True
# TypeError 'int' object is not iterable
# TypeError cannot convert dictionary update sequence element #0 to a sequence
# ValueError dictionary update sequence element #0 has length 3; 2 is required
# LookupError no keys
# unsupported operand type(s) for |: 'dict' and 'list'
# OrderedDict([('a', 0), ('b', 2), ('c', 3), ('d', 'f'), ('e', 'g'), ('m', 5)]) True
# LookupError no keys
# unsupported operand type(s) for |: 'OrderedDict' and 'list'
# defaultdict(<class 'int'>, {'a': 0, 'b': 2, 'c': 3, 'd': 'f', 'e': 'g', 'm': 5}) True
# TypeError 'int' object is not iterable
# TypeError cannot convert dictionary update sequence element #0 to a sequence
# ValueError dictionary update sequence element #0 has length 3; 2 is required
# LookupError no keys
# unsupported operand type(s) for |: 'defaultdict' and 'list'
# no keys
# no keys
# OrderedDict([('b', 5), ('c', 7)]) 1 5 7 OrderedDict([('b', 5), ('c', 7)])
# 'z'
