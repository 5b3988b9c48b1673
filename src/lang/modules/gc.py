__all__ = ['DEBUG_COLLECTABLE', 'DEBUG_LEAK', 'DEBUG_SAVEALL', 'DEBUG_STATS', 'DEBUG_UNCOLLECTABLE', 'callbacks', 'collect',
           'disable', 'enable', 'freeze', 'garbage', 'get_count', 'get_debug', 'get_freeze_count', 'get_objects',
           'get_referents', 'get_referrers', 'get_stats', 'get_threshold', 'is_finalized', 'is_tracked', 'isenabled',
           'set_debug', 'set_threshold', 'unfreeze']

import _gc
from _gc import counts as get_count, frozen as get_freeze_count, is_finalized, is_tracked, referents as get_referents
from _weakref import collect as _collect

DEBUG_STATS, DEBUG_COLLECTABLE, DEBUG_UNCOLLECTABLE, DEBUG_SAVEALL, DEBUG_LEAK = 1, 2, 4, 32, 38

callbacks = []
garbage = []
_found = [0, 0, 0]
_is_collecting = False
_gc.observe(callbacks)

def collect(generation=2):
    global _is_collecting
    if generation not in (0, 1, 2):
        raise ValueError('invalid generation')
    if _is_collecting:
        return 0
    _is_collecting = True
    try:
        _call_back('start', generation, 0)
        _gc.collect(generation)
        found = _collect()
        _found[generation] += found
        _call_back('stop', generation, found)
    finally:
        _is_collecting = False
    return found

def _call_back(phase, generation, found):
    for called in callbacks:
        try:
            called(phase, {'generation': generation, 'collected': found, 'uncollectable': 0})
        except BaseException as problem:
            from _unraisable import report
            report(problem, called)

# A collection is due by itself, and somebody wants to be called.
def _is_due(generation):
    global _is_collecting
    if _is_collecting:
        return _gc.collect(generation)
    _is_collecting = True
    try:
        _call_back('start', generation, 0)
        _gc.collect(generation)
        _call_back('stop', generation, 0)
    finally:
        _is_collecting = False

def enable():
    _gc.configure(True, *get_threshold())

def disable():
    _gc.configure(False, *get_threshold())

def isenabled():
    return _gc.configuration()[0]

def get_threshold():
    return _gc.configuration()[1:]

def set_threshold(threshold0, *others):
    if len(others) > 2:
        raise TypeError('gc.set_threshold requires 1 to 3 arguments')
    _gc.configure(isenabled(), threshold0, *others, *get_threshold()[1 + len(others):])

def get_stats():
    return [{'collections': times, 'collected': found, 'uncollectable': 0} for times, found in zip(_gc.collections(), _found)]

def freeze():
    _gc.freeze(True)

def unfreeze():
    _gc.freeze(False)

# Of which generation an object is that lives is not known: each is taken to be of the oldest.
def get_objects(generation=None):
    if generation is None:
        generation = -1
    if not hasattr(type(generation), '__index__'):
        raise TypeError(f"argument should be integer or None, not '{type(generation).__name__}'")
    if generation == -1:
        return _gc.objects()
    if generation < 0:
        raise ValueError('generation parameter cannot be negative')
    if generation > 2:
        raise ValueError('generation parameter must be less than the number of available generations (3)')
    return _gc.objects() if generation == 2 else []

def get_referrers(*objs):
    from sys import modules
    found = _gc.referrers(objs)
    for module in list(modules.values()):
        variables = getattr(module, '__dict__', {})
        if any([value is one for value in variables.values() for one in objs]):
            found.append(variables)
    return found

# Nothing is told of what is collected, and nothing of it is kept.
def get_debug():
    return 0

def set_debug(flags, /):
    if flags:
        raise NotImplementedError('gilsim tells nothing of what the garbage collector finds')
