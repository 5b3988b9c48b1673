__all__ = ['import_module']

from _imp import load as _load

def import_module(name, package=None):
    if name.startswith('.'):
        raise TypeError('gilsim does not support relative imports')
    return _load(name)
