# Generators under other names, tracebacks as objects, weak references counted and derived from.
import collections
import weakref

def generator():
    yield

async def coroutine():
    pass

async def asynchronous():
    yield

def named(value, name, qualname):
    value.__name__, value.__qualname__ = name, qualname
    return value.__name__, value.__qualname__, repr(value).split(' at ')[0]

never = coroutine()
print(named(generator(), 'one', 'of.one'), named(never, 'two', 'of.two'), named(asynchronous(), 'three', 'of.three'))
never.close()
made = generator()
for name in ('__name__', '__qualname__'):
    try:
        setattr(made, name, 1)
    except TypeError as error:
        print(error)
try:
    del made.__name__
except TypeError as error:
    print(error, made.__name__)

def inner():
    raise ValueError('x')

def outer():
    inner()

try:
    outer()
except ValueError as error:
    caught = error

def way(place):
    found = []
    while place:
        found.append(place.tb_frame.f_code.co_name)
        place = place.tb_next
    return found

first = caught.__traceback__
print(first is caught.__traceback__, first.tb_next is caught.__traceback__.tb_next, first.tb_next is first, way(first)[1:])
print(caught.with_traceback(None).__traceback__, way(first)[1:])
print(caught.with_traceback(first).__traceback__ is first, way(caught.__traceback__)[1:])
caught.__traceback__ = None
print(caught.__traceback__, way(first)[1:], first.tb_next.tb_lineno - first.tb_next.tb_next.tb_lineno)
caught.__traceback__ = first.tb_next
print(way(caught.__traceback__), way(first)[1:])
try:
    caught.__traceback__ = 3
except TypeError as error:
    print(error)

def again():
    try:
        try:
            outer()
        except ValueError as error:
            before = error.__traceback__
            raise
    except ValueError as error:
        return error.__traceback__ is before, way(error.__traceback__), way(before)

print(again())

Point = collections.namedtuple('Point', 'x y')
point = Point(1, 2)
for change in ('point.x = 3', 'del point.x', 'point.z = 3'):
    try:
        exec(change)
    except AttributeError as error:
        print(error)
Many = collections.namedtuple('Many', [f'f{number}' for number in range(400)], defaults=range(390))
many = Many(*range(12))
print(many.f399, many.f11, len(many), many._replace(f3=9).f3, many._asdict()['f8'], Many._make(range(400)).f300, repr(many)[-12:])
for arguments, named_arguments in ((range(9), {}), (range(8), {}), (range(7), {}), (range(10), {'f1': 2}), (range(10), {'g': 2})):
    try:
        Many(*arguments, **named_arguments)
    except TypeError as error:
        print(error)

class Thing:
    pass

thing = Thing()
plain = weakref.ref(thing)
print(weakref.ref(thing) is plain, weakref.getweakrefcount(thing), weakref.getweakrefs(thing) == [plain], weakref.getweakrefs(3))

class KeyedRef(weakref.ref):
    def __new__(cls, target, callback=None, key=None):
        made = super().__new__(cls, target, callback)
        made.key = key
        return made

    def __init__(self, target, callback=None, key=None):
        super().__init__(target, callback)

class Noted(weakref.ref):
    __slots__ = ('note',)

    def __call__(self):
        return 'called', super().__call__() is thing

keyed = KeyedRef(thing, lambda dead: print('dead', dead is keyed, dead.key, dead()), key='k')
noted = Noted(thing)
noted.note = 1
print(keyed() is thing, keyed.key, isinstance(keyed, weakref.ref), keyed == plain, hash(keyed) == hash(thing), noted.note, noted())
print(weakref.getweakrefcount(thing), any(found is keyed for found in weakref.getweakrefs(thing)), type(keyed).__name__)
print(repr(plain).split(' at ')[0], repr(keyed).split("'")[1], noted.__callback__)
del thing
print(plain(), keyed(), repr(plain).split()[-1], repr(keyed).split()[-1], keyed.__callback__)
variables = {'__name__': 'told'}
exec('class Made: pass\ndef made(): pass', variables)
print(variables['Made'], variables['made'].__module__)

# expect:
# ('one', 'of.one', '<generator object of.one') ('two', 'of.two', '<coroutine object of.two') ('three', 'of.three', '<async_generator object of.three')
# __name__ must be set to a string object
# __qualname__ must be set to a string object
# __name__ must be set to a string object generator
# True True False ['outer', 'inner']
# None ['outer', 'inner']
# True ['outer', 'inner']
# None ['outer', 'inner'] 3
# ['outer', 'inner'] ['outer', 'inner']
# __traceback__ must be a traceback or None
# (True, ['again', 'outer', 'inner'], ['again', 'outer', 'inner'])
# can't set attribute
# can't delete attribute
# 'Point' object has no attribute 'z'
# 389 11 400 9 8 300 8, f399=389)
# Many.__new__() missing 1 required positional argument: 'f9'
# Many.__new__() missing 2 required positional arguments: 'f8' and 'f9'
# Many.__new__() missing 3 required positional arguments: 'f7', 'f8', and 'f9'
# Many.__new__() got multiple values for argument 'f1'
# Many.__new__() got an unexpected keyword argument 'g'
# True 1 True []
# True k True True True 1 ('called', True)
# 3 True KeyedRef
# <weakref Thing None
# dead True k None
# None None dead> dead> None
# <class 'told.Made'> told
