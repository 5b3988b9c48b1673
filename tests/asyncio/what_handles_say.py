# What callbacks that fail or are cancelled say, and how tasks are counted.
import asyncio


def callback(text):
    1 / 0


async def nothing():
    pass


async def main():
    before = int(asyncio.create_task(nothing()).get_name().removeprefix('Task-'))
    named = asyncio.create_task(nothing(), name='x')
    async with asyncio.TaskGroup() as group:
        grouped = group.create_task(nothing(), name='y')
    after = int(asyncio.create_task(nothing()).get_name().removeprefix('Task-'))
    print(named.get_name(), grouped.get_name(), after - before)
    loop = asyncio.get_running_loop()
    cancelled = loop.call_later(5, print)
    cancelled.cancel()
    print(repr(cancelled).startswith('<TimerHandle cancelled when='))
    told = []
    loop.set_exception_handler(lambda loop, context: told.append(context['message']))
    loop.call_soon(callback, 'a' * 50)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    place = told[0].partition(' at ')
    print(place[0], place[2].rpartition(':')[2])


asyncio.run(main())

# expect:
# x y 3
# True
# Exception in callback callback('aaaaaaaaaaaa...aaaaaaaaaaaaa') 5
