# A loop without asyncio.run: run_until_complete, run_forever and stop, and what it says when it is used wrongly.
import asyncio


async def add(a, b):
    await asyncio.sleep(0)
    return a + b


loop = asyncio.new_event_loop()
print(loop.run_until_complete(add(1, 2)), loop.is_running(), loop.is_closed())
task = loop.create_task(add('a', 'b'))
print(loop.run_until_complete(task), task.done())
steps = []


def step(n):
    steps.append(n)
    if n == 3:
        loop.stop()
    loop.call_soon(step, n + 1)


loop.call_soon(step, 1)
loop.run_forever()
print('stopped after', steps)
loop.call_soon(loop.stop)
loop.run_forever()
print('then', steps)
unfinished = loop.create_future()
loop.call_soon(loop.stop)
try:
    loop.run_until_complete(unfinished)
except RuntimeError as error:
    print(error)
for attempt in (lambda: loop.run_until_complete(5), asyncio.get_running_loop):
    try:
        attempt()
    except (RuntimeError, TypeError) as error:
        print(type(error).__name__, error)
loop.run_until_complete(loop.shutdown_asyncgens())
loop.run_until_complete(loop.shutdown_default_executor())
loop.close()
loop.close()
late = add(1, 1)
try:
    loop.run_until_complete(late)
except RuntimeError as error:
    print(error)
late.close()

# expect:
# 3 False False
# ab True
# stopped after [1, 2, 3]
# then [1, 2, 3, 4]
# Event loop stopped before Future completed.
# TypeError An asyncio.Future, a coroutine or an awaitable is required
# RuntimeError no running event loop
# Event loop is closed
