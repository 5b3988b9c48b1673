# Functions that choose what they do by the class of their first argument.

from _functools_methods import bound as _bound, is_descriptor as _is_descriptor
from abc import get_cache_token as _cache_token
from functools import update_wrapper as _update_wrapper

# The orders of the lists become one, in which each comes before what stands behind it in any of them.
def _merge(orders):
    merged = []
    orders = [order for order in orders if order]
    while orders:
        for order in orders:
            first = order[0]
            if not any([first in other[1:] for other in orders]):
                break
        else:
            raise RuntimeError('Inconsistent hierarchy')
        merged.append(first)
        orders = [rest for rest in [[kind for kind in order if kind is not first] for order in orders] if rest]
    return merged

# The order of a class with abstract classes that it has not inherited from: each where its behaviour comes in.
def _order(cls, abstract):
    if not abstract:
        return list(cls.__mro__)
    bases = list(cls.__bases__)
    explicit = max([place + 1 for place, base in enumerate(bases) if hasattr(base, '__abstractmethods__')], default=0)
    own = [kind for kind in abstract if issubclass(cls, kind) and not any([issubclass(base, kind) for base in bases])]
    others = [kind for kind in abstract if kind not in own]
    parts = bases[:explicit], own, bases[explicit:]
    return _merge([[cls]] + [_order(kind, others) for part in parts for kind in part] + [list(part) for part in parts])

# The order in which the classes that are known are looked at for the class.
def _looked_at(cls, known):
    inherited = set(cls.__mro__)
    fitting = [kind for kind in known if kind not in inherited and hasattr(kind, '__mro__') and issubclass(cls, kind)]
    fitting = [kind for kind in fitting if not any([other is not kind and kind in other.__mro__ for other in fitting])]
    asked = set(fitting)
    abstract = []
    for kind in fitting:
        ways = [[one for one in below.__mro__ if one in asked] for below in kind.__subclasses__()
                if below not in inherited and issubclass(cls, below)]
        ways.sort(key=len, reverse=True)
        for one in [one for way in ways for one in way] if ways else [kind]:
            if one not in abstract:
                abstract.append(one)
    return _order(cls, abstract)

def _find(cls, known):
    match = None
    for kind in _looked_at(cls, known):
        if match is not None:
            inherited = cls.__mro__
            if kind in known and kind not in inherited and match not in inherited and not issubclass(match, kind):
                raise RuntimeError(f'Ambiguous dispatch: {match} or {kind}')
            break
        if kind in known:
            match = kind
    return known.get(match)

def _is_union(cls):
    from types import UnionType
    from typing import Union, get_origin
    return get_origin(cls) in (Union, UnionType)

def _can_be_chosen(cls):
    if isinstance(cls, type):
        return True
    if not _is_union(cls):
        return False
    return all([isinstance(one, type) for one in cls.__args__])

def _function_of(func):
    return func.__func__ if isinstance(func, (classmethod, staticmethod)) else func

def singledispatch(func):
    from types import MappingProxyType
    known = {}
    found = {}
    # Of the abstract classes, once one is known: who has been registered with them may have changed.
    token = None

    def dispatch(cls):
        nonlocal token
        if token is not None and token != _cache_token():
            found.clear()
            token = _cache_token()
        chosen = found.get(cls)
        if chosen is None:
            chosen = known.get(cls) or _find(cls, known)
            found[cls] = chosen
        return chosen

    def register(cls, func=None):
        nonlocal token
        if _can_be_chosen(cls):
            if func is None:
                return lambda function: register(cls, function)
        elif func is not None:
            raise TypeError(f'Invalid first argument to `register()`. {cls!r} is not a class or union type.')
        else:
            func = cls
            if not getattr(_function_of(func), '__annotations__', {}):
                raise TypeError(f'Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` '
                                'or plain `@register` on an annotated function.')
            from typing import get_type_hints
            name, cls = next(iter(get_type_hints(_function_of(func)).items()))
            if not _can_be_chosen(cls):
                why = 'not all arguments are classes' if _is_union(cls) else 'is not a class'
                raise TypeError(f'Invalid annotation for {name!r}. {cls!r} {why}.')
        for one in (cls,) if isinstance(cls, type) else cls.__args__:
            known[one] = func
        if token is None and hasattr(cls, '__abstractmethods__'):
            token = _cache_token()
        found.clear()
        return func

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(f'{name} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **keywords)

    name = getattr(func, '__name__', 'singledispatch function')
    known[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(known)
    wrapper._clear_cache = found.clear
    return _update_wrapper(wrapper, _function_of(func))

class singledispatchmethod:
    __module__ = 'functools'

    def __init__(self, func):
        if not callable(func) and not _is_descriptor(func):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def method(*args, **kwargs):
            chosen = self.dispatcher.dispatch(args[0].__class__)
            return _bound(chosen, obj, cls)(*args, **kwargs)
        method.__isabstractmethod__ = self.__isabstractmethod__
        method.register = self.register
        _update_wrapper(method, _function_of(self.func))
        return method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)
