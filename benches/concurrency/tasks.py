import asyncio


async def nap():
    await asyncio.sleep(0.5)


async def main():
    await asyncio.gather(*[nap() for _ in range(N)])


asyncio.run(main())
