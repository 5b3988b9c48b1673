# Weak references to one object are equal; methods, proxies and weak dicts do what their objects and dicts do.
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def method(self):
        return self.name

    def __repr__(self):
        return "Thing(%r)" % self.name


def told(weak):
    print("gone", weak() is None)


one, other = Thing("one"), Thing("other")
known = {weakref.ref(one), weakref.ref(other)}
known.discard(weakref.ref(one))
print(len(known), weakref.ref(one) in known, weakref.ref(other) in known, weakref.ref(other, told) in known)
print(weakref.ref(one) == weakref.ref(one), weakref.ref(one) != weakref.ref(other), weakref.ref(one) == one)

bound = weakref.WeakMethod(one.method)
print(bound()(), bound == weakref.WeakMethod(one.method), bound == weakref.WeakMethod(other.method))
print(hash(bound) == hash(weakref.WeakMethod(one.method)), isinstance(bound, weakref.ReferenceType))
listening = [weakref.WeakMethod(one.method, told), weakref.WeakMethod(other.method, told)]
del one
print(bound(), [each() is None for each in listening])
try:
    weakref.WeakMethod(len)
except TypeError as error:
    print(error)


class Number:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        return ("add", self.value, other)

    def __rmul__(self, other):
        return ("rmul", other, self.value)

    def __lt__(self, other):
        return self.value < other

    def __index__(self):
        return self.value

    def __next__(self):
        return "next"

    def __iter__(self):
        return iter([1, 2])

    def __delitem__(self, key):
        print("deletes", key)


number = Number(3)
proxy = weakref.proxy(number)
print(proxy + 1, 2 * proxy, proxy < 4, list(range(9))[proxy], next(proxy), list(proxy))
del proxy["x"]
try:
    hash(proxy)
except TypeError:
    print("no hash")
del number
try:
    proxy + 1
except ReferenceError as error:
    print(error)

keys = [Thing(str(at)) for at in range(4)]
by_key = weakref.WeakKeyDictionary([(key, key.name) for key in keys])
print(len(by_key), by_key == by_key.copy(), sorted(weak().name for weak in by_key.keyrefs()))
by_key.update([(keys[0], "again")])
by_key |= {keys[1]: "joined"}
print(sorted(by_key.values()), len(by_key | {other: 1}), by_key.popitem()[1])
key = None
del keys[0], keys[:]
print(len(by_key), dict(by_key))
values = weakref.WeakValueDictionary(a=other)
print(sorted((values | {"b": other}).items()), [weak() is other for weak in values.valuerefs()], values == {"a": other})
many = [Thing(at) for at in range(20000)]
table = weakref.WeakKeyDictionary((thing, thing.name) for thing in many)
while len(many) > 1:
    many.pop()
print(list(table.values()))

# expect:
# 1 False True True
# True True False
# one True False
# True True
# gone True
# None [True, False]
# argument should be a bound method, not <class 'builtin_function_or_method'>
# ('add', 3, 1) ('rmul', 2, 3) True 3 next [1, 2]
# deletes x
# no hash
# weakly-referenced object no longer exists
# 4 True ['0', '1', '2', '3']
# ['2', '3', 'again', 'joined'] 5 3
# 0 {}
# [('a', Thing('other')), ('b', Thing('other'))] [True] True
# [0]
