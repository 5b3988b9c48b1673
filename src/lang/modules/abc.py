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

class ABC:
    pass
