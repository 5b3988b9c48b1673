__all__ = ['collect', 'disable', 'enable', 'freeze', 'get_count', 'get_freeze_count', 'get_stats', 'get_threshold', 'is_tracked',
           'isenabled', 'set_threshold', 'unfreeze']

import _gc
from _gc import counts as get_count, frozen as get_freeze_count, is_tracked
from _weakref import collect as _collect

garbage = []
_found = [0, 0, 0]

def collect(generation=2):
    if generation not in (0, 1, 2):
        raise ValueError('invalid generation')
    _gc.collect(generation)
    found = _collect()
    _found[generation] += found
    return found

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
        raise TypeError(f'gc.set_threshold requires 1 to 3 arguments')
    _gc.configure(isenabled(), threshold0, *others, *get_threshold()[1 + len(others):])

def get_stats():
    return [{'collections': times, 'collected': found, 'uncollectable': 0} for times, found in zip(_gc.collections(), _found)]

def freeze():
    _gc.freeze(True)

def unfreeze():
    _gc.freeze(False)
