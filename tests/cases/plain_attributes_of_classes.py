# Attributes that instances have of their class, or of their own in front of it, in loops that look them up again and again.
class Base:
    limit = 3
    name = "base"
    rate = 0.5
    flag = None


class Counter(Base):
    count = 0

    def up(self):
        self.count += 1
        return self.count

    def described(self):
        return self.name, self.limit, self.rate, self.flag, self.count


def looked_up(counters):
    return [counter.described() for counter in counters]


one, other = Counter(), Counter()
print([one.up() for _ in range(3)], other.count, looked_up([one, other] * 2)[1:3])
one.name = "own"
print(looked_up([one, other, one]))
del one.name
print(looked_up([one, other]))
Base.name = "changed"
Counter.limit = 4
print(looked_up([one, other]))
del Counter.limit
print(looked_up([one]))
Base.name = property(lambda self: "computed")
print(looked_up([one, other]))
Base.name = "plain again"
one.__dict__["name"] = "by its dict"
print(looked_up([one, other, one]))
one.__dict__.clear()
print(looked_up([one, other]), one.up())
del Base.flag
try:
    looked_up([one])
except AttributeError as error:
    print(error)


class Noticing(Counter):
    flag = 1

    def __setattr__(self, name, value):
        object.__setattr__(self, name, value * 2)


noticing = Noticing()
print([noticing.up() for _ in range(4)], looked_up([noticing]))


class Data:
    def __get__(self, owner, kind):
        return "from the descriptor"

    def __set__(self, owner, value):
        pass


def fetch(objects):
    return [thing.limit for thing in objects]


print(fetch([one, noticing, one]))
noticing.limit = 21
print(fetch([noticing, noticing, one]))
Noticing.limit = Data()
print(fetch([noticing, one, noticing]))
Noticing.limit = 5
print(fetch([noticing, one, noticing]))
one.__class__ = Noticing
print(fetch([one, other]), one.flag)
for thing in (one, other):
    for name in ("__module__", "__qualname__", "__doc__"):
        print(name, getattr(thing, name, "none"))

# expect:
# [1, 2, 3] 0 [('base', 3, 0.5, None, 0), ('base', 3, 0.5, None, 3)]
# [('own', 3, 0.5, None, 3), ('base', 3, 0.5, None, 0), ('own', 3, 0.5, None, 3)]
# [('base', 3, 0.5, None, 3), ('base', 3, 0.5, None, 0)]
# [('changed', 4, 0.5, None, 3), ('changed', 4, 0.5, None, 0)]
# [('changed', 3, 0.5, None, 3)]
# [('computed', 3, 0.5, None, 3), ('computed', 3, 0.5, None, 0)]
# [('by its dict', 3, 0.5, None, 3), ('plain again', 3, 0.5, None, 0), ('by its dict', 3, 0.5, None, 3)]
# [('plain again', 3, 0.5, None, 0), ('plain again', 3, 0.5, None, 0)] 1
# 'Counter' object has no attribute 'flag'
# [2, 6, 14, 30] [('plain again', 3, 0.5, 1, 30)]
# [3, 3, 3]
# [42, 42, 3]
# ['from the descriptor', 3, 'from the descriptor']
# [42, 3, 42]
# [5, 3] 1
# __module__ __main__
# __qualname__ none
# __doc__ None
# __module__ __main__
# __qualname__ none
# __doc__ None
