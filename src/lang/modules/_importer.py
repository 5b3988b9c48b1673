# Modules of the program: files in the folders of `sys.path`, of which the first is that of the program.

import sys
import _texts
from _imp import load as _load
from _namespaces import of as _variables
from _thread import allocate_lock as _allocate_lock, get_ident as _get_ident

# Who executes the modules that are begun, and what others wait for who import them meanwhile.
_begun = {}
# Which module a thread waits for.
_awaited = {}

def _joined(folder, name):
    return f'{folder}/{name}' if folder and not folder.endswith('/') else folder + name

def _read(path):
    try:
        with open(path, 'rb') as file:
            return file.read()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None

def _absolute(path):
    import os
    return os.path.abspath(path)

# The text of the module, the file's name as tracebacks show it, and the folders of a package.
def _found(own, folders):
    from os.path import isdir
    parts = []
    for folder in folders:
        place = _joined(folder, own)
        for name, path in ((place + '/__init__.py', [place]), (place + '.py', None)):
            text = _read(name)
            if text is not None:
                return text, name, path
        if isdir(place):
            parts.append(place)
    return (None, None, parts) if parts else None

# The file of a module, or the folders of a package without one.
def place_of(own, folders):
    found = _found(own, folders)
    return None if found is None else (found[1], found[2])

def _missing(name, note):
    return ModuleNotFoundError(f'No module named {name!r}{note}', name=name)

def execute(module, text, file):
    made = _texts.of_file(text, file)
    function = _texts.function(made, module)
    module.__doc__ = function.__doc__
    function()

def _execute(module, name, text, file):
    try:
        execute(module, text, file)
    except BaseException:
        sys.modules.pop(name, None)
        raise

def _load_one(name):
    package, _, own = name.rpartition('.')
    folders = sys.path
    if package:
        folders = getattr(sys.modules[package], '__path__', None)
        if folders is None:
            raise _missing(name, f'; {package!r} is not a package')
    found = _found(own, folders)
    if found is None:
        raise _missing(name, '')
    text, file, path = found
    module = new_module(name)
    module.__name__, module.__doc__ = name, None
    module.__package__ = package if path is None else name
    module.__loader__ = module.__spec__ = None
    if path is not None:
        module.__path__ = [_absolute(folder) for folder in path]
    if file is not None:
        module.__file__ = _absolute(file)
        module.__cached__ = None
    module.__initializing__ = _get_ident()
    sys.modules[name] = module
    try:
        if file is not None:
            _execute(module, name, text.decode(), module.__file__)
    finally:
        del module.__initializing__
    if package:
        setattr(sys.modules[package], own, sys.modules.get(name, module))

# Not by two threads at once. Whether this one has.
def _load_alone(name):
    gate = _allocate_lock()
    with gate:
        if _begun.setdefault(name, (_get_ident(), gate))[1] is not gate:
            return False
        try:
            if name not in sys.modules:
                _load_one(name)
        finally:
            del _begun[name]
    return True

def _waits_for(one, other):
    for _ in range(len(_awaited)):
        begun = _begun.get(_awaited.get(one))
        if begun is None:
            return False
        one = begun[0]
        if one == other:
            return True
    return False

# Until the module is whole, unless who executes it waits for this thread: then it is seen as it is, as in CPython.
def _await(name):
    me = _get_ident()
    while (begun := _begun.get(name)) and begun[0] != me:
        _awaited[me] = name
        try:
            if _waits_for(begun[0], me):
                return
            with begun[1]:
                pass
        finally:
            del _awaited[me]

def load(name):
    whole = ''
    for part in name.split('.'):
        whole = f'{whole}.{part}' if whole else part
        _await(whole)
        while whole not in sys.modules and not _load_alone(whole):
            _await(whole)
    return sys.modules[name]

def member(module, name):
    package = getattr(module, '__name__', None)
    if isinstance(package, str):
        whole = f'{package}.{name}'
        if whole in sys.modules:
            return sys.modules[whole]
        if hasattr(module, '__path__') and _found(name, module.__path__):
            return load(whole)
    file = getattr(module, '__file__', None)
    shown = repr(package) if isinstance(package, str) else "'<unknown module name>'"
    what = f'cannot import name {name!r} from '
    if package in _begun:
        what += 'partially initialized module '
        shown += ' (most likely due to a circular import)'
    raise ImportError(f"{what}{shown} ({file or 'unknown location'})", name=package, path=file)

def bind_all(module, into):
    names = getattr(module, '__all__', None)
    if names is None:
        names = [name for name in list(_variables(module)) if not name.startswith('_')]
    for name in names:
        try:
            value = getattr(module, name)
        except AttributeError:
            if not hasattr(module, '__path__') or not _found(name, module.__path__):
                raise
            value = load(f'{module.__name__}.{name}')
        setattr(into, name, value)

# Executes a module of the program once more, in the variables that it has.
def reload(module):
    name = getattr(module, '__name__', None)
    if sys.modules.get(name) is not module:
        raise ImportError(f'module {name} not in sys.modules', name=name)
    file = getattr(module, '__file__', None)
    text = _read(file) if file else None
    if text is None:
        raise ImportError('gilsim reloads no modules but those of the program', name=name)
    _texts.function(_texts.of_file(text.decode(), file), module)()
    return module
