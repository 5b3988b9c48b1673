__all__ = ['ABC', 'ABCMeta', 'abstractclassmethod', 'abstractmethod', 'abstractproperty', 'abstractstaticmethod',
           'get_cache_token', 'update_abstractmethods']

_registrations = 0

def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj

def abstractproperty(fget):
    return property(abstractmethod(fget))

def abstractclassmethod(function):
    return classmethod(abstractmethod(function))

def abstractstaticmethod(function):
    return staticmethod(abstractmethod(function))

def get_cache_token():
    return _registrations

def _is_abstract(value):
    return bool(getattr(value, '__isabstractmethod__', False))

def _set_abstract(cls, own):
    names = {name for name, value in own.items() if _is_abstract(value)}
    for base in cls.__bases__:
        for name in getattr(base, '__abstractmethods__', ()):
            if _is_abstract(getattr(cls, name, None)):
                names.add(name)
    cls.__abstractmethods__ = frozenset(names)

def update_abstractmethods(cls):
    if hasattr(cls, '__abstractmethods__'):
        _set_abstract(cls, cls.__dict__)
    return cls

# How many answers a class remembers.
_MOST_KNOWN = 200

# What a class has answered since something was registered last.
class _Known:
    __slots__ = ('token', 'instances', 'classes')

    def __init__(self):
        self.token, self.instances, self.classes = _registrations, {}, {}

    def current(self):
        if self.token != _registrations:
            self.__init__()
        return self

def _remembered(answers, kind, ask, about):
    answer = answers.get(kind)
    if answer is None:
        answer = bool(ask(about))
        if len(answers) >= _MOST_KNOWN:
            answers.clear()
        answers[kind] = answer
    return answer

class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        _set_abstract(cls, namespace)
        cls._abc_registry = []
        cls._abc_known = _Known()
        return cls

    def register(cls, subclass):
        global _registrations
        if not isinstance(subclass, type):
            raise TypeError('Can only register classes')
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError('Refusing to create an inheritance cycle')
        cls._abc_registry.append(subclass)
        _registrations += 1
        return subclass

    def __instancecheck__(cls, instance):
        kind, subclass = type(instance), instance.__class__
        if kind is not subclass:
            return cls.__subclasscheck__(subclass) or cls.__subclasscheck__(kind)
        return _remembered(cls._abc_known.current().instances, kind, cls._asked_of_instance, instance)

    def _asked_of_instance(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('issubclass() arg 1 must be a class')
        return _remembered(cls._abc_known.current().classes, subclass, cls._asked_of_class, subclass)

    def _asked_of_class(cls, subclass):
        answer = cls.__subclasshook__(subclass)
        if answer is not NotImplemented:
            return answer
        if is_subclass(subclass, cls):
            return True
        for registered in cls._abc_registry:
            if issubclass(subclass, registered):
                return True
        for below in cls.__subclasses__():
            if issubclass(subclass, below):
                return True
        return False

class ABC(metaclass=ABCMeta):
    __slots__ = ()
