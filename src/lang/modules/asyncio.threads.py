from asyncio.events import get_running_loop
from functools import partial

__all__ = ['to_thread']


async def to_thread(func, /, *args, **kwargs):
    return await get_running_loop().run_in_executor(None, partial(func, *args, **kwargs))
