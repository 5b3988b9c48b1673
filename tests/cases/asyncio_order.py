# In which order tasks take their turns.
import asyncio

steps = []


async def note(name, *pauses):
    for pause in pauses:
        steps.append(name)
        if pause is None:
            await asyncio.sleep(0)
        else:
            await pause


async def inner():
    steps.append("inner")
    return 1


async def main():
    tasks = [asyncio.create_task(note(name, None, None)) for name in "abc"]
    steps.append("main")
    await asyncio.sleep(0)
    steps.append("main")
    await asyncio.gather(*tasks)
    print(*steps)
    steps.clear()
    # A coroutine that is awaited runs at once, a task in the next turn.
    await asyncio.gather(note("x", inner(), None), note("y", asyncio.create_task(inner()), None))
    print(*steps)
    steps.clear()
    event = asyncio.Event()
    tasks = [asyncio.create_task(note(name, event.wait(), None)) for name in "pqr"]
    await asyncio.sleep(0)
    event.set()
    steps.append("set")
    await tasks[0]
    steps.append("main")
    await asyncio.gather(*tasks)
    print(*steps)
    steps.clear()

    async def chain(depth):
        steps.append(depth)
        if depth:
            await asyncio.create_task(chain(depth - 1))
        steps.append(-depth)

    await chain(3)
    print(*steps)


asyncio.run(main())

# expect:
# main a b c main a b c
# inner x inner x y y
# p q r set p q r main
# 3 2 1 0 0 -1 -2 -3
