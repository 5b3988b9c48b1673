# Copies: what is built in and changes is copied at once, everything else is taken apart and made again as `pickle` does it.

__all__ = ['Error', 'copy', 'deepcopy']

import copyreg as _copyreg
import types as _types
import weakref as _weakref

class Error(Exception):
    __module__ = 'copy'

error = Error

# Never copied: they cannot change, or what they are is what matters.
_ATOMS = {type(None), int, float, bool, complex, str, bytes, range, type, property, type(...), type(NotImplemented), type(len),
          _types.FunctionType, _types.CodeType, _weakref.ref}
_PLAIN = _ATOMS | {tuple, frozenset, slice}
_COPIED = {list, dict, set, bytearray}

def copy(x):
    kind = type(x)
    if kind in _PLAIN or isinstance(x, type):
        return x
    if kind in _COPIED:
        return x.copy()
    hook = special(x, '__copy__')
    if hook is not None:
        return hook()
    found = _taken_apart(x)
    return x if isinstance(found, str) else _made(x, None, *found)

def deepcopy(x, memo=None, _nil=[]):
    if memo is None:
        memo = {}
    known = memo.get(id(x), _nil)
    if known is not _nil:
        return known
    kind = type(x)
    if kind in _ATOMS or isinstance(x, type):
        return x
    if kind is list:
        made = _deep_list(x, memo)
    elif kind is dict:
        made = _deep_dict(x, memo)
    elif kind is tuple:
        made = _deep_tuple(x, memo)
    elif kind is _types.MethodType:
        made = kind(x.__func__, deepcopy(x.__self__, memo))
    else:
        hook = special(x, '__deepcopy__')
        if hook is not None:
            made = hook(memo)
        else:
            found = _taken_apart(x)
            made = x if isinstance(found, str) else _made(x, memo, *found)
    if made is not x:
        memo[id(x)] = made
        # The original is kept too, so that its id is no other's meanwhile.
        memo.setdefault(id(memo), []).append(x)
    return made

def _deep_list(x, memo):
    made = memo[id(x)] = []
    for item in x:
        made.append(deepcopy(item, memo))
    return made

def _deep_dict(x, memo):
    made = memo[id(x)] = {}
    for key, value in x.items():
        made[deepcopy(key, memo)] = deepcopy(value, memo)
    return made

def _deep_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    # One of the items may have had the tuple in it.
    if id(x) in memo:
        return memo[id(x)]
    for old, new in zip(x, items):
        if old is not new:
            return tuple(items)
    return x

def _taken_apart(x):
    table = _copyreg.dispatch_table.get(type(x))
    if table is not None:
        return table(x)
    hook = special(x, '__reduce_ex__')
    return _copyreg.reduce_ex(x, 4) if hook is None else hook(4)

def _made(x, memo, function, args, state=None, items=None, pairs=None, setter=None):
    is_deep = memo is not None
    made = function(*[deepcopy(arg, memo) for arg in args] if is_deep else args)
    if is_deep:
        memo[id(x)] = made
    if state is not None:
        _give_state(made, deepcopy(state, memo) if is_deep else state, setter)
    for item in items or ():
        made.append(deepcopy(item, memo) if is_deep else item)
    for key, value in pairs or ():
        made[deepcopy(key, memo) if is_deep else key] = deepcopy(value, memo) if is_deep else value
    return made

def _give_state(made, state, setter):
    hook = special(made, '__setstate__')
    if setter is not None:
        return setter(made, state)
    if hook is not None:
        return hook(state)
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state is not None:
        made.__dict__.update(state)
    for name, value in (slots or {}).items():
        setattr(made, name, value)
