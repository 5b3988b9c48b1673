__all__ = ['ABC', 'abstractclassmethod', 'abstractmethod', 'abstractproperty', 'abstractstaticmethod']

def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj

def abstractproperty(fget):
    return property(abstractmethod(fget))

def abstractclassmethod(function):
    return classmethod(abstractmethod(function))

def abstractstaticmethod(function):
    return staticmethod(abstractmethod(function))

def _missing(cls):
    found = set()
    for base in cls.__mro__:
        for name in getattr(base, '__dict__', {}):
            value = getattr(cls, name, None)
            value = getattr(value, 'fget', value)
            if getattr(value, '__isabstractmethod__', False):
                found.add(name)
    return sorted(found)

class ABC:
    def __new__(cls, *args, **kwargs):
        missing = _missing(cls)
        if missing:
            plural = '' if len(missing) == 1 else 's'
            names = ', '.join(missing)
            raise TypeError(f"Can't instantiate abstract class {cls.__name__} with abstract method{plural} {names}")
        return object.__new__(cls)
