# How objects are taken apart so that they can be made again: what `object.__reduce_ex__` does.

__all__ = ['pickle', 'constructor', 'add_extension', 'remove_extension', 'clear_extension_cache']

dispatch_table = {}

def pickle(ob_type, pickle_function, constructor_ob=None):
    if not callable(pickle_function):
        raise TypeError('reduction functions must be callable')
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)

def constructor(object):
    if not callable(object):
        raise TypeError('constructors must be callable')

def add_extension(module, name, code):
    raise TypeError('gilsim does not support extension codes of pickles')

remove_extension = add_extension

def clear_extension_cache():
    pass

def __newobj__(cls, *args):
    return cls.__new__(cls, *args)

def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)

def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    if base is list or base is dict:
        obj = base.__new__(cls)
        base.extend(obj, state) if base is list else base.update(obj, state)
        return obj
    return base.__new__(cls, state)

# The built-in types that a class of the program can inherit from, and that are part of the instance.
_BASES = (int, float, str, bytes, tuple, list, dict, set, frozenset)
# The types that CPython pickles and gilsim does not yet.
_LATER = ('bytes_iterator', 'bytearray_iterator', 'dict_itemiterator', 'dict_keyiterator', 'dict_valueiterator', 'enumerate', 'list_iterator', 'list_reverseiterator',
          'range_iterator', 'reversed', 'set_iterator', 'str_iterator', 'tuple_iterator', 'types.GenericAlias', 'types.UnionType',
          '_collections._deque_iterator', 'zip', '_random.Random')

def _slotnames(cls):
    names = []
    for above in cls.__mro__:
        if above is object or not hasattr(above, '__dict__') or '__slots__' not in above.__dict__:
            continue
        slots = above.__dict__['__slots__']
        for name in (slots,) if isinstance(slots, str) else slots:
            if name in ('__dict__', '__weakref__'):
                continue
            if name.startswith('__') and not name.endswith('__') and above.__name__.lstrip('_'):
                name = '_' + above.__name__.lstrip('_') + name
            names.append(name)
    return names

def getstate(obj):
    state = getattr(obj, '__dict__', None) or None
    if isinstance(obj, BaseException) or not hasattr(type(obj), '__mro__'):
        return state
    slots = {name: getattr(obj, name) for name in _slotnames(type(obj)) if hasattr(obj, name)}
    return (state, slots) if slots else state

def _state(obj):
    hook = special(obj, '__getstate__')
    return getstate(obj) if hook is None else hook()

def _own_base(cls):
    for base in _BASES:
        if issubclass(cls, base):
            return base
    return object

def _new_arguments(obj):
    hook = special(obj, '__getnewargs_ex__')
    if hook is not None:
        found = hook()
        if not isinstance(found, tuple):
            raise TypeError(f"__getnewargs_ex__ should return a tuple, not '{type(found).__name__}'")
        if len(found) != 2:
            raise ValueError(f'__getnewargs_ex__ should return a tuple of length 2, not {len(found)}')
        return found
    hook = special(obj, '__getnewargs__')
    if hook is None:
        if isinstance(obj, complex):
            return (obj.real, obj.imag), {}
        is_value = isinstance(obj, (int, float, str, bytes, tuple))
        return ((base_of(obj),) if is_value else ()), {}
    found = hook()
    if not isinstance(found, tuple):
        raise TypeError(f"__getnewargs__ should return a tuple, not '{type(found).__name__}'")
    return found, {}

def _of_instance(obj, protocol):
    cls = type(obj)
    if type_name(base_of(obj)) == '_queue.SimpleQueue' and special(obj, '__getstate__') is None:
        raise TypeError(f"cannot pickle '{cls.__name__}' object")
    if isinstance(obj, (set, frozenset)):
        return cls, ([item for item in obj],), getstate(obj)
    if type_name(base_of(obj)) == 'collections.deque':
        return cls, () if obj.maxlen is None else ((), obj.maxlen), _state(obj), [item for item in obj]
    if isinstance(obj, bytearray):
        return cls, (bytes(obj),), _state(obj)
    if protocol < 2:
        return _of_old_instance(obj)
    args, kwargs = _new_arguments(obj)
    state = _state(obj)
    items = list(obj) if isinstance(obj, list) else None
    pairs = list(obj.items()) if isinstance(obj, dict) else None
    if kwargs:
        return __newobj_ex__, (cls, args, kwargs), state, items, pairs
    return __newobj__, (cls,) + args, state, items, pairs

def _of_old_instance(obj):
    cls = type(obj)
    base = _own_base(cls)
    if base is object:
        value = None
    else:
        value = base_of(obj) if base in (int, float, str, bytes, tuple) else base(obj)
    if special(obj, '__getstate__') is None and _slotnames(cls):
        raise TypeError('a class that defines __slots__ without defining __getstate__ cannot be pickled')
    state = _state(obj)
    made = _reconstructor, (cls, base, value)
    return made + (state,) if state else made

def _of_bytes(obj):
    from _codecs import encode
    return (encode, (obj.decode('latin-1'), 'latin1')) if obj else (bytes, ())

def of_built_in(obj, protocol):
    kind = type_name(obj)
    if kind == 'bytes':
        return _of_bytes(obj)
    if kind == 'bytearray':
        return bytearray, (bytes(obj),) if obj else ()
    if kind == 'set':
        return set, ([item for item in obj],)
    if kind == 'frozenset':
        return frozenset, ([item for item in obj],)
    if kind == 'collections.deque':
        return type(obj), () if obj.maxlen is None else ((), obj.maxlen), None, [item for item in obj]
    if kind == 'complex':
        return complex, (obj.real, obj.imag)
    if kind == 'itertools.count':
        return _of_count(obj)
    if kind == 'range':
        return range, (obj.start, obj.stop, obj.step)
    if kind == 'slice':
        return type(obj), (obj.start, obj.stop, obj.step)
    if kind == 'method':
        return getattr, (obj.__self__, obj.__func__.__name__)
    if kind in ('builtin_function_or_method', 'method_descriptor'):
        return _of_built_in_function(obj)
    if kind == 'ellipsis':
        return 'Ellipsis'
    if kind == 'NotImplementedType':
        return 'NotImplemented'
    if isinstance(obj, BaseException):
        state = getattr(obj, '__dict__', None)
        return (type(obj), obj.args, state) if state else (type(obj), obj.args)
    if kind in _LATER:
        raise TypeError(f"gilsim does not pickle '{kind}' objects yet")
    raise TypeError(f"cannot pickle '{kind}' object")

# What comes next, and the step where it is not 1, stand in its text alone.
def _of_count(obj):
    from itertools import count
    numbers = repr(obj)[len('count('):-1].split(', ')
    return count, tuple([int(number) if number.lstrip('-').isdigit() else float(number) for number in numbers])

def _of_built_in_function(obj):
    owner = getattr(obj, '__self__', None)
    if owner is not None:
        return getattr, (owner, obj.__name__)
    place = getattr(obj, '__qualname__', obj.__name__)
    if '.' in place:
        return getattr, (owner_of(obj), obj.__name__)
    return place

def reduce(obj):
    return reduce_ex(obj, 0, False)

def reduce_ex(obj, protocol, asks=True):
    if asks:
        hook = special(obj, '__reduce__')
        if hook is not None:
            return hook()
    if isinstance(obj, BaseException) or not is_instance(obj):
        return of_built_in(obj, protocol)
    return _of_instance(obj, protocol)
