class Plugin:
    registry = {}
    def __init_subclass__(cls, /, name=None, **kw):
        super().__init_subclass__(**kw)
        cls.registry[name or cls.__name__.lower()] = cls
class A(Plugin, name='first'): pass
class B(Plugin): pass
print(Plugin.registry)
try:
    class C(A, bad=1): pass
    print('ok', C)
except TypeError as e: print(e)
class V:
    def __set_name__(self, owner, name): self.name = '_' + name; print('set', owner.__name__, name)
    def __get__(self, obj, owner=None):
        if obj is None: return self
        return getattr(obj, self.name, 'unset')
    def __set__(self, obj, value):
        if value < 0: raise ValueError(f'{self.name[1:]} must be >= 0')
        setattr(obj, self.name, value)
    def __delete__(self, obj): delattr(obj, self.name); print('deleted')
class T:
    age = V()
    size = V()
t = T(); print(t.age); t.age = 5; print(t.age, t.__dict__)
try: t.size = -1
except ValueError as e: print(e)
del t.age
print(t.age, isinstance(T.age, V))
class Box:
    def __class_getitem__(cls, item): return f'{cls.__name__}[{item.__name__}]'
print(Box[int])
class NonData:
    def __get__(self, o, c): return 'from descriptor'
class U: x = NonData()
u = U(); print(u.x); u.__dict__['x'] = 'own'; print(u.x)

# expect:
# {'first': <class '__main__.A'>, 'b': <class '__main__.B'>}
# C.__init_subclass__() takes no keyword arguments
# set T age
# set T size
# unset
# 5 {'_age': 5}
# size must be >= 0
# deleted
# unset True
# Box[int]
# from descriptor
# own
