# A property called __dict__ is what instances answer; the class has its own.
class Hidden:
    __dict__ = property(lambda self: {'shown': 1})
    size = 2

    def __getattr__(self, name):
        raise AttributeError(name)


print(type(Hidden.__dict__).__name__, 'size' in Hidden.__dict__, 'shown' in Hidden.__dict__)
print(Hidden().__dict__, vars(Hidden()))
print(getattr(Hidden(), 'nothing', 'a default'), hasattr(Hidden(), 'size'))

# expect:
# mappingproxy True False
# {'shown': 1} {'shown': 1}
# a default True
