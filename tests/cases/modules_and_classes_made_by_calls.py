# Modules that a program makes, what a module has beside its variables, and classes that are made by calls.
import sys
import types

made = types.ModuleType('made')
print(made, made.__name__, made.__doc__, (made.__spec__, made.__loader__, made.__package__))
print(sorted(vars(made)), type(made) is types.ModuleType, isinstance(made, type(sys)))
made.x = 3
print(made.x, made.__dict__['x'], getattr(made, 'y', None), hasattr(made, '__dict__'))
exec('z = x + 1', made.__dict__)
print(made.z)
try:
    made.y
except AttributeError as error:
    print(error)
print(types.ModuleType('told', 'what it is').__doc__)
for wrong in ((), (3,)):
    try:
        types.ModuleType(*wrong)
    except TypeError as error:
        print(error)

def of_module(name):
    if name == 'w':
        return 'computed'
    raise AttributeError(name)

made.__getattr__ = of_module
print(made.w, getattr(made, 'v', 'none'), hasattr(made, 'w'), hasattr(made, 'v'))
sys.modules['made'] = made
print(sys.modules['made'] is made, vars(sys.modules['made'])['x'])

class Base:
    def __init_subclass__(cls, **named):
        cls.named = named

print(type('Derived', (Base,), {'a': 1}, k=2, j=3).named, types.new_class('Other', (Base,), {'q': 1}).named)
try:
    type('Plain', (), {}, k=2)
except TypeError as error:
    print(error)

class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **named):
        print('prepare', name, named)
        return {'prepared': 1}

    def __new__(mcs, name, bases, namespace, **named):
        print('new', name, named, sorted(namespace))
        return super().__new__(mcs, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **named):
        print('init', name, named)
        super().__init__(name, bases, namespace)

print(types.new_class('Filled', (), {'metaclass': Meta, 'z': 1}, lambda namespace: namespace.update(y=5)).y)
print(types.prepare_class('Prepared', (), {'metaclass': Meta, 'r': 2})[1:])
print(types.resolve_bases((list[int],)))

# expect:
# <module 'made'> made None (None, None, None)
# ['__doc__', '__loader__', '__name__', '__package__', '__spec__'] True True
# 3 3 None True
# 4
# module 'made' has no attribute 'y'
# what it is
# module() missing required argument 'name' (pos 1)
# module() argument 'name' must be str, not int
# computed none True False
# True 3
# {'k': 2, 'j': 3} {'q': 1}
# Plain.__init_subclass__() takes no keyword arguments
# prepare Filled {'z': 1}
# new Filled {'z': 1} ['prepared', 'y']
# init Filled {'z': 1}
# 5
# prepare Prepared {'r': 2}
# ({'prepared': 1}, {'r': 2})
# (<class 'list'>,)
