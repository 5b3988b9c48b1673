# Cancelling the outermost task goes down the chain of awaits; each level sees it on the way up, and one may translate it.
import asyncio

log = []


class Aborted(Exception):
    pass


async def read():
    try:
        await asyncio.get_running_loop().create_future()
    except asyncio.CancelledError:
        log.append('read')
        raise


async def parse():
    try:
        return await read()
    finally:
        log.append('parse')


async def load(translate):
    try:
        return await parse()
    except asyncio.CancelledError as error:
        log.append('load')
        if translate:
            raise Aborted('load') from error
        raise


async def gathered():
    try:
        await asyncio.gather(load(False), load(False))
    except asyncio.CancelledError:
        log.append('gathered')
        raise


async def main():
    for make in (lambda: load(False), lambda: load(True), gathered):
        log.clear()
        task = asyncio.create_task(make())
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        task.cancel()
        try:
            await task
        except (asyncio.CancelledError, Aborted) as error:
            print(type(error).__name__, type(error.__cause__).__name__, task.cancelled(), log)


asyncio.run(main())

# expect:
# CancelledError NoneType True ['read', 'parse', 'load']
# Aborted CancelledError False ['read', 'parse', 'load']
# CancelledError NoneType True ['read', 'parse', 'load', 'read', 'parse', 'load', 'gathered']
