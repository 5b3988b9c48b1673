# __del__, and generators that die before their end.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


a = Noisy("a")
a = Noisy("b")
print("after a")
del a
print("after b")


def function():
    local = Noisy("local")
    print("in function")


function()
print("after function")
items = [Noisy("one"), Noisy("two")]
items.pop()
print("popped")
items.clear()
print("cleared")
table = {"k": Noisy("value")}
del table["k"]
print("deleted")
table["k"] = Noisy("first")
table["k"] = Noisy("second")
table = None
Noisy("temporary")
print("after temporary")
holder = Noisy("outer")
holder.inner = Noisy("inner")
holder = None
print("chain gone")
saved = []


class Phoenix:
    def __del__(self):
        print("saved")
        saved.append(self)


p = Phoenix()
p = None
print(len(saved))
saved.clear()
print("for good")


def generator(name):
    try:
        yield 1
        yield 2
    finally:
        print("finally", name)


g = generator("dropped")
next(g)
g = None
print("after dropped")
for x in generator("broken off"):
    break
print("after break")
g = generator("fresh")
g = None
g = generator("closed")
next(g)
g.close()
g.close()
print(list(g))
g = generator("fresh and closed")
g.close()
try:
    next(g)
except StopIteration:
    print("closed for good")
g = generator("to its end")
print(list(g))
g = None


def with_manager():
    with Manager():
        yield 1


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        print("exit", args[0].__name__)


g = with_manager()
next(g)
del g
print("end of manager")


def first(items):
    for item in items:
        return item


print(first(generator("in a for")))


class Failing:
    def __del__(self):
        raise ValueError("nobody sees this")


class Base:
    def __del__(self):
        print("base")


class Derived(Base):
    pass


Derived()
try:
    raise KeyError(Noisy("in exception"))
except KeyError:
    print("handled")
print("exception gone")


def deep(n):
    thing = Noisy(n)
    if n:
        deep(n - 1)


deep(2)
print("done")

# expect:
# del a
# after a
# del b
# after b
# in function
# del local
# after function
# del two
# popped
# del one
# cleared
# del value
# deleted
# del first
# del second
# del temporary
# after temporary
# del outer
# del inner
# chain gone
# saved
# 1
# for good
# finally dropped
# after dropped
# finally broken off
# after break
# finally closed
# []
# closed for good
# finally to its end
# [1, 2]
# exit GeneratorExit
# end of manager
# finally in a for
# 1
# base
# handled
# del in exception
# exception gone
# del 0
# del 1
# del 2
# done
