# Generators that types.coroutine lets be awaited: how a small loop of one's own is written.
import asyncio
import inspect
import types


@types.coroutine
def switch(value):
    return (yield value)


async def count(name, until):
    for i in range(until):
        print(name, i, await switch(name))
    return name + " is done"


def run(*coroutines):
    waiting = [(coroutine, None) for coroutine in coroutines]
    while waiting:
        coroutine, sent = waiting.pop(0)
        try:
            waiting.append((coroutine, coroutine.send(sent).upper()))
        except StopIteration as end:
            print(end.value)


run(count("a", 2), count("b", 3))


@types.coroutine
def delegating():
    value = yield from count("inner", 1)
    return value, (yield 5)


async def outer():
    return await delegating()


steps = outer()
print(steps.send(None), steps.send("one"))
try:
    steps.send("two")
except StopIteration as end:
    print(end.value)


@types.coroutine
def turn():
    yield


async def main():
    order = []

    async def worker(name):
        for i in range(2):
            order.append((name, i))
            await turn()

    await asyncio.gather(worker("x"), worker("y"))
    print(order)


asyncio.run(main())


def plain():
    yield 1


def giving():
    return plain()


async def awaits(made):
    await made


made = switch(1)
print(type(made).__name__, inspect.isawaitable(made), inspect.isawaitable(plain()), inspect.iscoroutine(made))
print(list(made), switch.__name__, types.coroutine(awaits) is awaits)
print(types.coroutine(lambda: 7)())
try:
    awaits(plain()).send(None)
except TypeError as error:
    print(error)
try:
    types.coroutine(5)
except TypeError as error:
    print(error)

# expect:
# a 0 A
# b 0 B
# a 1 A
# a is done
# b 1 B
# b 2 B
# b is done
# inner 0 one
# inner 5
# ('inner is done', 'two')
# [('x', 0), ('y', 0), ('x', 1), ('y', 1)]
# generator True False False
# [1] switch True
# 7
# object generator can't be used in 'await' expression
# types.coroutine() expects a callable
