import weakref
class Node:
    def __init__(self, name): self.name = name
    def __repr__(self): return f"Node({self.name})"
a = Node("a")
r = weakref.ref(a, lambda weak: print("gone", weak() is None))
print(r(), r() is a)
cache = weakref.WeakValueDictionary()
cache["a"] = a
cache["b"] = b = Node("b")
print(sorted(cache.keys()), len(cache), cache["a"], "b" in cache, cache.get("z"))
del a
print(r(), sorted(cache.keys()), "a" in cache)
seen = weakref.WeakSet([b])
print(len(seen), b in seen)
end = weakref.finalize(b, print, "finalized", 1)
print(end.alive)
p = weakref.proxy(b)
print(p.name)
del b
print(end.alive, len(seen), len(cache))
try:
    p.name
except ReferenceError as error:
    print(error)
table = weakref.WeakKeyDictionary()
k = Node("k")
table[k] = 1
print(table[k], len(table))
del k
print(len(table))
for value in (5, "x", (1,), [1]):
    try:
        weakref.ref(value)
    except TypeError as error:
        print(error)

# expect:
# Node(a) True
# ['a', 'b'] 2 Node(a) True None
# gone True
# None ['b'] False
# 1 True
# True
# b
# finalized 1
# False 0 0
# weakly-referenced object no longer exists
# 1 1
# 0
# cannot create weak reference to 'int' object
# cannot create weak reference to 'str' object
# cannot create weak reference to 'tuple' object
# cannot create weak reference to 'list' object
