# Collections that hold themselves, also through objects with a `__repr__` of their own.
from collections import OrderedDict, UserDict, UserList, defaultdict, deque
from types import SimpleNamespace

class Items(list):
    pass

class Table(dict):
    pass

class Group(set):
    pass

class Shown:
    def __init__(self, value=None):
        self.value = value

    def __repr__(self):
        return repr(self.value)

for made in (Items(), UserList(), deque()):
    made.append(made)
    print(made)
for made in (Table(), OrderedDict(), UserDict()):
    made["x"] = made
    print(made)
space = SimpleNamespace(a=1)
space.b = space
print(space)

def hold(make):
    inner = Shown()
    inner.value = make(inner)
    return repr(inner.value)

print(hold(lambda it: [it, it]), hold(lambda it: (it,)), hold(lambda it: {it}), hold(lambda it: frozenset([it])))
print(hold(lambda it: {1: it}), hold(lambda it: {1: it}.values()), hold(lambda it: deque([it])), hold(lambda it: Items([it])))
print(hold(lambda it: Group([it])), hold(lambda it: SimpleNamespace(it=it)), hold(lambda it: OrderedDict(it=it)))

class Failing:
    def __repr__(self):
        raise ValueError("no text")

values = [Failing()]
for _ in range(2):
    try:
        repr(values)
    except ValueError as problem:
        print(problem)
values[0] = Shown(5)
print(values, [values, values])

# expect:
# [[...]]
# [[...]]
# deque([[...]])
# {'x': {...}}
# OrderedDict([('x', ...)])
# {'x': {...}}
# namespace(a=1, b=namespace(...))
# [[...], [...]] ((...),) {set(...)} frozenset({frozenset(...)})
# {1: {...}} dict_values([...]) deque([[...]]) [[...]]
# Group({Group(...)}) namespace(it=namespace(...)) OrderedDict([('it', ...)])
# no text
# no text
# [5] [[5], [5]]
