# An asynchronous generator that is driven by next(), without any loop.
async def counting():
    try:
        received = yield 1
        print("received", received)
        yield 2
    finally:
        print("left")


def stepped(awaitable):
    try:
        next(awaitable)
    except StopIteration as end:
        return end.value


made = counting()
print(stepped(made.__anext__()), stepped(made.asend("x")))
try:
    stepped(made.asend(None))
except StopAsyncIteration as end:
    print(repr(end))
print(stepped(counting().aclose()), made.__anext__().__await__() is not None)

# expect:
# received x
# 1 2
# left
# StopAsyncIteration()
# None True
