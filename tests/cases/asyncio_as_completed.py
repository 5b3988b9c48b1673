# as_completed(): in the order of their ends.
import asyncio


async def work(name, seconds):
    await asyncio.sleep(seconds)
    if name == "bad":
        raise ValueError(name)
    return name


async def main():
    given = [work("third", 0.4), work("first", 0.01), work("bad", 0.2)]
    for coming in asyncio.as_completed(given):
        try:
            print(await coming)
        except ValueError as error:
            print("failed", error)
    try:
        for coming in asyncio.as_completed([work("in time", 0.01), work("late", 10)], timeout=0.3):
            print(await coming)
    except TimeoutError:
        print("timeout")
    print([await coming for coming in asyncio.as_completed([])])


asyncio.run(main())

# expect:
# first
# failed bad
# third
# in time
# timeout
# []
