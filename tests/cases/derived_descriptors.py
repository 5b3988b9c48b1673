# Classes derived from property, staticmethod and classmethod.
class Counted(property):
    def __get__(self, obj, kind=None):
        if obj is None:
            return self
        return 'got', super().__get__(obj, kind)

class User:
    @Counted
    def name(self):
        'Its name.'
        return self._name

    @name.setter
    def name(self, value):
        self._name = value

user = User()
user.name = 'a'
print(user.name, type(User.name).__name__, User.name.__doc__, isinstance(User.name, property))
try:
    del user.name
except AttributeError as error:
    print(error)

class Named(property):
    def __init__(self, fget, label=None):
        super().__init__(fget)
        self.label = label

    def __set_name__(self, owner, name):
        self.label = owner.__name__ + '.' + name

class Labelled:
    @Named
    def value(self):
        return 7

print(Labelled().value, Labelled.value.label, Labelled.value.fget.__name__)

class classproperty(property):
    def __get__(self, obj, kind):
        return self.fget(kind)

class Shape:
    @classproperty
    def kind(cls):
        return cls.__name__

print(Shape.kind, Shape().kind, type('Square', (Shape,), {}).kind)

class Tagged(staticmethod):
    def __init__(self, function):
        super().__init__(function)
        self.tag = 't'

class Doubling:
    @Tagged
    def double(x):
        return x * 2

found = Doubling.__dict__['double']
print(Doubling.double(3), Doubling().double(4), found.tag, found.__func__.__name__, found(5), isinstance(found, staticmethod))

class Announced(classmethod):
    def __get__(self, obj, kind):
        print('asked for')
        return super().__get__(obj, kind)

class Made:
    @Announced
    def make(cls):
        return cls.__name__

print(Made.make(), Made().make(), isinstance(Made.__dict__['make'], classmethod))

class WriteOnly:
    secret = Counted(None, lambda self, value: print('set', value))

WriteOnly().secret = 3
try:
    WriteOnly().secret
except AttributeError as error:
    print(error)
print(isinstance(type('Dynamic', (property,), {})(len), property), Counted(len).fget is len)

# expect:
# ('got', 'a') Counted Its name. True
# property 'name' of 'User' object has no deleter
# 7 Labelled.value value
# Shape Shape Square
# 6 8 t double 10 True
# asked for
# asked for
# Made Made True
# set 3
# property 'secret' of 'WriteOnly' object has no getter
# True True
