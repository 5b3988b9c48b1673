__all__ = ['Error', 'copy', 'deepcopy']

from _collections import deque as _deque

class Error(Exception):
    __module__ = 'copy'

_PLAIN = (type(None), bool, int, float, complex, str, type, range, type(len))

def _instance(x):
    if isinstance(x, BaseException):
        made = type(x)(*x.args)
    else:
        made = bare_instance(type(x))
    return made

def copy(x):
    hook = special(x, '__copy__')
    if hook is not None:
        return hook()
    if isinstance(x, (list, dict, set, _deque)):
        return x.copy()
    if isinstance(x, _PLAIN) or isinstance(x, (tuple, frozenset)) or callable(x):
        return x
    made = _instance(x)
    for name in x.__dict__:
        setattr(made, name, x.__dict__[name])
    return made

def deepcopy(x, memo=None):
    if isinstance(x, _PLAIN):
        return x
    if memo is None:
        memo = {}
    if id(x) in memo:
        return memo[id(x)][0]
    hook = special(x, '__deepcopy__')
    if hook is not None:
        made = hook(memo)
        memo[id(x)] = (made, x)
        return made
    if isinstance(x, list):
        made = []
        # The original is kept too, so that its id is no other's meanwhile.
        memo[id(x)] = (made, x)
        for item in x:
            made.append(deepcopy(item, memo))
        return made
    if isinstance(x, dict):
        made = {}
        memo[id(x)] = (made, x)
        for key in x:
            made[deepcopy(key, memo)] = deepcopy(x[key], memo)
        return made
    if isinstance(x, tuple):
        items = [deepcopy(item, memo) for item in x]
        if id(x) in memo:
            return memo[id(x)][0]
        for old, new in zip(x, items):
            if old is not new:
                made = tuple(items)
                break
        else:
            made = x
        memo[id(x)] = (made, x)
        return made
    if isinstance(x, (set, frozenset)):
        made = type(x)([deepcopy(item, memo) for item in x])
        memo[id(x)] = (made, x)
        return made
    if isinstance(x, _deque):
        made = _deque([], x.maxlen)
        memo[id(x)] = (made, x)
        for item in x:
            made.append(deepcopy(item, memo))
        return made
    if isinstance(x, type) or callable(x) and special(x, '__call__') is None:
        return x
    made = _instance(x)
    memo[id(x)] = (made, x)
    own = x.__dict__
    for name in own:
        setattr(made, name, deepcopy(own[name], memo))
    return made
