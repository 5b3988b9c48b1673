# A future as the joint between callbacks and coroutines: many wait for it, it is settled once.
import asyncio


def read_later(loop, text, on_done):
    """An old-style interface: tells its callback, later."""
    if text is None:
        loop.call_soon(on_done, None, FileNotFoundError('no such text'))
    else:
        loop.call_soon(on_done, text.upper(), None)


def read(loop, text):
    future = loop.create_future()

    def on_done(result, error):
        if future.cancelled():
            return
        if error:
            future.set_exception(error)
        else:
            future.set_result(result)

    read_later(loop, text, on_done)
    return future


async def main():
    loop = asyncio.get_running_loop()
    print(await read(loop, 'hello'))
    shared = read(loop, 'shared')
    shared.add_done_callback(lambda future: print('callback:', future.result()))

    async def wait(future):
        return await future

    print(await asyncio.gather(*(wait(shared) for _ in range(3))))
    try:
        await read(loop, None)
    except FileNotFoundError as error:
        print(error)
    given_up = read(loop, 'late')
    given_up.cancel('not needed')
    try:
        await given_up
    except asyncio.CancelledError as error:
        print('cancelled:', error)
    fresh = loop.create_future()
    for wrong in (fresh.result, fresh.exception, lambda: shared.set_result(1), lambda: fresh.set_exception(StopIteration)):
        try:
            wrong()
        except (asyncio.InvalidStateError, TypeError) as error:
            print(type(error).__name__, error)


asyncio.run(main())

# expect:
# HELLO
# callback: SHARED
# ['SHARED', 'SHARED', 'SHARED']
# no such text
# cancelled: not needed
# InvalidStateError Result is not set.
# InvalidStateError Exception is not set.
# InvalidStateError invalid state
# TypeError StopIteration interacts badly with generators and cannot be raised into a Future
