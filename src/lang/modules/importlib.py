__all__ = ['import_module', 'invalidate_caches', 'reload']

from _imp import load as _load

def import_module(name, package=None):
    if name.startswith('.'):
        if not package:
            raise TypeError("the 'package' argument is required to perform a relative "
                            f'import for {name!r}')
        own = name.lstrip('.')
        above = len(name) - len(own) - 1
        parts = package.split('.')
        if above >= len(parts):
            raise ImportError('attempted relative import beyond top-level package')
        name = '.'.join(parts[:len(parts) - above] + ([own] if own else []))
    return _load(name)

def invalidate_caches():
    pass

def reload(module):
    from _importer import reload
    return reload(module)
