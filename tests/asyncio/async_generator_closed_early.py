# An async generator that is left early is closed by aclosing: its finally runs at once, while it could otherwise be late.
import asyncio
from contextlib import aclosing

log = []


async def readings(name):
    log.append(f'open {name}')
    try:
        for n in range(100):
            await asyncio.sleep(0)
            yield n
    finally:
        await asyncio.sleep(0)
        log.append(f'close {name}')


async def echo():
    heard = None
    while True:
        try:
            heard = yield heard
        except ValueError as error:
            heard = f'caught {error}'


async def main():
    async with aclosing(readings('first')) as numbers:
        async for n in numbers:
            if n == 2:
                break
    print(log)
    numbers = readings('second')
    print(await numbers.__anext__(), await numbers.asend(None))
    try:
        await numbers.athrow(KeyError('thrown in'))
    except KeyError as error:
        print(error, log[-1])
    print(await anext(numbers, 'over'))
    talker = echo()
    print(await talker.asend(None), await talker.asend('hello'), await talker.athrow(ValueError('stone')))
    await talker.aclose()
    await talker.aclose()
    try:
        await talker.asend('anybody?')
    except StopAsyncIteration:
        print('nobody')


asyncio.run(main())

# expect:
# ['open first', 'close first']
# 0 1
# 'thrown in' close second
# over
# None hello caught stone
# nobody
