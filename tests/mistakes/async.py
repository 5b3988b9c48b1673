await x
def f():
    await x
    async for y in x:
        pass
    async with x:
        pass
    return [z async for z in x]
async def g():
    yield 1
    return 2
async def h():
    yield from x
class C:
    await x
async def ok():
    def inner():
        await x
    return [await z for z in x], (y async for y in x)
k = (y async for y in x)
