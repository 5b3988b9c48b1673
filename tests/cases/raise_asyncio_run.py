# An exception leaves asyncio.run.
import asyncio


async def main():
    await asyncio.sleep(0)
    raise LookupError("not there")


asyncio.run(main())

# expect:
# raises: LookupError: not there
