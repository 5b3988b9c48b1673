# A method that is taken of an object twice is equal to itself, though it is not the same object.
class C:
    def f(self): pass
    def g(self): pass
    def __eq__(self, other): return True
    __hash__ = None

c, d = C(), C()
print(c.f == c.f, c.f is c.f, c.f == d.f, c.f == c.g, c.f != c.f, c.f != d.f)
print(hash(c.f) == hash(c.f), c.f in [c.f], {c.f: 1}[c.f], len({c.f, c.f, d.f, c.g}))
listeners = [c.f, d.f]
listeners.remove(d.f)
print(listeners == [c.f], listeners.index(c.f), listeners.count(c.f))
x, y = [], []
print(x.append == x.append, x.append == y.append, x.append == x.pop, {x.append: 2}[x.append], [].sort != [].sort)
print(C.f == C.f, len == len, c.f == C.f, x.append == 5)

# expect:
# True False False False False True
# True True 1 3
# True 0 1
# True False False 2 True
# True True False False
