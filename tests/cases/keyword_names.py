# Names of keyword arguments never collide with what the machine calls its own parameters.
class P:
    def __init_subclass__(cls, name=None, **kw):
        print(cls.__name__, name, kw)
class A(P, name="x", body=1, bases=2, keywords=3, cls2=4):
    pass
print("{text} {values} {named}".format(text=1, values=2, named=3))
d = dict(self=1, made=2, items=3, iterable=4, kind=5)
d.update(self=5, other=6, made=7, items=8, table=3)
print(d)
class M(type):
    def __call__(cls, *a, **k):
        return super().__call__(*a, **k)
class K(metaclass=M):
    def __init__(self, kind=None, args=None, name=None, function=1, meta=0):
        self.v = (kind, args, name, meta)
print(K(kind=1, args=2, name=3, meta=4).v)
class N:
    def __new__(cls, *args, **kw):
        made = super().__new__(cls)
        made.kw = kw
        return made
    def __init__(self, **kw):
        pass
print(N(kind=1, keywords=2, made=3).kw)
class D(dict):
    pass
m = D(self=1, kind=2, args=3, value=4)
m.update(self=3, kind=4)
print(m)

# expect:
# A x {'body': 1, 'bases': 2, 'keywords': 3, 'cls2': 4}
# 1 2 3
# {'self': 5, 'made': 7, 'items': 8, 'iterable': 4, 'kind': 5, 'other': 6, 'table': 3}
# (1, 2, 3, 4)
# {'kind': 1, 'keywords': 2, 'made': 3}
# {'self': 3, 'kind': 4, 'args': 3, 'value': 4}
