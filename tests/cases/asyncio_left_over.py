# What is left when the main coroutine is over is cancelled.
import asyncio


async def background(name):
    try:
        while True:
            await asyncio.sleep(0.01)
    finally:
        print("end of", name)


async def main():
    asyncio.create_task(background("the one"))
    await asyncio.sleep(0.025)
    return "main"


print(asyncio.run(main()))


async def cleans_slowly():
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        await asyncio.sleep(0.01)
        print("took its time")


async def second():
    asyncio.create_task(cleans_slowly())
    await asyncio.sleep(0)


asyncio.run(second())


async def unhandled():
    asyncio.create_task(background("another"))
    await asyncio.sleep(0)
    raise ValueError("main failed")


try:
    asyncio.run(unhandled())
except ValueError as error:
    print(error)

# expect:
# end of the one
# main
# took its time
# end of another
# main failed
