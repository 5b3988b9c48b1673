import contextlib
import gc
import weakref

class Thing:
    pass

seen = None

def fails(how):
    raise LookupError(how)

@contextlib.contextmanager
def with_a_thing():
    global seen
    thing = Thing()
    seen = weakref.ref(thing)
    yield

# What a context manager has seen of an exception is no part of its way, and is not kept by it.
try:
    with with_a_thing():
        fails('within')
except LookupError as error:
    gc.collect()
    print(error, seen())

def keeps_a_thing():
    global seen
    thing = Thing()
    seen = weakref.ref(thing)
    fails('below')

def told(error):
    gc.collect()
    return type(seen()).__name__, error.__traceback__ is None

for take in (lambda error: None, lambda error: error.with_traceback(None), lambda error: setattr(error, '__traceback__', None)):
    try:
        keeps_a_thing()
    except LookupError as error:
        take(error)
        print(told(error))

# One frame's variables go, those of another one stay.
def inner():
    own = Thing()
    places.append(weakref.ref(own))
    fails('inner')

def outer():
    own = Thing()
    places.append(weakref.ref(own))
    try:
        inner()
    except LookupError as error:
        kept.append(error.__traceback__.tb_next)
        raise

places, kept = [], []
try:
    outer()
except LookupError as error:
    caught = error
print([type(place()).__name__ for place in places])
caught.__traceback__ = kept.pop()
gc.collect()
print([type(place()).__name__ for place in places])
caught.__traceback__ = None
gc.collect()
print([type(place()).__name__ for place in places])

# expect:
# within None
# ('Thing', False)
# ('NoneType', True)
# ('NoneType', True)
# ['Thing', 'Thing']
# ['Thing', 'Thing']
# ['NoneType', 'NoneType']
