__all__ = ['DEFAULT_PROTOCOL', 'HIGHEST_PROTOCOL', 'PickleError', 'Pickler', 'PicklingError', 'Unpickler',
           'UnpicklingError', 'dump', 'dumps', 'load', 'loads']

# Native code writes and reads what is built in. Where it meets anything else it stops and says so; then it is found out
# here how that is taken apart or made, with the program's own methods, and the native code goes on.

import copyreg as _copyreg
from _imp import load as _module
from _pickle import (
    builtin as _builtin, finish as _finish, forget as _forget, load as _load, pickler as _pickler, push as _push,
    save as _save, save_global as _save_global, save_id as _save_id, save_reduced as _save_reduced, spend as _spend,
    unpickler as _unpickler,
)

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4

class PickleError(Exception):
    __module__ = '_pickle'

class PicklingError(PickleError):
    __module__ = '_pickle'

class UnpicklingError(PickleError):
    __module__ = '_pickle'

_FUNCTION = type(lambda: None)
_SINGLETONS = {type(None): None, type(...): ..., type(NotImplemented): NotImplemented}

# Where CPython has functions of native modules that are Python here, and what modules were called in Python 2.
_NATIVE = {'operator': '_operator', 'functools': '_functools', 'heapq': '_heapq', 'bisect': '_bisect'}
_HERE = {native: name for name, native in _NATIVE.items()}
_HERE['_pickle'] = 'pickle'
_OLD = {'builtins': '__builtin__', 'copyreg': 'copy_reg', 'queue': 'Queue', '_functools': '_functools'}
_NEW = {old: name for name, old in _OLD.items()}
_OLD_NAMES = {('builtins', 'range'): ('__builtin__', 'xrange'), ('_functools', 'reduce'): ('__builtin__', 'reduce'),
              ('builtins', 'str'): ('__builtin__', 'unicode'), ('builtins', 'chr'): ('__builtin__', 'unichr'),
              ('builtins', 'zip'): ('itertools', 'izip'), ('builtins', 'map'): ('itertools', 'imap'),
              ('builtins', 'filter'): ('itertools', 'ifilter'), ('builtins', 'int'): ('__builtin__', 'long')}
_NEW_NAMES = {old: new for new, old in _OLD_NAMES.items()}
_NEW_EXCEPTIONS = ('BlockingIOError', 'BrokenPipeError', 'ChildProcessError', 'ConnectionAbortedError',
                   'ConnectionError', 'ConnectionRefusedError', 'ConnectionResetError', 'FileExistsError',
                   'FileNotFoundError', 'InterruptedError', 'IsADirectoryError', 'NotADirectoryError',
                   'PermissionError', 'ProcessLookupError', 'TimeoutError')

# What is wrong with a pickle, by the beginning of its text, where it is no UnpicklingError.
_KINDS = {'argument list': TypeError, 'could not convert string': ValueError, 'unregistered extension': ValueError,
          'unsupported pickle protocol': ValueError}

def _checked_protocol(protocol):
    if protocol is None:
        return DEFAULT_PROTOCOL
    if protocol < 0:
        return HIGHEST_PROTOCOL
    if protocol > HIGHEST_PROTOCOL:
        raise ValueError(f'pickle protocol must be <= {HIGHEST_PROTOCOL}')
    return protocol

def _built_in(name):
    if name in ('BaseExceptionGroup', 'ExceptionGroup'):
        return ExceptionGroup if name == 'ExceptionGroup' else BaseExceptionGroup
    return _builtin(name)

def _old_place(module, name):
    if (module, name) in _OLD_NAMES:
        return _OLD_NAMES[module, name]
    if module == 'builtins':
        found = _built_in(name)
        if isinstance(found, type) and issubclass(found, BaseException):
            return 'exceptions', 'OSError' if name in _NEW_EXCEPTIONS else name
    return _OLD.get(module, module), name

def _new_place(module, name):
    if (module, name) in _NEW_NAMES:
        return _NEW_NAMES[module, name]
    if module == 'exceptions':
        return 'builtins', name
    return _NEW.get(module, module), name

def _found(module, name):
    path = name.split('.')
    if module == 'builtins':
        try:
            place = _built_in(path.pop(0))
        except AttributeError:
            raise AttributeError(f"Can't get attribute {name!r} on <module 'builtins' (built-in)>") from None
    else:
        place = _module(_HERE.get(module, module))
    for part in path:
        if part == '<locals>':
            raise AttributeError(f"Can't get local attribute {name!r} on {place!r}")
        try:
            place = getattr(place, part)
        except AttributeError:
            raise AttributeError(f"Can't get attribute {name!r} on {place!r}") from None
    return place

def _checked_place(obj, name):
    if name is None:
        name = getattr(obj, '__qualname__', None) or obj.__name__
    if '<locals>' in name.split('.'):
        raise AttributeError(f"Can't pickle local object {name!r}")
    module = getattr(obj, '__module__', None) or 'builtins'
    try:
        found = _found(module, name)
    except ImportError:
        raise PicklingError(f"Can't pickle {obj!r}: import of module {module!r} failed") from None
    except AttributeError:
        raise PicklingError(f"Can't pickle {obj!r}: attribute lookup {name} on {module} failed") from None
    if found is not obj:
        raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module}.{name}")
    if module in _NATIVE and not isinstance(obj, type):
        module = _NATIVE[module]
    return module, name

def _with_global(state, obj, name, protocol):
    module, name = _checked_place(obj, name)
    if protocol < 4 and '.' in name:
        path = name.split('.')
        owner = _found(module, '.'.join(path[:-1]))
        return _save_reduced(state, obj, 0, getattr, (owner, path[-1]), None, None, None, None)
    if protocol < 3:
        module, name = _old_place(module, name)
    return _save_global(state, obj, module, name)

def _reduction(obj, protocol, owner):
    if owner is not None:
        hook = special(owner, 'reducer_override')
        if hook is not None:
            reduced = hook(obj)
            if reduced is not NotImplemented:
                return reduced
    kind = type(obj)
    if isinstance(obj, type):
        return (type, (_SINGLETONS[obj],)) if obj in _SINGLETONS else None
    if kind is _FUNCTION:
        return None
    table = getattr(owner, 'dispatch_table', _copyreg.dispatch_table)
    if kind in table:
        return table[kind](obj)
    hook = special(obj, '__reduce_ex__')
    return _copyreg.reduce_ex(obj, protocol) if hook is None else hook(protocol)

def _check_reduced(reduced):
    if not isinstance(reduced, tuple):
        raise PicklingError('__reduce__ must return a string or tuple')
    if not 2 <= len(reduced) <= 6:
        raise PicklingError('tuple returned by __reduce__ must contain 2 through 6 elements')
    if not callable(reduced[0]):
        raise PicklingError('first item of the tuple returned by __reduce__ must be callable')
    if not isinstance(reduced[1], tuple):
        raise PicklingError('second item of the tuple returned by __reduce__ must be a tuple')

def _take_apart(state, obj, reduced, protocol):
    _check_reduced(reduced)
    function, args, own, items, pairs, setter = reduced + (None,) * (6 - len(reduced))
    items = None if items is None else [item for item in items]
    pairs = None if pairs is None else [pair for pair in pairs]
    name = getattr(function, '__name__', '')
    way = 0
    if protocol >= 2 and name == '__newobj__':
        if not args or args[0] is not type(obj):
            raise PicklingError('args[0] from __newobj__ args has the wrong class')
        way = 1
    elif protocol >= 4 and name == '__newobj_ex__':
        way = 2
    elif protocol >= 2 and name == '__newobj_ex__':
        from functools import partial
        cls, given, named = args
        function, args = partial(cls.__new__, cls, *given, **named), ()
    return _save_reduced(state, obj, way, function, args, items, pairs, own, setter)

def _pickled(state, obj, protocol, owner, is_message=False):
    wanted = _save(state, obj)
    objects = 0
    while wanted is not None:
        if len(wanted) == 2:
            wanted = _save_id(state, wanted[0], owner.persistent_id(wanted[0]))
        else:
            obj = wanted[0]
            reduced = _reduction(obj, protocol, owner)
            if reduced is None or isinstance(reduced, str):
                objects += 1
                wanted = _with_global(state, obj, reduced, protocol)
            else:
                wanted = _take_apart(state, obj, reduced, protocol)
    data, copied = _finish(state)
    _spend(False, len(data), copied, objects, is_message)
    return data

def _set_state(obj, state):
    hook = special(obj, '__setstate__')
    if hook is not None:
        hook(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state is not None:
        if not isinstance(state, dict):
            raise UnpicklingError('state is not a dictionary')
        for name in state:
            object.__setattr__(obj, name, state[name])
    if slots is not None:
        if not isinstance(slots, dict):
            raise UnpicklingError('slot state is not a dictionary')
        for name in slots:
            setattr(obj, name, slots[name])

def _extended(obj, items):
    if hasattr(obj, 'extend'):
        obj.extend(items)
        return
    for item in items:
        obj.append(item)

def _find_class(module, name):
    return _found(module, name)

def _loaded(data, start, owner, fixes):
    state = _unpickler(data, start)
    protocol = data[start + 1] if data[start:start + 1] == b'\x80' and len(data) > start + 1 else 0
    fixes = fixes and protocol < 3
    objects = 0
    while True:
        told = _load(state)
        what = told[0]
        if what == 1:
            objects += 1
            place = _new_place(told[1], told[2]) if fixes else (told[1], told[2])
            _push(state, _find_class(*place) if owner is None else owner.find_class(*place))
        elif what == 2:
            _push(state, told[1](*told[2]))
        elif what == 3:
            _push(state, told[1].__new__(told[1], *told[2]))
        elif what == 4:
            _push(state, told[1].__new__(told[1], *told[2], **told[3]))
        elif what == 5:
            _set_state(told[1], told[2])
        elif what == 6:
            _extended(told[1], told[2])
        elif what == 7:
            for at in range(0, len(told[2]), 2):
                told[1][told[2][at]] = told[2][at + 1]
        elif what == 8:
            for item in told[2]:
                told[1].add(item)
        elif what == 9:
            _push(state, _persistent(owner, told[1]))
        elif what == 0:
            _spend(True, told[2] - start, told[3], objects, False)
            return told[1], told[2]
        elif told[1] is None:
            raise EOFError('Ran out of input')
        else:
            kinds = [kind for start, kind in _KINDS.items() if told[1].startswith(start)]
            raise (kinds or [UnpicklingError])[0](told[1])

def _persistent(owner, id):
    hook = None if owner is None else special(owner, 'persistent_load')
    if hook is None:
        raise UnpicklingError('A load persistent id instruction was encountered,\n'
                              'but no persistent_load function was specified.')
    return hook(id)

def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    protocol = _checked_protocol(protocol)
    return _pickled(_pickler(protocol, False), obj, protocol, None)

# For another process.
def _message(obj, protocol=None):
    protocol = _checked_protocol(protocol)
    return _pickled(_pickler(protocol, False), obj, protocol, None, True)

def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    Pickler(file, protocol).dump(obj)

def loads(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    if isinstance(data, str) or not isinstance(data, (bytes, bytearray)):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    return _loaded(data, 0, None, fix_imports)[0]

def load(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    return Unpickler(file, fix_imports=fix_imports).load()

class Pickler:
    __module__ = '_pickle'

    def __init__(self, file, protocol=None, fix_imports=True, buffer_callback=None):
        if not hasattr(file, 'write'):
            raise TypeError("file must have a 'write' attribute")
        self._file = file
        self._protocol = _checked_protocol(protocol)
        self._state = _pickler(self._protocol, special(self, 'persistent_id') is not None)

    def clear_memo(self):
        _forget(self._state)

    def dump(self, obj):
        try:
            data = _pickled(self._state, obj, self._protocol, self)
        except BaseException:
            _forget(self._state)
            raise
        self._file.write(data)

class Unpickler:
    __module__ = '_pickle'

    def __init__(self, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
        if not hasattr(file, 'read') or not hasattr(file, 'readline'):
            raise TypeError("file must have 'read' and 'readline' attributes")
        self._file = file
        self._fixes = fix_imports

    def find_class(self, module_name, global_name, /):
        return _found(module_name, global_name)

    def load(self):
        file = self._file
        # What follows the pickle is left to be read, where the file can go back.
        start = file.tell() if hasattr(file, 'seek') else None
        data = file.read()
        obj, end = _loaded(data, 0, self, self._fixes)
        if start is not None:
            file.seek(start + end)
        return obj
