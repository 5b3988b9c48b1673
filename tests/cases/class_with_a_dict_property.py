# A property called __dict__ is what instances answer; the class has its own.
class Hidden:
    __dict__ = property(lambda self: {'shown': 1})
    size = 2


print('size' in Hidden.__dict__, 'shown' in Hidden.__dict__)
print(Hidden().__dict__, vars(Hidden()))

# expect:
# True False
# {'shown': 1} {'shown': 1}
