# Coroutines without an event loop: driven by send, throw and close.
class Pause:
    def __init__(self, what):
        self.what = what

    def __await__(self):
        answer = yield self.what
        return answer


def run(coroutine):
    sent = None
    while True:
        try:
            asked = coroutine.send(sent)
        except StopIteration as end:
            return end.value
        print("asked:", asked)
        sent = asked * 2 if isinstance(asked, int) else None


async def add(a, b):
    x = await Pause(a)
    y = await Pause(b)
    return x + y


async def outer():
    first = await add(1, 2)
    second = await add(first, 10)
    return first, second


print(run(outer()))
print(type(outer).__name__, outer.__name__)
coroutine = outer()
print(type(coroutine).__name__, coroutine.__name__, coroutine.__qualname__)
coroutine.close()
coroutine.close()
try:
    coroutine.send(None)
except RuntimeError as problem:
    print(problem)


async def guarded():
    try:
        return await Pause("in")
    except ValueError as problem:
        print("caught", problem)
        return await Pause("again")
    finally:
        print("finally")


coroutine = guarded()
print(coroutine.send(None))
print(coroutine.throw(ValueError("thrown")))
try:
    coroutine.send(42)
except StopIteration as end:
    print("end", end.value)

coroutine = guarded()
print(coroutine.send(None))
coroutine.close()


async def deep(n):
    if n == 0:
        return await Pause("bottom")
    return await deep(n - 1) + 1


coroutine = deep(20)
print(coroutine.send(None))
try:
    coroutine.throw(KeyError("k"))
except KeyError as problem:
    print("out", problem)
coroutine = deep(20)
coroutine.send(None)
try:
    coroutine.send(100)
except StopIteration as end:
    print(end.value)


async def returns_nothing():
    pass


print(run(returns_nothing()))


async def bad(what):
    await what


for what in (1, "x", None, [1]):
    try:
        run(bad(what))
    except TypeError as problem:
        print(problem)


class Wrong:
    def __await__(self):
        return 5


try:
    run(bad(Wrong()))
except TypeError as problem:
    print(problem)

coroutine = returns_nothing()
try:
    for x in coroutine:
        pass
except TypeError as problem:
    print(problem)
try:
    next(coroutine)
except TypeError as problem:
    print(problem)
try:
    coroutine.send(1)
except TypeError as problem:
    print(problem)
coroutine.close()


async def stops():
    raise StopIteration(1)


try:
    run(stops())
except RuntimeError as problem:
    print(problem, "|", repr(problem.__cause__))


async def takes_itself():
    await me


me = takes_itself()
try:
    me.send(None)
except (RuntimeError, ValueError) as problem:
    print(type(problem).__name__, problem)


def plain():
    yield from returns_nothing_again


returns_nothing_again = returns_nothing()
try:
    list(plain())
except TypeError as problem:
    print(problem)
returns_nothing_again.close()

shared = add(1, 2)


async def first_of_two():
    await shared


one, two = first_of_two(), first_of_two()
print(one.send(None))
try:
    two.send(None)
except RuntimeError as problem:
    print(problem)
one.close()

wrapper = add(3, 4).__await__()
print(next(wrapper), wrapper.send(1))
try:
    wrapper.send(2)
except StopIteration as end:
    print(end.value)

square = lambda x: add(x, x)
print(run(square(4)))


class Service:
    async def method(self, x):
        return await Pause(x)

    @staticmethod
    async def static():
        return "static"

    @classmethod
    async def of_class(cls):
        return cls.__name__


print(run(Service().method(7)), run(Service.static()), run(Service.of_class()))

# expect:
# asked: 1
# asked: 2
# asked: 6
# asked: 10
# (6, 32)
# function outer
# coroutine outer outer
# cannot reuse already awaited coroutine
# in
# caught thrown
# again
# finally
# end 42
# in
# finally
# bottom
# out 'k'
# 120
# None
# object int can't be used in 'await' expression
# object str can't be used in 'await' expression
# object NoneType can't be used in 'await' expression
# object list can't be used in 'await' expression
# __await__() returned non-iterator of type 'int'
# 'coroutine' object is not iterable
# 'coroutine' object is not an iterator
# can't send non-None value to a just-started coroutine
# coroutine raised StopIteration | StopIteration(1)
# ValueError coroutine already executing
# cannot 'yield from' a coroutine object in a non-coroutine generator
# 1
# coroutine is being awaited already
# 3 4
# 3
# asked: 4
# asked: 4
# 16
# asked: 7
# 14 static Service
