# Modules by their files, and where they would be found.

from importlib.machinery import BuiltinImporter as _BuiltinImporter, ModuleSpec as _ModuleSpec
from importlib.machinery import SourceFileLoader as _SourceFileLoader

MAGIC_NUMBER = b'\xa7\r\r\n'

_UNSET = object()


def resolve_name(name, package):
    if not name.startswith('.'):
        return name
    if not package:
        raise ImportError(f'no package specified for {name!r} (required for relative module names)')
    own = name.lstrip('.')
    above = len(name) - len(own) - 1
    parts = package.split('.')
    if above >= len(parts):
        raise ImportError('attempted relative import beyond top-level package')
    return '.'.join(parts[:len(parts) - above] + ([own] if own else []))


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    if hasattr(loader, 'get_filename'):
        return spec_from_file_location(name, loader.get_filename(name), loader=loader)
    return _ModuleSpec(name, loader, origin=origin, is_package=is_package)


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=_UNSET):
    import os
    location = os.path.abspath(os.fspath(location))
    if loader is None:
        if not location.endswith('.py'):
            return None
        loader = _SourceFileLoader(name, location)
    spec = _ModuleSpec(name, loader, origin=location)
    spec.has_location = True
    folder, _, own = location.rpartition('/')
    spec.cached = f"{folder}/__pycache__/{own.removesuffix('.py')}.cpython-311.pyc"
    if submodule_search_locations is not _UNSET:
        spec.submodule_search_locations = submodule_search_locations
    elif own == '__init__.py':
        spec.submodule_search_locations = []
    if spec.submodule_search_locations == []:
        spec.submodule_search_locations.append(folder)
    return spec


def module_from_spec(spec):
    made = spec.loader.create_module(spec) if hasattr(spec.loader, 'create_module') else None
    if made is not None:
        return made
    made = new_module(spec.name)
    made.__name__, made.__doc__, made.__package__ = spec.name, None, spec.parent
    made.__loader__, made.__spec__ = spec.loader, spec
    if spec.submodule_search_locations is not None:
        made.__path__ = spec.submodule_search_locations
    if spec.has_location:
        made.__file__, made.__cached__ = spec.origin, spec.cached
    return made


def find_spec(name, package=None):
    import sys
    whole = resolve_name(name, package)
    if whole in sys.modules:
        module = sys.modules[whole]
        if module is None:
            return None
        spec = getattr(module, '__spec__', None)
        if spec is None and whole == '__main__':
            raise ValueError(f'{whole}.__spec__ is None')
        return spec or _of_module(whole, module)
    parent, _, own = whole.rpartition('.')
    folders = sys.path
    if parent:
        folders = _folders_of(parent, whole)
    from _importer import place_of
    place = place_of(own, folders)
    if place is not None:
        file, path = place
        if file is None:
            return _namespace(whole, path)
        return spec_from_file_location(whole, file)
    return None if parent and not _is_standard(parent) else _standard(whole)


def _folders_of(parent, whole):
    from importlib import import_module
    try:
        return import_module(parent).__path__
    except AttributeError:
        if _is_standard(parent):
            return []
        problem = f'__path__ attribute not found on {parent!r} while trying to find {whole!r}'
        raise ModuleNotFoundError(problem, name=whole) from None


def _namespace(name, folders):
    spec = _ModuleSpec(name, None, is_package=True)
    spec.submodule_search_locations = folders
    return spec


def _of_module(name, module):
    file = getattr(module, '__file__', None)
    if file is not None:
        return spec_from_file_location(name, file)
    if hasattr(module, '__path__'):
        return _namespace(name, module.__path__)
    return _ModuleSpec(name, _BuiltinImporter, origin='built-in')


def _is_standard(name):
    import sys
    return not hasattr(sys.modules.get(name), '__file__')


# What the machine has itself: to know that, it is imported.
def _standard(name):
    from importlib import import_module
    try:
        import_module(name)
    except ImportError:
        return None
    return _ModuleSpec(name, _BuiltinImporter, origin='built-in')
