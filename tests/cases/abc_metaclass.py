from abc import ABC, ABCMeta, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
class Sq(Shape):
    def area(self): return 4
    @property
    def name(self): return 'sq'
class Half(Shape):
    def area(self): return 1
print(Sq().area(), Sq().name, type(Shape), Shape.__abstractmethods__ == frozenset({'area','name'}))
for c in (Shape, Half):
    try: c()
    except TypeError as e: print(e)
@Shape.register
class Other: pass
print(isinstance(Other(), Shape), issubclass(Other, Shape), isinstance(3, Shape))
class Hook(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, C):
        if cls is Hook: return hasattr(C, 'quack')
        return NotImplemented
class Duck:
    def quack(self): pass
print(isinstance(Duck(), Hook), issubclass(int, Hook))
class E:
    def __eq__(self, o): return True
try: hash(E())
except TypeError as e: print(e)
class Kw:
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
class K2(Kw, tag='hello'): pass
print(K2.tag)
try:
    class K3(Kw, other=1): pass
except TypeError as e: print(e)

# expect:
# 4 sq <class 'abc.ABCMeta'> True
# Can't instantiate abstract class Shape with abstract methods area, name
# Can't instantiate abstract class Half with abstract method name
# True True False
# True False
# unhashable type: 'E'
# hello
# K3.__init_subclass__() takes no keyword arguments
