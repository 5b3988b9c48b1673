# as_completed with a timeout: what is there in time is used, then TimeoutError, and the rest is cancelled by the program.
import asyncio


async def answer(name, event):
    await event.wait()
    return name


async def main():
    now, never = asyncio.Event(), asyncio.Event()
    now.set()
    tasks = [asyncio.create_task(answer(name, event)) for name, event in
             (('one', now), ('two', never), ('three', now), ('four', never))]
    for _ in range(3):
        await asyncio.sleep(0)
    got = []
    try:
        for coming in asyncio.as_completed(tasks, timeout=0.01):
            got.append(await coming)
    except TimeoutError:
        print('in time:', got)
    for task in tasks:
        task.cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print([repr(result) for result in results])
    for coming in asyncio.as_completed([answer('last', now)]):
        print(await coming)
    print(list(asyncio.as_completed([])))


asyncio.run(main())

# expect:
# in time: ['one', 'three']
# ["'one'", "CancelledError('')", "'three'", "CancelledError('')"]
# last
# []
