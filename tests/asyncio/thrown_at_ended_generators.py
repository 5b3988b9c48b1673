# What is thrown at an asynchronous generator that has ended is lost.
import asyncio
async def gen():
    try:
        yield 1
        yield 2
    finally: pass
async def fails():
    raise KeyError('x')
    yield
async def tried(a):
    try: return await a
    except BaseException as e: return repr(e)
async def main():
    g = gen(); print([x async for x in g])
    print(await tried(g.athrow(ValueError('v'))), await tried(g.aclose()), await tried(g.asend(None)), await tried(anext(g)))
    g = gen(); await g.aclose(); print(await tried(g.athrow(ValueError('v'))), await tried(g.asend(5)), await tried(g.aclose()))
    g = gen(); print(await tried(g.athrow(ValueError('fresh'))), await tried(g.athrow(ValueError('again'))))
    g = gen(); await anext(g); print(await tried(g.athrow(ValueError('v'))), await tried(g.athrow(ValueError('v2'))), await tried(anext(g)))
    g = fails(); print(await tried(anext(g)), await tried(g.athrow(ValueError('v'))), await tried(anext(g)))
    g = gen(); await anext(g); print(await tried(g.athrow(StopAsyncIteration)), await tried(g.athrow(GeneratorExit)))
    g = gen(); await anext(g); await g.aclose(); print(await tried(g.athrow(TypeError, 'x', None)))
asyncio.run(main())

# expect:
# [1, 2]
# None None StopAsyncIteration() StopAsyncIteration()
# None StopAsyncIteration() None
# ValueError('fresh') None
# ValueError('v') None StopAsyncIteration()
# KeyError('x') None StopAsyncIteration()
# RuntimeError('async generator raised StopAsyncIteration') None
# None
