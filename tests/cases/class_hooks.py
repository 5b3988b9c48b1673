# __new__, __slots__, __setattr__, descriptors, keywords of a class, type() with three arguments.
class Single:
    instance = None

    def __new__(cls, *args):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
            print("made")
        return cls.instance

    def __init__(self, value=0):
        self.value = value


print(Single(1) is Single(2), Single.instance.value)


class Other:
    def __new__(cls):
        return 5

    def __init__(self):
        print("never")


print(Other(), object.__new__(Single) is not None)


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x):
        self.x = x


s = Slotted(1)
s.y = 2
print(s.x, s.y)
for action in (lambda: setattr(s, "z", 3), lambda: s.__dict__):
    try:
        action()
    except AttributeError as problem:
        print(problem)


class Loose(Slotted):
    pass


loose = Loose(1)
loose.z = 3
print(loose.z, loose.__dict__)


class Tight(Slotted):
    __slots__ = "w"


tight = Tight(1)
tight.w = 4
try:
    tight.q = 1
except AttributeError as problem:
    print(problem)


class Guarded:
    def __init__(self):
        self.log = []

    def __setattr__(self, name, value):
        print("set", name)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        print("del", name)
        super().__delattr__(name)


g = Guarded()
g.x = 1
setattr(g, "y", 2)
g.x += 1
del g.x
delattr(g, "y")
print(g.__dict__)
try:
    del g.x
except AttributeError as problem:
    print(problem)


class Frozen:
    def __init__(self, x):
        super().__setattr__("x", x)

    def __setattr__(self, name, value):
        raise AttributeError("frozen " + name)


f = Frozen(3)
try:
    f.x = 4
except AttributeError as problem:
    print(problem, f.x)


class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = "_" + name
        print("named", owner.__name__, name)

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return getattr(instance, self.name)

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError("expected " + self.kind.__name__)
        setattr(instance, self.name, value)

    def __delete__(self, instance):
        print("deleting")
        delattr(instance, self.name)


class Person:
    name = Typed(str)
    age = Typed(int)

    def __init__(self, name, age):
        self.name, self.age = name, age


p = Person("Ann", 30)
p.age += 1
print(p.name, p.age, p.__dict__, type(Person.name).__name__, hasattr(p, "age"), getattr(p, "name"))
try:
    p.age = "old"
except TypeError as problem:
    print(problem)
del p.age
print(hasattr(p, "age"))


class Lazy:
    def __init__(self, function):
        self.function = function

    def __get__(self, instance, owner):
        value = self.function(instance)
        instance.__dict__
        setattr(instance, self.function.__name__, value)
        return value


class Circle:
    def __init__(self, r):
        self.r = r

    @Lazy
    def area(self):
        print("computing")
        return self.r * 3


c = Circle(2)
print(c.area, c.area)


class Bound:
    def __get__(self, instance, owner):
        return lambda: (instance is None, owner.__name__)


class HasBound:
    method = Bound()


print(HasBound().method(), HasBound.method())


class Plugin:
    known = []

    def __init_subclass__(cls, /, tag="none", **more):
        super().__init_subclass__(**more)
        cls.known.append((cls.__name__, tag))


class A(Plugin, tag="a"):
    pass


class B(Plugin):
    pass


print(Plugin.known)
try:
    class C(A, tag="c", other=1):
        pass
except TypeError as problem:
    print(problem)
Made = type("Made", (Single,), {"extra": 5, "method": lambda self: self.extra})
print(Made.__name__, Made.extra, Made.__mro__[1].__name__)
Simple = type("Simple", (), {"method": lambda self: "called"})
print(Simple().method(), type(Simple()).__name__, isinstance(Simple(), object))


class Getattr:
    def __getattr__(self, name):
        if name.startswith("x"):
            return name.upper()
        raise AttributeError("no " + name)


print(Getattr().xy, hasattr(Getattr(), "y"), getattr(Getattr(), "z", "default"))


class Wrapper:
    def __init__(self, inner):
        self.inner = inner

    def __getattr__(self, name):
        return getattr(self.inner, name)


print(Wrapper([3, 1, 2]).count(1), Wrapper("abc").upper())


class Temperature:
    def __init__(self):
        self._c = 0

    @property
    def f(self):
        return self._c * 9 / 5 + 32

    @f.setter
    def f(self, value):
        self._c = (value - 32) * 5 / 9

    @f.deleter
    def f(self):
        print("deleted")


t = Temperature()
t.f = 212
setattr(t, "f", 32)
print(t.f, t._c)
del t.f

# expect:
# made
# True 2
# 5 True
# 1 2
# 'Slotted' object has no attribute 'z'
# 'Slotted' object has no attribute '__dict__'
# 3 {'z': 3}
# 'Tight' object has no attribute 'q'
# set log
# set x
# set y
# set x
# del x
# del y
# {'log': []}
# del x
# 'Guarded' object has no attribute 'x'
# frozen x 3
# named Person name
# named Person age
# Ann 31 {'_name': 'Ann', '_age': 31} Typed True Ann
# expected int
# deleting
# False
# computing
# 6 6
# (False, 'HasBound') (True, 'HasBound')
# [('A', 'a'), ('B', 'none')]
# C.__init_subclass__() takes no keyword arguments
# Made 5 Single
# called Simple True
# XY False default
# 1 ABC
# 32.0 0.0
# deleted
