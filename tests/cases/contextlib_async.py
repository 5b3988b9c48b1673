import asyncio, contextlib
@contextlib.asynccontextmanager
async def resource(name):
    print("open", name)
    try:
        yield name.upper()
    except ValueError as error:
        print("handled", error)
    finally:
        print("close", name)
async def main():
    async with resource("a") as value:
        print(value)
    async with resource("b"):
        raise ValueError("x")
    async with contextlib.AsyncExitStack() as stack:
        print(await stack.enter_async_context(resource("c")))
        stack.callback(print, "called")
asyncio.run(main())

# expect:
# open a
# A
# close a
# open b
# handled x
# close b
# open c
# C
# called
# close c
