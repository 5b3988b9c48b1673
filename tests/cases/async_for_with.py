# async for, async with, asynchronous generators and comprehensions.
class Pause:
    def __init__(self, what):
        self.what = what

    def __await__(self):
        return (yield self.what)


def run(coroutine):
    while True:
        try:
            print("asked:", coroutine.send(None))
        except StopIteration as end:
            return end.value


class Countdown:
    def __init__(self, start):
        self.left = start

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.left == 0:
            raise StopAsyncIteration
        self.left -= 1
        await Pause(self.left)
        return self.left


class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    async def __aenter__(self):
        print("enter", self.name)
        await Pause("entering")
        return self.name.upper()

    async def __aexit__(self, kind, value, trace):
        print("exit", self.name, kind.__name__ if kind else None, value)
        await Pause("leaving")
        return self.swallow


async def loops():
    async for x in Countdown(3):
        print("item", x)
        if x == 1:
            continue
    else:
        print("else")
    async for x in Countdown(5):
        if x == 3:
            break
    else:
        print("not reached")
    return [x async for x in Countdown(2)]


print(run(loops()))


async def managers():
    async with Manager("a") as a, Manager("b") as b:
        print(a, b)
    async with Manager("quiet", True):
        raise ValueError("swallowed")
    try:
        async with Manager("loud"):
            raise KeyError("loud")
    except KeyError as problem:
        print("caught", problem)
    for i in range(3):
        async with Manager(str(i)):
            if i == 1:
                break
    async with Manager("last"):
        return "returned"


print(run(managers()))


async def numbers(n):
    try:
        for i in range(n):
            got = yield i
            if got is not None:
                print("got", got)
            await Pause("between")
    finally:
        print("numbers end")


async def use():
    total = 0
    async for x in numbers(3):
        total += x
    print(total)
    print([x * 2 async for x in numbers(3) if x != 1])
    print({x async for x in numbers(2)}, {x: -x async for x in numbers(2)})
    pairs = [(x, y) async for x in numbers(2) for y in range(2)]
    print(pairs)
    inner = [[y async for y in numbers(x)] for x in range(2)]
    print(inner)
    lazy = (x + 1 async for x in numbers(2))
    print(type(lazy).__name__)
    async for x in lazy:
        print("lazy", x)
    print([await double(x) for x in range(3)])
    generator = numbers(10)
    print(await generator.__anext__())
    print(await generator.asend("hello"))
    try:
        await generator.athrow(ValueError("thrown in"))
    except ValueError as problem:
        print("out:", problem)
    try:
        await generator.__anext__()
    except StopAsyncIteration:
        print("ended")
    generator = numbers(10)
    print(await anext(generator))
    await generator.aclose()
    await generator.aclose()
    print(await anext(generator, "default"))
    fresh = numbers(1)
    await fresh.aclose()
    async for x in fresh:
        print("never")
    return "done"


async def double(x):
    await Pause("double")
    return x * 2


print(run(use()))


async def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield 2


async def raises():
    yield 1
    raise StopAsyncIteration


async def problems():
    generator = ignores()
    await anext(generator)
    try:
        await generator.aclose()
    except RuntimeError as problem:
        print(problem)
    try:
        async for x in raises():
            print(x)
    except RuntimeError as problem:
        print(problem)
    try:
        async for x in [1]:
            pass
    except TypeError as problem:
        print(problem)
    try:
        async with 5:
            pass
    except TypeError as problem:
        print(problem)
    try:
        for x in numbers(1):
            pass
    except TypeError as problem:
        print(problem)
    one = numbers(1)
    print(aiter(one) is one, one.__aiter__() is one)
    first, second = one.__anext__(), one.__anext__()
    print(await first)
    try:
        print(await second)
    except StopAsyncIteration:
        print("no more")


run(problems())


class BadEnter:
    def __aenter__(self):
        return 5

    async def __aexit__(self, *args):
        pass


class BadIter:
    def __aiter__(self):
        return 5


class BadNext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


async def more_problems():
    try:
        async with BadEnter():
            pass
    except TypeError as problem:
        print(problem)
    for kind in (BadIter, BadNext):
        try:
            async for x in kind():
                pass
        except TypeError as problem:
            print(problem)
    try:
        with BadEnter():
            pass
    except TypeError as problem:
        print(problem)


run(more_problems())

# expect:
# asked: 2
# item 2
# asked: 1
# item 1
# asked: 0
# item 0
# else
# asked: 4
# asked: 3
# asked: 1
# asked: 0
# [1, 0]
# enter a
# asked: entering
# enter b
# asked: entering
# A B
# exit b None None
# asked: leaving
# exit a None None
# asked: leaving
# enter quiet
# asked: entering
# exit quiet ValueError swallowed
# asked: leaving
# enter loud
# asked: entering
# exit loud KeyError 'loud'
# asked: leaving
# caught 'loud'
# enter 0
# asked: entering
# exit 0 None None
# asked: leaving
# enter 1
# asked: entering
# exit 1 None None
# asked: leaving
# enter last
# asked: entering
# exit last None None
# asked: leaving
# returned
# asked: between
# asked: between
# asked: between
# numbers end
# 3
# asked: between
# asked: between
# asked: between
# numbers end
# [0, 4]
# asked: between
# asked: between
# numbers end
# asked: between
# asked: between
# numbers end
# {0, 1} {0: 0, 1: -1}
# asked: between
# asked: between
# numbers end
# [(0, 0), (0, 1), (1, 0), (1, 1)]
# numbers end
# asked: between
# numbers end
# [[], [0]]
# async_generator
# lazy 1
# asked: between
# lazy 2
# asked: between
# numbers end
# asked: double
# asked: double
# asked: double
# [0, 2, 4]
# 0
# got hello
# asked: between
# 1
# numbers end
# out: thrown in
# ended
# 0
# numbers end
# default
# done
# async generator ignored GeneratorExit
# 1
# async generator raised StopAsyncIteration
# 'async for' requires an object with __aiter__ method, got list
# 'int' object does not support the asynchronous context manager protocol
# 'async_generator' object is not iterable
# True True
# 0
# asked: between
# numbers end
# no more
# 'async with' received an object from __aenter__ that does not implement __await__: int
# 'async for' received an object from __aiter__ that does not implement __anext__: int
# 'async for' received an invalid object from __anext__: int
# 'BadEnter' object does not support the context manager protocol
