# Asynchronous generators that are not run to their end are closed by the loop.
import asyncio


async def counter(name, stop=5):
    try:
        for n in range(stop):
            yield n
            await asyncio.sleep(0)
    finally:
        await asyncio.sleep(0)
        print("closed", name)


async def breaks_off():
    async for n in counter("broken off"):
        print(n)
        if n == 1:
            break
    print("behind the loop")
    for turn in range(4):
        await asyncio.sleep(0)
        print("turn", turn)


kept = []


async def main():
    await breaks_off()
    print([n async for n in counter("whole", 3)])
    generator = counter("kept")
    kept.append(generator)
    print(await generator.__anext__(), await anext(generator))
    explicit = counter("explicit")
    print(await explicit.__anext__())
    await explicit.aclose()
    never = counter("never begun")
    kept.append(never)
    print("end of main")


asyncio.run(main())
print("over")


async def fails():
    try:
        yield 1
    finally:
        raise ValueError("while it is closed")


async def second():
    told = []
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: told.append(repr(context["exception"])))
    generator = fails()
    print(await generator.__anext__())
    await asyncio.get_running_loop().shutdown_asyncgens()
    print(told)


asyncio.run(second())

# expect:
# 0
# 1
# behind the loop
# turn 0
# turn 1
# closed broken off
# turn 2
# turn 3
# closed whole
# [0, 1, 2]
# 0 1
# 0
# closed explicit
# end of main
# closed kept
# over
# 1
# ["ValueError('while it is closed')"]
