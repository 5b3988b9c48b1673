# The model asyncio: each task is a coroutine, and what it waits for is awaited.

import asyncio
from _gilsim_tasks import names, step


async def _steps(number):
    wait = step(number)
    while wait is not None:
        await asyncio.sleep(wait * 1e-9)
        wait = step(number)


async def _main():
    await asyncio.gather(*[asyncio.create_task(_steps(number), name=name) for number, name in enumerate(names())])


asyncio.run(_main())
