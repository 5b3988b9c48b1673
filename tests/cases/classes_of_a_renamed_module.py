# A module that gives itself another name: classes from there on are of that one.
__name__ = 'other'

class Plain:
    pass

def local():
    class Inside:
        def name(self):
            return __name__
    return Inside

class Named:
    __module__ = 'mine'

print(Plain.__module__, Plain, local().__module__, local()().name(), local(), Named.__module__)
__name__ += '.part'
class Later:
    class Nested:
        pass
print(Later, Later.Nested.__module__, Plain.__module__)

# expect:
# other <class 'other.Plain'> other other <class 'other.local.<locals>.Inside'> mine
# <class 'other.part.Later'> other.part other
