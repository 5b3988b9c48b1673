# object.__getattribute__ leaves __getattr__ to whoever asked for the attribute.


class Careful:
    def __getattr__(self, name):
        if name[0] == '_':
            return object.__getattribute__(self, name)
        return 'for ' + name


class Derived(Careful):
    def __getattribute__(self, name):
        return super().__getattribute__(name)


class Catching:
    def __getattribute__(self, name):
        try:
            return object.__getattribute__(self, name)
        except AttributeError as error:
            return 'caught: ' + str(error)

    def __getattr__(self, name):
        return 'never'


class Failing:
    def __get__(self, instance, owner):
        raise AttributeError('of the descriptor')


class Computed:
    descriptor = Failing()
    unreadable = property(None)

    @property
    def computed(self):
        raise AttributeError('of the property')

    def __getattr__(self, name):
        return 'in place of ' + name


class Meta(type):
    def __getattr__(cls, name):
        return 'of the metaclass: ' + name


class Made(metaclass=Meta):
    pass


class Wrong(Exception):
    def __getattr__(self, name):
        return 'of the exception: ' + name


def plainly(value, name):
    try:
        print(object.__getattribute__(value, name))
    except AttributeError as error:
        print(type(error).__name__, error)


careful = Careful()
careful._there = 1
print(careful._there, careful.word, getattr(careful, '_missing', 'default'), hasattr(careful, '_missing'))
print(Derived().word, getattr(Derived(), 'text'), hasattr(Derived(), '_missing'))
print(Catching().word)
for name in 'descriptor', 'unreadable', 'computed', 'missing':
    print(getattr(Computed(), name))
    plainly(Computed(), name)
computed = Computed()
print(computed.descriptor, computed.unreadable, computed.computed, computed.missing)
print(Made.word)
try:
    print(type.__getattribute__(Made, 'word'))
except AttributeError as error:
    print(error)
print(Wrong().word)
plainly(Wrong(), 'word')
plainly(Wrong(1), 'args')

# expect:
# 1 for word default False
# for word for text False
# caught: 'Catching' object has no attribute 'word'
# in place of descriptor
# AttributeError of the descriptor
# in place of unreadable
# AttributeError property 'unreadable' of 'Computed' object has no getter
# in place of computed
# AttributeError of the property
# in place of missing
# AttributeError 'Computed' object has no attribute 'missing'
# in place of descriptor in place of unreadable in place of computed in place of missing
# of the metaclass: word
# type object 'Made' has no attribute 'word'
# of the exception: word
# AttributeError 'Wrong' object has no attribute 'word'
# (1,)
