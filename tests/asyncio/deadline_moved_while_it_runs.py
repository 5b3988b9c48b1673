# asyncio.timeout can be moved while it runs, turned off, and nested: the inner one does not end the outer block.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(0.001) as limit:
            print(limit.when() is not None, limit.expired())
            await asyncio.sleep(10)
    except TimeoutError as error:
        print('timed out', limit.expired(), repr(error.__cause__)[:14])
    async with asyncio.timeout(None) as limit:
        limit.reschedule(loop.time() + 60)
        await asyncio.sleep(0.001)
    print('in time', limit.expired())
    steps = []
    try:
        async with asyncio.timeout(60) as outer:
            try:
                async with asyncio.timeout(0):
                    await asyncio.sleep(10)
            except TimeoutError:
                steps.append('inner')
            outer.reschedule(loop.time())
            await asyncio.sleep(10)
    except TimeoutError:
        steps.append('outer')
    print(steps)
    try:
        async with asyncio.timeout_at(loop.time() - 1):
            await asyncio.sleep(0)
            print('not reached')
    except TimeoutError:
        print('a deadline in the past ends at the first wait')
    try:
        limit.reschedule(None)
    except RuntimeError as error:
        print(error)
    try:
        async with asyncio.timeout(60):
            raise KeyError('own error')
    except KeyError as error:
        print(error)


asyncio.run(main())

# expect:
# True False
# timed out True CancelledError
# in time False
# ['inner', 'outer']
# a deadline in the past ends at the first wait
# Cannot change state of finished Timeout
# 'own error'
